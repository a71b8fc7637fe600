package io.kiosk.schema;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The fields of an article's document: how each is written and how it is asked for, both sides in
 * one place. An index of another {@link #VERSION} cannot be read.
 *
 * <p>Beside the articles, an index has documents without text that remember other inputs: files
 * that gave an article which another file gives too, and files that were rejected. Only {@link
 * #articles} have an {@link #ID}.
 */
public final class ArticleSchema {
  /** Number of this layout; part of every commit's user data under {@link #VERSION_KEY}. */
  public static final int VERSION = 10;

  /** Key of the schema's version in a commit's user data. */
  public static final String VERSION_KEY = "kiosk.schema";

  /** Key of the analyzers' version in a commit's user data. */
  public static final String ANALYZERS_KEY = "kiosk.analyzers";

  /** Key of the lexicon's version in a commit's user data. */
  public static final String LEXICON_KEY = "kiosk.lexicon";

  /** What stands in {@link #LANGUAGE} for articles that no {@link Language} covers. */
  public static final String OTHER = "other";

  /** Stable name of the article; one document each. */
  public static final String ID = "id";

  /** The article's BCP 47 tag, stored as given; asked for by {@link #languageRange}. */
  public static final String LANG = "lang";

  /** Which analysis its text has: a {@link Language#tag} or {@link #OTHER}. */
  public static final String LANGUAGE = "language";

  /** Publisher, stored as given and searched as words. */
  public static final String SOURCE = "source";

  /** Publisher whole, for counting; doc values, empty when unknown. */
  public static final String SOURCE_NAME = "source_name";

  /** Author, stored as given and searched as words. */
  public static final String AUTHOR = "author";

  /** Address, stored. */
  public static final String URL = "url";

  /** Date of publication, stored in ISO 8601. */
  public static final String PUBLISHED = "published";

  /** Origin of that date, stored. */
  public static final String PUBLISHED_FROM = "published_from";

  /** First day that the date may mean, days since 1970-01-01; doc values, for sorting. */
  public static final String PUBLISHED_FIRST = "published_first";

  /** Last day that the date may mean, days since 1970-01-01. */
  public static final String PUBLISHED_LAST = "published_last";

  /** How many days the date of publication may mean, 1 if it is of day precision; doc values. */
  public static final String PUBLISHED_DAYS = "published_days";

  /** Time of scraping, stored. */
  public static final String FETCHED = "fetched";

  /** Headline, stored, read by {@link #text}; searched in {@link #title}. */
  public static final String TITLE = "title";

  /** Text, stored, read by {@link #text}; searched in {@link #body}. */
  public static final String BODY = "body";

  /** The file it came from, stored and indexed whole. */
  public static final String FILE = "file";

  /** Line of a JSON Lines file, from 1; doc values, 0 for other files. */
  public static final String LINE = "line";

  /** SHA-256 of the raw bytes; doc values, read by {@link #hash}. */
  public static final String SHA256 = "sha256";

  /** Version of the cleaner that made it, stored. */
  public static final String CLEANER = "cleaner";

  /** Hash of title and body, equal for equal texts; doc values, read by {@link #hash}. */
  public static final String CONTENT = "content";

  /** The article that the document of another of its inputs belongs to. */
  public static final String FAMILY = "family";

  /** Names the document of an input that is not the article's own. */
  public static final String INPUT = "input";

  /** Why an input was rejected, stored; only documents of rejected inputs have it. */
  public static final String REASON = "reason";

  /** When the file was last modified, milliseconds since 1970; doc values. */
  public static final String MODIFIED = "modified";

  /** Hash of a file's name, size, time and cleaner; doc values, 0 when the time says nothing. */
  public static final String STAMP = "stamp";

  /** Summary of the body by which near-identical articles are found; doc values. */
  public static final String SKETCH = "sketch";

  /**
   * Number that near-identical articles have in common, 0 for an article without any; doc values.
   * The one to show is the earliest dated, then the one of the smallest id.
   */
  public static final String COPIES = "copies";

  /** Key in a commit's user data: "complete" if {@link #COPIES} and {@link #VERSIONS} are right. */
  public static final String RELATED_KEY = "kiosk.related";

  /** What the body tells, by which versions in other languages are found; doc values. */
  public static final String STORY = "story";

  /** Ids of the articles that tell its story in other languages, one a line; doc values. */
  public static final String VERSIONS = "versions";

  /** What the article teaches about names; only indexed. */
  public static final String NAMES = "names";

  /** When it was indexed, an ISO 8601 instant, stored. */
  public static final String INDEXED = "indexed";

  /** UTF-16 units of a publisher's name that are told apart when articles are counted. */
  private static final int LONGEST_NAME = 200;

  private static final FieldType TEXT = new FieldType();
  private static final FieldType WORDS = new FieldType();
  private static final FieldType WRITTEN = new FieldType();

  static {
    TEXT.setTokenized(true);
    TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    TEXT.freeze();
    WORDS.setTokenized(true);
    WORDS.setStored(true);
    WORDS.setOmitNorms(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WORDS.freeze();
    WRITTEN.setTokenized(true);
    WRITTEN.setOmitNorms(true);
    WRITTEN.setIndexOptions(IndexOptions.DOCS);
    WRITTEN.freeze();
  }

  private ArticleSchema() {}

  /**
   * {@return the field of the searched title: {@code title_zh}, or {@code title_other}}
   *
   * @param language of the articles, empty for those that no {@link Language} covers, as everywhere
   *     here
   */
  public static String title(Optional<Language> language) {
    return TITLE + "_" + language.map(Language::tag).orElse(OTHER);
  }

  /**
   * {@return the field of the searched body: {@code body_zh}, or {@code body_other}}
   *
   * @param language of the articles
   */
  public static String body(Optional<Language> language) {
    return BODY + "_" + language.map(Language::tag).orElse(OTHER);
  }

  /**
   * {@return the field of the words of titles as they are written, without positions: {@code
   * written_title_de}; {@link #title} itself where that has them}
   *
   * @param language of the articles
   */
  public static String writtenTitle(Optional<Language> language) {
    return isStemmed(language) ? "written_" + title(language) : title(language);
  }

  /**
   * {@return the field of the words of bodies as they are written, without positions: {@code
   * written_body_de}; {@link #body} itself where that has them}
   *
   * @param language of the articles
   */
  public static String writtenBody(Optional<Language> language) {
    return isStemmed(language) ? "written_" + body(language) : body(language);
  }

  /** Whether the terms of a text may be stems; in other languages than ours they may. */
  private static boolean isStemmed(Optional<Language> language) {
    return language.isEmpty()
        || switch (language.get()) {
          case ZH -> false;
          case DE, EN -> true;
        };
  }

  /**
   * Adds the identity of an article.
   *
   * @param document of the article, here and in all methods that add
   * @param id unique in the index; a document of the same id is not replaced by adding another
   */
  public static void addId(Document document, String id) {
    document.add(new StringField(ID, id, Field.Store.YES));
    document.add(new SortedDocValuesField(ID, new BytesRef(id)));
  }

  /**
   * {@return the term of the one document of an article, to replace, delete or find it}
   *
   * @param id of the article
   */
  public static Term idTerm(String id) {
    return new Term(ID, id);
  }

  /** {@return a query for all articles: the documents that a search may find} */
  public static Query articles() {
    return new FieldExistsQuery(ID);
  }

  /**
   * Adds to which article the document of another of its inputs belongs.
   *
   * @param document of the input
   * @param id of the article
   */
  public static void addFamily(Document document, String id) {
    document.add(new StringField(FAMILY, id, Field.Store.YES));
  }

  /**
   * {@return the term of the documents of an article's other inputs}
   *
   * @param id of the article
   */
  public static Term familyTerm(String id) {
    return new Term(FAMILY, id);
  }

  /**
   * {@return a query for the document of an article and those of all its inputs}
   *
   * @param id of the article
   */
  public static Query family(String id) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(idTerm(id)), Occur.SHOULD)
        .add(new TermQuery(familyTerm(id)), Occur.SHOULD)
        .build();
  }

  /**
   * Adds what near-identical articles are found by; their number is found later.
   *
   * @param document of the article
   * @param sketch summary of the body
   */
  public static void addSketch(Document document, byte[] sketch) {
    document.add(new BinaryDocValuesField(SKETCH, new BytesRef(sketch)));
    document.add(new NumericDocValuesField(COPIES, 0));
  }

  /**
   * Adds what versions in other languages are found by; they are found later.
   *
   * @param document of the article
   * @param sketch gives what the body tells; asked as it is written, after the fields that were
   *     added before
   */
  public static void addStory(Document document, Supplier<byte[]> sketch) {
    document.add(
        new BinaryDocValuesField(STORY, new BytesRef()) {
          @Override
          public BytesRef binaryValue() {
            return new BytesRef(sketch.get());
          }
        });
    document.add(new BinaryDocValuesField(VERSIONS, new BytesRef()));
  }

  /**
   * Adds what the article teaches about names.
   *
   * @param document of the article
   * @param terms as the analysis makes them; may be empty
   */
  public static void addNames(Document document, Collection<String> terms) {
    terms.forEach(term -> document.add(new StringField(NAMES, term, Field.Store.NO)));
  }

  /**
   * {@return the value of {@link #VERSIONS} for some ids}
   *
   * @param ids of articles, without white space; may be empty
   */
  public static String versions(List<String> ids) {
    return String.join("\n", ids);
  }

  /**
   * {@return the ids in a value of {@link #VERSIONS}}
   *
   * @param value may be empty
   */
  public static List<String> versions(BytesRef value) {
    return value.length == 0 ? List.of() : List.of(value.utf8ToString().split("\n"));
  }

  /**
   * {@return the term of the document of one input that is not the article's own}
   *
   * @param id of the article; empty if the input was rejected
   * @param file as in {@link #FILE}
   */
  public static Term inputTerm(String id, String file) {
    return new Term(INPUT, id + "\n" + file);
  }

  /**
   * Adds what {@link #inputTerm} asks for.
   *
   * @param document of the input
   * @param id as in {@link #inputTerm}
   * @param file as in {@link #inputTerm}
   */
  public static void addInput(Document document, String id, String file) {
    document.add(new StringField(INPUT, inputTerm(id, file).text(), Field.Store.NO));
  }

  /**
   * {@return the fields of a file's state, to be added or, as they are doc values, to be updated}
   *
   * @param line as in {@link #LINE}
   * @param modified as in {@link #MODIFIED}
   * @param stamp as in {@link #STAMP}
   */
  public static List<Field> fileState(long line, long modified, long stamp) {
    return List.of(
        new NumericDocValuesField(LINE, line),
        new NumericDocValuesField(MODIFIED, modified),
        new NumericDocValuesField(STAMP, stamp));
  }

  /**
   * Adds the language, with every prefix of its tag, so that {@code zh} finds {@code zh-Hant-TW}.
   *
   * @param document of the article
   * @param locale what the article is in, not what it is analysed as
   */
  public static void addLanguage(Document document, Locale locale) {
    String tag = locale.toLanguageTag();
    document.add(new StoredField(LANG, tag));
    String lower = tag.toLowerCase(Locale.ROOT);
    for (int end = lower.length(); end > 0; end = lower.lastIndexOf('-', end - 1)) {
      document.add(new StringField(LANG, lower.substring(0, end), Field.Store.NO));
    }
    String language = Language.of(locale).map(Language::tag).orElse(OTHER);
    document.add(new StringField(LANGUAGE, language, Field.Store.NO));
    document.add(new SortedDocValuesField(LANGUAGE, new BytesRef(language)));
  }

  /**
   * {@return the term of all articles that have the analysis of a language}
   *
   * @param language empty for those without an analysis of their own
   */
  public static Term analysisTerm(Optional<Language> language) {
    return new Term(LANGUAGE, language.map(Language::tag).orElse(OTHER));
  }

  /**
   * {@return a query for articles whose tag is the given one or begins with it}
   *
   * @param tag BCP 47 in any case; cut at a hyphen, as {@code zh-hant}
   */
  public static Query languageRange(String tag) {
    return new ConstantScoreQuery(new TermQuery(new Term(LANG, tag.toLowerCase(Locale.ROOT))));
  }

  /**
   * Adds the date of publication.
   *
   * @param document of the article
   * @param iso the date in its precision, to be shown
   * @param first day that it may mean
   * @param last day that it may mean, not before the first
   */
  public static void addPublished(Document document, String iso, LocalDate first, LocalDate last) {
    document.add(new StoredField(PUBLISHED, iso));
    document.add(new LongPoint(PUBLISHED_FIRST, first.toEpochDay()));
    document.add(new LongPoint(PUBLISHED_LAST, last.toEpochDay()));
    document.add(new NumericDocValuesField(PUBLISHED_FIRST, first.toEpochDay()));
    long days = last.toEpochDay() - first.toEpochDay() + 1;
    document.add(new NumericDocValuesField(PUBLISHED_DAYS, days));
  }

  /**
   * {@return a query for articles that may have been published in a span of days; undated ones are
   * not among them}
   *
   * @param from first day, included; empty for any
   * @param to last day, included; empty for any
   */
  public static Query publishedBetween(Optional<LocalDate> from, Optional<LocalDate> to) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    long first = from.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
    long last = to.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    query.add(LongPoint.newRangeQuery(PUBLISHED_LAST, first, Long.MAX_VALUE), Occur.FILTER);
    query.add(LongPoint.newRangeQuery(PUBLISHED_FIRST, Long.MIN_VALUE, last), Occur.FILTER);
    return new ConstantScoreQuery(query.build());
  }

  /** {@return a query for articles with a date of publication} */
  public static Query dated() {
    return new FieldExistsQuery(PUBLISHED_FIRST);
  }

  /**
   * Adds the publisher, also that it is unknown.
   *
   * @param document of the article
   * @param name as a reader would say it; of more than 200 UTF-16 units only those count when
   *     articles are counted
   */
  public static void addSource(Document document, Optional<String> name) {
    name.ifPresent(source -> addName(document, SOURCE, source));
    document.add(new SortedDocValuesField(SOURCE_NAME, new BytesRef(countedName(name.orElse("")))));
  }

  /** The name under which articles of a publisher are counted: itself or its beginning. */
  private static String countedName(String source) {
    int end = Math.min(source.length(), LONGEST_NAME);
    boolean inside = end < source.length() && Character.isHighSurrogate(source.charAt(end - 1));
    return source.substring(0, inside ? end - 1 : end);
  }

  /**
   * Adds a name that is found by its words.
   *
   * @param document of the article
   * @param field {@link #SOURCE} or {@link #AUTHOR}
   * @param name shown as it is
   */
  public static void addName(Document document, String field, String name) {
    document.add(new Field(field, name, WORDS));
  }

  /** What makes the terms of a text, in the thread that writes them. */
  @FunctionalInterface
  public interface TermSource {
    /**
     * {@return the terms of a text, to be read before this is called again}
     *
     * @param field for which they are
     * @param text title or body
     */
    TokenStream of(String field, String text);
  }

  /**
   * Adds title and body for search and for display. Each text's terms are asked for as they are
   * written, the words as written right after the others of the same text.
   *
   * @param document of the article
   * @param locale language of the article, by which the fields are chosen
   * @param terms makes those of {@link #title} and {@link #body}
   * @param written makes those of {@link #writtenTitle} and {@link #writtenBody}
   * @param title the headline, if there is one
   * @param body the text
   */
  public static void addText(
      Document document,
      Locale locale,
      TermSource terms,
      TermSource written,
      Optional<String> title,
      String body) {
    Optional<Language> language = Language.of(locale);
    title.ifPresent(
        text -> {
          document.add(StoredText.field(TITLE, text, language));
          document.add(new AnalyzedField(title(language), text, TEXT, terms));
          if (isStemmed(language)) {
            document.add(new AnalyzedField(writtenTitle(language), text, WRITTEN, written));
          }
        });
    document.add(StoredText.field(BODY, body, language));
    document.add(new AnalyzedField(body(language), body, TEXT, terms));
    if (isStemmed(language)) {
      document.add(new AnalyzedField(writtenBody(language), body, WRITTEN, written));
    }
  }

  /**
   * {@return the text of an article; null if the document has none}
   *
   * @param document as it was stored
   * @param field {@link #TITLE} or {@link #BODY}
   */
  public static String text(Document document, String field) {
    return StoredText.read(document, field);
  }

  /**
   * Adds a value that is only shown.
   *
   * @param document of the article or input
   * @param field name of a field that is stored only
   * @param value shown as it is
   */
  public static void addStored(Document document, String field, String value) {
    document.add(new StoredField(field, value));
  }

  /**
   * Adds a hash that is only shown, {@link #SHA256} or {@link #CONTENT}: no stored field, for bytes
   * without order do not pack.
   *
   * @param document of an article or of an input
   * @param field name
   * @param digits lower-case hexadecimal, two for each byte
   */
  public static void addHash(Document document, String field, String digits) {
    document.add(new BinaryDocValuesField(field, new BytesRef(HexFormat.of().parseHex(digits))));
  }

  /**
   * {@return a hash in lower-case hexadecimal digits; null if the document has none}
   *
   * @param leaf of the index
   * @param doc of the article or input in the leaf
   * @param field name
   * @throws IOException if the index cannot be read
   */
  public static String hash(LeafReader leaf, int doc, String field) throws IOException {
    BinaryDocValues values = DocValues.getBinary(leaf, field);
    if (!values.advanceExact(doc)) {
      return null;
    }
    BytesRef hash = values.binaryValue();
    return HexFormat.of().formatHex(hash.bytes, hash.offset, hash.offset + hash.length);
  }

  /**
   * Adds a value that is shown and found whole.
   *
   * @param document of the article or input
   * @param field name, {@link #FILE}
   * @param value at most 32,766 bytes in UTF-8, Lucene's limit of a term
   */
  public static void addKey(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.YES));
  }

  /**
   * {@return the languages whose analysis a text field may have; the last, empty one stands for all
   * others}
   */
  public static List<Optional<Language>> textLanguages() {
    Stream<Optional<Language>> others = Stream.of(Optional.empty());
    return Stream.concat(Stream.of(Language.values()).map(Optional::of), others).toList();
  }
}
