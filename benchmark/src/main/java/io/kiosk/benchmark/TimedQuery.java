package io.kiosk.benchmark;

import io.kiosk.analysis.StopWords;
import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.ReadingNotes;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A query of words that an article has, to be asked of the articles of one language.
 *
 * @param kind what it looks like
 * @param language of the words and of the articles
 * @param text words without any syntax, but for the asterisk of {@link Kind#WILDCARD}
 * @param year the article's, for {@link Kind#FILTER}
 */
record TimedQuery(Kind kind, Language language, String text, OptionalInt year) {

  /** What a query looks like. */
  enum Kind {
    /** One word. */
    WORD,
    /** Three words, all of which must be met. */
    WORDS,
    /** Two words side by side. */
    PHRASE,
    /** The first letters of a word. */
    WILDCARD,
    /** One word in articles of one year. */
    FILTER;

    String label() {
      return switch (this) {
        case WORD -> "one word";
        case WORDS -> "three words";
        case PHRASE -> "phrase of two words";
        case WILDCARD -> "word with a gap";
        case FILTER -> "one word in one year";
      };
    }
  }

  private static final int EACH = 50;
  private static final int EVERY = 23;
  private static final int LATIN_PREFIX = 5;

  /** Draws queries of every kind in every language of some files of JSON Lines. */
  static List<TimedQuery> draw(List<Path> files) throws IOException {
    Random random = new Random(20_240_718);
    List<TimedQuery> queries = new ArrayList<>();
    int[] drawn = new int[Language.values().length];
    try (Analyzer latin = new AsWritten();
        Analyzer chinese = new SmartChineseAnalyzer()) {
      for (Path file : files) {
        try (ArticleReader reader = ArticleReader.open(file, new ReadingNotes())) {
          int number = 0;
          Optional<ArticleReader.Line> line;
          while ((line = reader.read()).isPresent()) {
            if (++number % EVERY == 0 && line.get().result() instanceof Cleaned cleaned) {
              Article article = cleaned.article();
              Language language = Language.of(article.language()).orElseThrow();
              Analyzer analyzer = language == Language.ZH ? chinese : latin;
              List<String> words = words(analyzer, article.body());
              if (article.published().isPresent()
                  && drawn[language.ordinal()] < EACH
                  && add(language, article, words, random, queries)) {
                drawn[language.ordinal()]++;
              }
            }
          }
        }
      }
    }
    return queries;
  }

  /** Words as they are written: German ones are other words in lower case. */
  private static final class AsWritten extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(new StandardTokenizer());
    }
  }

  private static boolean add(
      Language language,
      Article article,
      List<String> words,
      Random random,
      List<TimedQuery> queries) {
    List<Integer> good = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (says(words.get(i), language) && says(words.get(i + 1), language)) {
        good.add(i);
      }
    }
    if (good.size() < Kind.values().length + 2) {
      return false;
    }
    Collections.shuffle(good, random);
    String word = words.get(good.get(0));
    String start = word.substring(0, language == Language.ZH ? 2 : LATIN_PREFIX);
    OptionalInt year = OptionalInt.of(article.published().orElseThrow().firstDay().getYear());
    OptionalInt none = OptionalInt.empty();
    queries.add(new TimedQuery(Kind.WORD, language, words.get(good.get(1)), none));
    queries.add(
        new TimedQuery(
            Kind.WORDS,
            language,
            String.join(
                " ", words.get(good.get(2)), words.get(good.get(3)), words.get(good.get(4))),
            none));
    String blank = language == Language.ZH ? "" : " ";
    String pair = words.get(good.get(5)) + blank + words.get(good.get(5) + 1);
    queries.add(new TimedQuery(Kind.PHRASE, language, pair, none));
    queries.add(new TimedQuery(Kind.WILDCARD, language, start + "*", none));
    queries.add(new TimedQuery(Kind.FILTER, language, words.get(good.get(6)), year));
    return true;
  }

  /** Whether a word is one that both sides look for as one term. */
  private static boolean says(String word, Language language) {
    return word.codePoints().allMatch(Character::isLetter)
        && switch (language) {
          case ZH -> word.length() == 2 && word.codePoints().allMatch(Character::isIdeographic);
          case DE -> isLong(word, language, GermanAnalyzer.getDefaultStopSet());
          case EN -> isLong(word, language, EnglishAnalyzer.getDefaultStopSet());
        };
  }

  private static boolean isLong(String word, Language language, CharArraySet stop) {
    String lower = word.toLowerCase(Locale.ROOT);
    return word.length() > LATIN_PREFIX
        && !stop.contains(lower)
        && !StopWords.of(language).contains(lower);
  }

  private static List<String> words(Analyzer analyzer, String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    }
    return words;
  }

  /** Writes queries to a file for {@link #read}. */
  static void write(List<TimedQuery> queries, Path file) throws IOException {
    Files.write(
        file,
        queries.stream()
            .map(
                query ->
                    String.join(
                        "\t",
                        query.kind.name(),
                        query.language.name(),
                        query.text,
                        query.year.isPresent() ? "" + query.year.getAsInt() : "-"))
            .toList());
  }

  /** Reads what {@link #write} has written. */
  static List<TimedQuery> read(Path file) throws IOException {
    List<TimedQuery> queries = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] cells = line.split("\t");
      queries.add(
          new TimedQuery(
              Kind.valueOf(cells[0]),
              Language.valueOf(cells[1]),
              cells[2],
              cells[3].equals("-")
                  ? OptionalInt.empty()
                  : OptionalInt.of(Integer.parseInt(cells[3]))));
    }
    return queries;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT)
        + " in "
        + language.tag()
        + " \""
        + text
        + '"'
        + (year.isPresent() ? " of " + year.getAsInt() : "");
  }
}
