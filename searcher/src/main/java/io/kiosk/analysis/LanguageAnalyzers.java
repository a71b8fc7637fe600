package io.kiosk.analysis;

import io.kiosk.lexicon.WordList;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The analyzers of all languages, for writing and for reading an index alike. Immutable and safe
 * for many threads.
 *
 * <p>English: words, possessive {@code 's} off, acronyms joined ({@link AcronymFilter}), lower
 * case, diacritics folded, KStem (its stems are words, so they can be looked up and read). German:
 * words, their basic forms with umlauts and ß folded so that Mueller meets Müller, and in the index
 * the parts of compounds beside the whole ({@link DecompoundFilter}). Chinese: {@link
 * ChineseTokenizer}. Any other language: words or bigrams of the scripts without spaces, folded.
 * Where words are stemmed, there is a second field of them as they are {@link #written}.
 */
public final class LanguageAnalyzers {
  /**
   * Number of what the analyzers make of a text, apart from the lexicon's part in it; to be raised
   * with every change of their terms or positions. Part of every commit's user data under {@link
   * ArticleSchema#ANALYZERS_KEY}.
   */
  public static final int VERSION = 3;

  /** Words that are remembered in 2 MB of each thread that analyses much; searchers have many. */
  private static final int READERS_WORDS = 1 << 14;

  private static final int WRITERS_WORDS = 1 << 16;

  private static final Analyzer NEUTRAL = new NeutralAnalyzer();
  private static final Analyzer CHINESE = new ChineseAnalyzer(true);
  private static final Analyzer CHINESE_BIGRAMS = new ChineseAnalyzer(false);
  private static final Analyzer ENGLISH = new EnglishAnalyzer(READERS_WORDS);
  private static final Analyzer GERMAN_SIMPLE = new GermanAnalyzer(WordList.empty(), READERS_WORDS);
  private static final Analyzer WRITTEN = new WrittenAnalyzer(false, false);
  private static final Analyzer WRITTEN_GERMAN = new WrittenAnalyzer(true, false);
  private static final Analyzer WHOLE = new WrittenAnalyzer(false, true);
  private static final Analyzer WHOLE_GERMAN = new WrittenAnalyzer(true, true);

  private final Map<Language, Analyzer> index = new EnumMap<>(Language.class);

  /** Analyzers of languages that we have none for, by primary tag, in its order. */
  private final Map<String, Analyzer> further = new TreeMap<>();

  private LanguageAnalyzers(Map<Language, Analyzer> index, Map<String, Analyzer> further) {
    this.index.putAll(index);
    this.further.putAll(further);
  }

  private LanguageAnalyzers(WordList germanParts, Analyzer english, int words) {
    for (Language language : Language.values()) {
      index.put(
          language,
          switch (language) {
            case ZH -> CHINESE;
            case DE -> new GermanAnalyzer(germanParts, words);
            case EN -> english;
          });
    }
  }

  /**
   * {@return analyzers that take German compounds apart}
   *
   * @param germanParts the words, as index terms, that a compound may consist of; empty for none
   */
  public static LanguageAnalyzers of(WordList germanParts) {
    return new LanguageAnalyzers(germanParts, ENGLISH, READERS_WORDS);
  }

  /**
   * {@return the same analyzers for who writes many articles: they remember more words, in 10 MB of
   * each thread and language}
   *
   * @param germanParts as of {@link #of(WordList)}
   */
  public static LanguageAnalyzers forWriting(WordList germanParts) {
    return new LanguageAnalyzers(germanParts, new EnglishAnalyzer(WRITERS_WORDS), WRITERS_WORDS);
  }

  /**
   * {@return these and an analyzer for one more language, for articles and for queries over them}
   *
   * @param locale whose primary tag articles of that language have, such as {@code fr}; an analyzer
   *     given for it before is replaced
   * @param analyzer safe for many threads, as Lucene's are; not closed here
   * @throws IllegalArgumentException if the language has an analyzer of ours, or is not named
   */
  public LanguageAnalyzers with(Locale locale, Analyzer analyzer) {
    String tag = locale.getLanguage();
    if (tag.isEmpty() || Language.of(locale).isPresent()) {
      throw new IllegalArgumentException(
          "locale must name a language other than zh, de and en, got \"" + locale + "\"");
    }
    LanguageAnalyzers more = new LanguageAnalyzers(index, further);
    more.further.put(tag, Objects.requireNonNull(analyzer, "analyzer"));
    return more;
  }

  /** {@return what tells these analyzers from others, for {@link ArticleSchema#ANALYZERS_KEY}} */
  public String version() {
    StringBuilder version = new StringBuilder(Integer.toString(VERSION));
    further.forEach(
        (tag, analyzer) ->
            version.append('+').append(tag).append(':').append(analyzer.getClass().getName()));
    return version.toString();
  }

  /**
   * {@return the analyzer of articles in a language of any tag}
   *
   * @param locale the root locale if the language is unknown
   */
  public Analyzer of(Locale locale) {
    return Language.of(locale)
        .map(index::get)
        .orElseGet(() -> further.getOrDefault(locale.getLanguage(), NEUTRAL));
  }

  /**
   * {@return what makes the terms of an article's texts}
   *
   * @param locale its language, of any tag
   */
  public TextTerms terms(Locale locale) {
    return new TextTerms(Language.of(locale), of(locale));
  }

  /** {@return all analyzers that articles without a {@link Language} may have had} */
  public List<Analyzer> others() {
    List<Analyzer> others = new ArrayList<>(further.values());
    others.add(NEUTRAL);
    return others;
  }

  /** {@return the analyzer of names, and of articles in a language without one of its own} */
  public static Analyzer other() {
    return NEUTRAL;
  }

  /**
   * {@return the words in the normal form of index terms and of the lexicon's keys, in order,
   * compounds whole; Chinese text is one term: simplified, half width, lower case, white space
   * removed}
   *
   * @param language of the text
   * @param text a word or phrase; without words it has no terms
   */
  public static List<String> lexiconTerms(Language language, String text) {
    return switch (language) {
      case ZH -> chineseTerm(text);
      case DE, EN -> terms(simple(language), text);
    };
  }

  /**
   * Hands over the first German or English words of a text as {@link #lexiconTerms} has them, each
   * only until the next one is asked for.
   *
   * @param language German or English
   * @param text to be read from its beginning
   * @param most after so many terms it ends
   * @param each takes a term, whose characters change afterwards
   */
  public static void forEachTerm(
      Language language, String text, int most, Consumer<CharSequence> each) {
    try (TokenStream stream = simple(language).tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      for (int count = 0; count < most && stream.incrementToken(); count++) {
        each.accept(term);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string cannot fail", e);
    }
  }

  /**
   * {@return the key of the lexicon for a word or phrase: its terms joined by one blank; empty
   * without words}
   *
   * @param text a word or phrase
   * @param locale its language; script and region do not matter
   * @throws IllegalArgumentException if the language is none of {@link Language}
   */
  public static String lexiconKey(String text, Locale locale) {
    Language language =
        Language.of(locale)
            .orElseThrow(
                () -> new IllegalArgumentException("language must be zh, de or en, got " + locale));
    return String.join(" ", lexiconTerms(language, text));
  }

  /**
   * {@return the analyzer of a language that leaves compounds whole, for queries and the lexicon}
   *
   * @param language of the text
   */
  public static Analyzer simple(Language language) {
    return switch (language) {
      case ZH -> CHINESE;
      case DE -> GERMAN_SIMPLE;
      case EN -> ENGLISH;
    };
  }

  /**
   * {@return the analyzer of {@link ArticleSchema#writtenBody}: words as they are written, in lower
   * case, diacritics and umlauts folded, not stemmed}
   *
   * @param language of the articles, empty for those that no {@link Language} covers
   */
  public static Analyzer written(Optional<Language> language) {
    return language
        .map(
            known ->
                switch (known) {
                  case ZH -> CHINESE_BIGRAMS;
                  case DE -> WRITTEN_GERMAN;
                  case EN -> WRITTEN;
                })
        .orElse(NEUTRAL);
  }

  /**
   * {@return a piece of a word as {@link #written} folds whole words}
   *
   * @param language of the articles, empty for those without an analysis of their own
   * @param piece any run of a word's characters
   */
  public static String foldWritten(Optional<Language> language, String piece) {
    if (language.equals(Optional.of(Language.ZH))) {
      return foldChinese(piece);
    }
    Analyzer whole = language.equals(Optional.of(Language.DE)) ? WHOLE_GERMAN : WHOLE;
    return String.join("", terms(whole, piece));
  }

  /**
   * {@return the analyzer of Chinese without the words of one character: all other terms with the
   * same positions and offsets, and no dictionary to load}
   */
  public static Analyzer chineseBigrams() {
    return CHINESE_BIGRAMS;
  }

  /**
   * {@return Chinese as it is indexed: simplified, half width, lower case; of the same length, so
   * that offsets stay}
   *
   * @param text any text, also empty
   */
  public static String foldChinese(String text) {
    char[] folded = text.toCharArray();
    ChineseTokenizer.fold(folded);
    return new String(folded);
  }

  /**
   * {@return a German word as the table of its forms has it; its endings stay}
   *
   * @param word as written
   */
  public static String foldGerman(String word) {
    return GermanFormFilter.fold(word);
  }

  /**
   * {@return the offsets at which smartcn ends words}
   *
   * @param run folded Chinese characters without punctuation
   */
  public static BitSet chineseWordEnds(String run) {
    return ChineseTokenizer.wordEnds(run);
  }

  private static List<String> chineseTerm(String text) {
    String term = foldChinese(text).replaceAll("\\s", "");
    return term.isEmpty() ? List.of() : List.of(term);
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string cannot fail", e);
    }
    return terms;
  }

  private static final class EnglishAnalyzer extends Analyzer {
    private final int mostWords;

    EnglishAnalyzer(int mostWords) {
      this.mostWords = mostWords;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(
          words,
          new TermCacheFilter(
              words, mostWords, EnglishAnalyzer::filters, LanguageAnalyzers::writtenEnglish));
    }

    private static TokenStream filters(TokenStream words) {
      TokenStream stream = new EnglishPossessiveFilter(words);
      stream = new AcronymFilter(stream, StopWords.of(Language.EN));
      stream = new LowerCaseFilter(new CJKWidthFilter(stream));
      return new KStemFilter(new ASCIIFoldingFilter(stream));
    }
  }

  private static final class GermanAnalyzer extends Analyzer {
    private final WordList parts;
    private final int mostWords;

    GermanAnalyzer(WordList parts, int mostWords) {
      this.parts = parts;
      this.mostWords = mostWords;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TermCacheFilter stream =
          new TermCacheFilter(
              words, mostWords, GermanAnalyzer::filters, LanguageAnalyzers::writtenGerman);
      return new TokenStreamComponents(
          words,
          parts.maxLength() == 0 ? stream : new DecompoundFilter(stream, parts, mostWords / 2));
    }

    private static TokenStream filters(TokenStream words) {
      TokenStream stream = new AcronymFilter(words, StopWords.none());
      return new GermanFormFilter(new CJKWidthFilter(stream));
    }
  }

  private static final class WrittenAnalyzer extends Analyzer {
    private final boolean german;
    private final boolean whole;

    WrittenAnalyzer(boolean german, boolean whole) {
      this.german = german;
      this.whole = whole;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = whole ? new KeywordTokenizer() : new StandardTokenizer();
      return new TokenStreamComponents(
          words, german ? writtenGerman(words) : writtenEnglish(words));
    }
  }

  private static TokenStream writtenEnglish(TokenStream words) {
    TokenStream stream = lower(new EnglishPossessiveFilter(words));
    return new ASCIIFoldingFilter(stream);
  }

  private static TokenStream writtenGerman(TokenStream words) {
    TokenStream stream = new GermanNormalizationFilter(lower(words));
    return new ASCIIFoldingFilter(stream);
  }

  private static TokenStream lower(TokenStream words) {
    return new LowerCaseFilter(new CJKWidthFilter(words));
  }

  private static final class ChineseAnalyzer extends Analyzer {
    private final boolean words;

    ChineseAnalyzer(boolean words) {
      this.words = words;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(new ChineseTokenizer(words));
    }
  }

  private static final class NeutralAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream stream = new LowerCaseFilter(new CJKWidthFilter(words));
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(new CJKBigramFilter(stream)));
    }
  }
}
