package io.kiosk.benchmark;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.PublicationDate;
import io.kiosk.corpus.ReadingNotes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * As many articles as wanted, made of real ones: each takes its sentences at random from all
 * articles of one language and source, so that vocabulary and lengths are as in life and no two are
 * near-copies. The languages take turns. A function of the corpora and the seed.
 */
final class SyntheticArchive {

  /** Two articles of fewer might share a third of their text by chance. */
  private static final int MIN_SENTENCES = 6;

  private static final int SENTENCES_A_PARAGRAPH = 3;
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
  private static final int DAYS = 3_650;

  private final List<Language> languages = new ArrayList<>();
  private final long seed;

  private SyntheticArchive(long seed) {
    this.seed = seed;
  }

  /** What one source has written. */
  private static final class Source {
    private final String name;
    private final List<String> titles = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();

    private Source(String name) {
      this.name = name;
    }
  }

  /** The sources of a language. */
  private static final class Language {
    private final Locale locale;
    private final List<Source> sources = new ArrayList<>();
    private int articles;

    private Language(Locale locale) {
      this.locale = locale;
    }

    /** A source, each as often as it has articles. */
    private Source draw(Random random) {
      int at = random.nextInt(articles);
      for (Source source : sources) {
        at -= source.lengths.size();
        if (at < 0) {
          return source;
        }
      }
      throw new AssertionError("the lengths add up to the articles");
    }
  }

  /**
   * Reads the articles that the new ones are made of.
   *
   * @param corpora a folder with {@code zh.jsonl.gz}, {@code de.jsonl.gz} and {@code en.jsonl.gz}
   */
  static SyntheticArchive of(Path corpora, long seed) throws IOException {
    SyntheticArchive archive = new SyntheticArchive(seed);
    for (String tag : List.of("zh", "de", "en")) {
      archive.read(corpora.resolve(tag + ".jsonl.gz"), Locale.forLanguageTag(tag));
    }
    return archive;
  }

  private void read(Path file, Locale locale) throws IOException {
    Map<String, Source> sources = new LinkedHashMap<>();
    Language language = new Language(locale);
    BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
    try (ArticleReader reader = ArticleReader.open(file, new ReadingNotes())) {
      Optional<ArticleReader.Line> line;
      while ((line = reader.read()).isPresent()) {
        if (line.get().result() instanceof Cleaned cleaned) {
          Article article = cleaned.article();
          String name = article.source().orElse("unknown");
          add(sources.computeIfAbsent(name, Source::new), article, breaks);
          language.articles++;
        }
      }
    }
    language.sources.addAll(sources.values());
    languages.add(language);
  }

  private static void add(Source source, Article article, BreakIterator breaks) {
    article.title().ifPresent(source.titles::add);
    int before = source.sentences.size();
    for (String paragraph : article.body().split("\n\n")) {
      breaks.setText(paragraph);
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
        String sentence = paragraph.substring(start, end).strip();
        if (!sentence.isEmpty()) {
          source.sentences.add(sentence);
        }
        start = end;
      }
    }
    source.lengths.add(Math.max(MIN_SENTENCES, source.sentences.size() - before));
  }

  /**
   * An article.
   *
   * @param number from 0
   * @param revision another one has the same address and another text
   */
  Article article(int number, int revision) {
    Random random = new Random((seed * 1_000_003 + number) * 31 + revision);
    Language language = languages.get(number % languages.size());
    Source source = language.draw(new Random(seed + number));
    String blank = language.locale.equals(Locale.CHINESE) ? "" : " ";
    int length = source.lengths.get(random.nextInt(source.lengths.size()));
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (i > 0) {
        body.append(i % SENTENCES_A_PARAGRAPH == 0 ? "\n\n" : blank);
      }
      body.append(source.sentences.get(random.nextInt(source.sentences.size())));
    }
    Optional<String> title =
        source.titles.isEmpty()
            ? Optional.empty()
            : Optional.of(source.titles.get(random.nextInt(source.titles.size())));
    LocalDate day = FIRST_DAY.plusDays(new Random(~seed - number).nextInt(DAYS));
    URI url = URI.create("https://" + source.name + ".example/" + day + "/" + number);
    return new Article(
        "s" + number + "." + language.locale.toLanguageTag(),
        Optional.of(url),
        Optional.of(source.name),
        language.locale,
        Optional.of(PublicationDate.parse(day.toString())),
        Optional.empty(),
        Optional.empty(),
        title,
        Optional.empty(),
        body.toString());
  }

  /** The page of an article, with what surrounds one. */
  static String page(Article article) {
    String title = escape(article.title().orElse("Report"));
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"");
    page.append(article.language().toLanguageTag()).append("\"><head><meta charset=\"utf-8\">");
    page.append("<title>").append(title).append("</title>\n");
    page.append("<link rel=\"canonical\" href=\"").append(article.url().orElseThrow());
    page.append("\"><meta property=\"article:published_time\" content=\"");
    page.append(article.published().orElseThrow()).append("\">");
    page.append("<meta property=\"og:site_name\" content=\"").append(article.source().orElse(""));
    page.append("\"></head><body>\n<nav><ul>");
    for (String section : List.of("World", "Business", "Culture", "Sport")) {
      page.append("<li><a href=\"/").append(section).append("\">").append(section);
      page.append("</a></li>");
    }
    page.append("</ul></nav>\n<article><h1>").append(title).append("</h1>\n");
    for (String paragraph : article.body().split("\n\n")) {
      page.append("<p>").append(escape(paragraph)).append("</p>\n");
    }
    return page.append("</article>\n<footer>Imprint</footer></body></html>\n").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
