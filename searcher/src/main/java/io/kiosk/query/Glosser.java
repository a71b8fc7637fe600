package io.kiosk.query;

import io.kiosk.analysis.CompoundSplitter;
import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.Translation;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes word by word what a text says, in the order of the text, so that a reader can judge an
 * article that he cannot read. It is no translation: each word or phrase of the lexicon stands
 * there with its likeliest meaning. Safe for many threads.
 *
 * <p>Numbers, Latin words in Chinese and Latin words that the lexicon lacks stay as they are, and
 * so does punctuation, which follows the habits of the reader's script. Chinese names and words
 * that the lexicon lacks are spelt in pinyin. Words that have no counterpart, such as articles in
 * Chinese, are left out; negation never is.
 */
public final class Glosser {

  /** UTF-16 units of a text that are glossed; the rest is replaced by {@code …}. */
  public static final int MAX_TEXT = 100_000;

  private static final int LONGEST_GLOSS = 40;
  private static final int CANDIDATES = 6;
  private static final double NO_WAY_BACK = .6;

  private final TranslationLexicon lexicon;
  private final CompoundSplitter compounds;

  /**
   * A glosser with the meanings of a lexicon.
   *
   * @param lexicon between the language of the texts and that of the reader
   */
  public Glosser(TranslationLexicon lexicon) {
    this.lexicon = Objects.requireNonNull(lexicon, "lexicon");
    this.compounds = new CompoundSplitter(lexicon.words(Language.DE.locale()));
  }

  /**
   * The gloss of a text.
   *
   * @param text a word, a passage or paragraphs; white space of any kind becomes one blank
   * @param from the language of the text
   * @param to the language of the reader
   * @return one line; the text itself, on one line, if both languages are the same
   */
  public String gloss(String text, Language from, Language to) {
    boolean whole = text.length() <= MAX_TEXT;
    String head = whole ? text : text.substring(0, MAX_TEXT);
    String gloss =
        from == to
            ? head.strip().replaceAll("\\s+", " ")
            : new Passage(from == Language.ZH ? ChineseFigures.in(head, to) : head, from, to, true)
                .gloss();
    return whole ? gloss : gloss + " …";
  }

  /**
   * The gloss of a word that stands alone, not at the beginning of a sentence.
   *
   * @param word a word or a few
   * @param from the language of the word
   * @param to another language, that of the reader
   * @return one line; the word itself if nothing is known of it
   */
  public String glossWord(String word, Language from, Language to) {
    return new Passage(word, from, to, false).gloss();
  }

  /** One text on its way. */
  private final class Passage {
    private final String text;
    private final Language from;
    private final Language to;
    private final GlossText glossed;
    private final Map<String, Optional<String>> known = new HashMap<>();

    Passage(String text, Language from, Language to, boolean sentence) {
      this.text = text;
      this.from = from;
      this.to = to;
      this.glossed = new GlossText(from, to, sentence);
    }

    String gloss() {
      List<QueryWord> words = QueryWord.of(text, 0, from, lexicon);
      int at = 0;
      for (int i = 0; i < words.size(); ) {
        QueryWord first = words.get(i);
        glossed.gap(text.substring(at, Math.max(at, first.offset())));
        int end =
            from == Language.ZH
                ? ChineseNames.end(words, i)
                : QueryWord.phraseEnd(
                    words, i, phrase -> meaning(QueryWord.key(phrase)).isPresent());
        String gloss = end > i + 1 ? several(words.subList(i, end)) : word(first);
        if (!gloss.isEmpty()) {
          glossed.word(gloss, first.isCapitalized(), !isHan(first));
        }
        at = Math.max(at, words.get(end - 1).end());
        i = end;
      }
      glossed.gap(text.substring(at));
      return glossed.toString();
    }

    private String several(List<QueryWord> words) {
      if (from != Language.ZH) {
        return meaning(QueryWord.key(words)).orElseThrow();
      }
      String name = words.stream().map(QueryWord::term).collect(Collectors.joining());
      return Pinyin.of(name).orElse(name);
    }

    private String word(QueryWord word) {
      boolean han = isHan(word);
      if (word.isNumber() || han != (from == Language.ZH)) {
        return word.text();
      }
      boolean acronym = word.term().indexOf('.') > 0;
      Optional<String> function =
          acronym
              ? Optional.empty()
              : FunctionWords.gloss(han ? word.term() : word.text(), from, to);
      return function
          .or(() -> word.stop() ? Optional.of("") : Optional.empty())
          .or(() -> meaning(word.term()))
          .or(() -> parts(word.term()))
          .or(() -> inEnglish(word.term()))
          .or(() -> han ? Pinyin.of(word.term()) : Optional.empty())
          .orElse(word.text());
    }

    private Optional<String> parts(String term) {
      return switch (from) {
        case DE -> compound(term);
        case ZH -> characters(term);
        case EN -> Optional.empty();
      };
    }

    /** What smartcn takes for a word and no source knows, by the shorter words in it. */
    private Optional<String> characters(String term) {
      List<String> parts = new ArrayList<>();
      for (int at = 0; at < term.length(); ) {
        int end = Math.min(term.length(), at == 0 ? term.length() - 1 : term.length());
        Optional<String> part = Optional.empty();
        for (; end > at && part.isEmpty(); end--) {
          String piece = term.substring(at, end);
          part = FunctionWords.gloss(piece, from, to).or(() -> meaning(piece));
        }
        if (part.isEmpty()) {
          return Optional.empty(); // half a word says less than the word
        }
        part.filter(text -> !text.isEmpty()).ifPresent(parts::add);
        at = end + 1;
      }
      return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private Optional<String> compound(String term) {
      List<String> parts = new ArrayList<>();
      for (String part : compounds.split(term)) {
        meaning(part).ifPresent(parts::add);
      }
      return parts.size() < 2
          ? Optional.empty()
          : Optional.of(String.join(to == Language.ZH ? "" : "-", parts));
    }

    /** English says more to a reader of German than Chinese characters do. */
    private Optional<String> inEnglish(String term) {
      return from == Language.ZH && to == Language.DE
          ? readable(term, Language.EN)
          : Optional.empty();
    }

    private Optional<String> meaning(String term) {
      return known.computeIfAbsent(
          term,
          t ->
              lexicon.contains(t, from.locale()) || !t.contains(" ")
                  ? readable(t, to)
                  : Optional.empty());
    }

    /**
     * The likeliest meaning that is a word or phrase, not a dictionary's remark, and that is called
     * by this term in turn, which chance neighbours of learnt tables are not.
     */
    private Optional<String> readable(String term, Language language) {
      String best = null;
      double bestScore = 0;
      int looked = 0;
      for (Translation each : lexicon.translate(term, from.locale(), language.locale())) {
        String surface = surface(each.term(), language);
        if (looked < CANDIDATES && isReadable(surface, language)) {
          looked++;
          boolean back =
              lexicon.translate(each.term(), language.locale(), from.locale()).stream()
                  .anyMatch(t -> t.term().equals(term));
          double score = each.weight() * (back ? 1 : NO_WAY_BACK);
          if (score > bestScore) {
            best = surface;
            bestScore = score;
          }
        }
      }
      return Optional.ofNullable(best);
    }
  }

  /** A name that has no German entry is written as in English. */
  private String surface(String term, Language language) {
    String surface = lexicon.surface(term, language.locale()).strip();
    if (language == Language.DE && surface.equals(term)) {
      String english = lexicon.surface(term, Language.EN.locale());
      return english.equalsIgnoreCase(term) ? english : surface;
    }
    return surface;
  }

  private static boolean isHan(QueryWord word) {
    return ChineseSegmenter.isHan(word.term().charAt(0));
  }

  private static boolean isReadable(String surface, Language language) {
    return !surface.isEmpty()
        && surface.length() <= LONGEST_GLOSS
        && !surface.endsWith(".")
        && surface
            .codePoints()
            .allMatch(c -> Character.isLetterOrDigit(c) || " -'’.·".indexOf(c) >= 0)
        && (language != Language.ZH
            || ChineseSegmenter.isHan(LanguageAnalyzers.foldChinese(surface).charAt(0))
            || surface.equals(surface.toUpperCase(Locale.ROOT)));
  }
}
