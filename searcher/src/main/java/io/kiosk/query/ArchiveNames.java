package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.NameSounds;
import io.kiosk.analysis.NameTerms;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * What the articles of an index themselves say of names that the lexicon lacks: pairs in brackets,
 * names of the other script that sound alike, and Chinese persons in pinyin. It is a function of
 * the articles that are there: what only deleted ones said is forgotten. For one thread.
 */
public final class ArchiveNames {

  /** How the source of a name is called that is known by its sound alone. */
  static final String SOUND = "sound";

  private static final int LONGEST_CHINESE = 12;
  private static final int LONGEST_LATIN = 4;
  private static final int MOST_FOUND = 10;
  private static final int MOST_SCANS = 3;
  private static final int MOST_COMPARED = 20_000;
  private static final int MOST_WITNESSES = 20;
  private static final int BEST = 3;

  /** Least similarity, and that of names with little to hear. */
  private static final double ALIKE = .78;

  private static final double SHORT_ALIKE = .9;
  private static final double SHORT = 3.1;
  private static final double SOUND_UNIT = .6;
  private static final double SOUND_WEIGHT = .5;
  private static final double WITNESSED = .9;

  /**
   * A name of a query.
   *
   * @param text as typed
   * @param offset in the text that was looked at
   * @param weight of its unit
   * @param learnt whether an article says so, so that its characters need not be asked for
   * @param forms in the other script, best first, at least one
   */
  record Found(String text, int offset, double weight, boolean learnt, List<Form> forms) {}

  /** A name as articles write it, how likely it is meant, and who says so. */
  record Form(String written, double weight, String source) {}

  private final IndexReader reader;
  private final TranslationLexicon lexicon;
  private final Terms terms;
  private TermsEnum pairs;
  private int scans;

  private ArchiveNames(IndexReader reader, TranslationLexicon lexicon, Terms terms) {
    this.reader = reader;
    this.lexicon = lexicon;
    this.terms = terms;
  }

  /**
   * {@return the names of an index}
   *
   * @param reader must stay open while they are used
   * @param lexicon what is known already
   * @throws IOException if the index cannot be read
   */
  public static ArchiveNames of(IndexReader reader, TranslationLexicon lexicon) throws IOException {
    return new ArchiveNames(reader, lexicon, MultiTerms.getTerms(reader, ArticleSchema.NAMES));
  }

  /** {@return no names, for queries without an index} */
  public static ArchiveNames none() {
    return new ArchiveNames(null, TranslationLexicon.empty(), null);
  }

  /** The names of a text that the lexicon does not know. */
  List<Found> find(String text, List<QueryWord> words, int offset, Language from, Language to) {
    if (terms == null || (from == Language.ZH) == (to == Language.ZH)) {
      return List.of();
    }
    try {
      List<Found> found = new ArrayList<>();
      if (from == Language.ZH) {
        chinesePairs(text, to, found);
        chineseSounds(words, offset, to, found);
      } else {
        latinPairs(text, words, offset, from, found);
        latinPersons(text, words, offset, from, found);
        latinSounds(words, offset, from, found);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A Chinese person that articles of a Latin language spell in pinyin. What none of them says may
   * be no name at all: 金线, a thread of gold, is torn like one and would be Jin Xian.
   *
   * @param characters of a run that {@link ChineseNames} found
   */
  Optional<Found> person(List<QueryWord> characters, Language to) {
    String name = characters.stream().map(QueryWord::term).collect(Collectors.joining());
    List<Form> forms =
        reader == null || characters.size() < 2
            ? List.of()
            : SpeltNames.of(name).stream()
                .filter(form -> isAllowed(name, Language.ZH, form.written(), to))
                .toList();
    if (forms.stream().noneMatch(form -> form.written().contains(" ") && isSaid(form, to))) {
      return Optional.empty();
    }
    String text = characters.stream().map(QueryWord::text).collect(Collectors.joining());
    return Optional.of(new Found(text, characters.getFirst().offset(), 1, true, forms));
  }

  /** Whether articles have the words of a name side by side. */
  private boolean isSaid(Form form, Language language) {
    String field = ArticleSchema.body(Optional.of(language));
    List<String> words = LanguageAnalyzers.lexiconTerms(language, form.written());
    try {
      for (String word : words) {
        if (reader.docFreq(new Term(field, word)) == 0) {
          return false; // nearly always, and sooner known than where the words stand
        }
      }
      PhraseQuery phrase = new PhraseQuery(field, words.toArray(String[]::new));
      return new IndexSearcher(reader).count(phrase) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void chinesePairs(String text, Language to, List<Found> found) throws IOException {
    String folded = LanguageAnalyzers.foldChinese(text);
    for (int start = 0; start < text.length() && found.size() < MOST_FOUND; start++) {
      StringBuilder key = new StringBuilder();
      Found longest = null;
      for (int end = start; end < text.length() && key.length() < LONGEST_CHINESE; end++) {
        char c = folded.charAt(end);
        if (ChineseSegmenter.isHan(c)) {
          key.append(c);
        } else if (key.isEmpty() || !NameTerms.isPoint(c)) {
          break;
        } else {
          continue;
        }
        List<Form> forms =
            key.length() < 2
                ? List.of()
                : pairs(
                    NameTerms.Kind.CHINESE_PAIR, key.toString(), key.toString(), Language.ZH, to);
        if (!forms.isEmpty()) {
          longest = new Found(text.substring(start, end + 1), start, 1, true, forms);
        }
      }
      if (longest != null) {
        found.add(longest);
      }
    }
  }

  private void latinPairs(
      String text, List<QueryWord> words, int offset, Language from, List<Found> found)
      throws IOException {
    for (int i = 0; i < words.size() && found.size() < MOST_FOUND; i++) {
      for (int end = Math.min(words.size(), i + LONGEST_LATIN); end > i; end--) {
        List<QueryWord> phrase = words.subList(i, end);
        int start = words.get(i).offset() - offset;
        String written = text.substring(start, words.get(end - 1).end() - offset);
        List<Form> forms =
            pairs(
                NameTerms.Kind.LATIN_PAIR,
                NameTerms.fold(written),
                QueryWord.key(phrase),
                from,
                Language.ZH);
        if (!forms.isEmpty()) {
          found.add(new Found(written, start, 1, true, forms));
          break;
        }
      }
    }
  }

  /** Two words that are written as names. */
  private void latinPersons(
      String text, List<QueryWord> words, int offset, Language from, List<Found> found)
      throws IOException {
    PinyinPersons persons = null;
    boolean capitals = text.chars().anyMatch(Character::isUpperCase);
    for (int i = 0; i + 1 < words.size() && found.size() < MOST_FOUND; i++) {
      List<QueryWord> pair = words.subList(i, i + 2);
      int start = pair.getFirst().offset() - offset;
      String written = text.substring(start, pair.getLast().end() - offset);
      String key = QueryWord.key(pair);
      if (pair.stream().anyMatch(word -> word.stop() || capitals && !word.isCapitalized())
          || pair.getFirst().end() + 1 != pair.getLast().offset()
          || isCovered(found, start, start + written.length())
          || !lexicon.translate(key, from.locale(), Language.ZH.locale()).isEmpty()) {
        continue;
      }
      persons = persons == null ? new PinyinPersons(reader) : persons;
      List<Form> forms =
          Stream.concat(
                  person(pair.getFirst(), pair.getLast(), persons).stream(),
                  person(pair.getLast(), pair.getFirst(), persons).stream())
              .filter(form -> isAllowed(key, from, form.written(), Language.ZH))
              .toList();
      if (!forms.isEmpty()) {
        found.add(new Found(written, start, 1, true, forms));
      }
    }
  }

  /**
   * Persons of this name. If the given name is a word, such as Long, it must have two syllables:
   * two characters are too often side by side without being a name.
   */
  private List<Form> person(QueryWord family, QueryWord given, PinyinPersons persons)
      throws IOException {
    if (Pinyin.families(family.text()).isEmpty()) {
      return List.of();
    }
    List<List<Set<Character>>> ways = Pinyin.given(given.text());
    boolean unknown = !ways.isEmpty() && NameTerms.isUnknown(given.text(), lexicon);
    return persons.of(
        family.text(), ways.stream().filter(way -> unknown || way.size() > 1).toList());
  }

  /** What articles say in brackets, unless the lexicon or the user knows better. */
  private List<Form> pairs(
      NameTerms.Kind kind, String key, String lexiconKey, Language from, Language to)
      throws IOException {
    List<Form> forms = new ArrayList<>();
    String prefix = NameTerms.prefix(kind, key);
    pairs = pairs == null ? terms.iterator() : pairs;
    boolean more = pairs.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END;
    if (!more
        || !pairs.term().utf8ToString().startsWith(prefix)
        || !lexicon.translate(lexiconKey, from.locale(), to.locale()).isEmpty()) {
      return forms; // nearly always, and the index says so sooner than the lexicon
    }
    while (more && forms.size() < BEST && pairs.term().utf8ToString().startsWith(prefix)) {
      String term = pairs.term().utf8ToString();
      String written = term.substring(prefix.length());
      List<Integer> articles = articles(term, 1);
      if (!articles.isEmpty() && isAllowed(lexiconKey, from, written, to)) {
        forms.add(new Form(written, 1, "article " + id(articles.getFirst())));
      }
      more = pairs.next() != null;
    }
    return forms;
  }

  private boolean isAllowed(String key, Language from, String written, Language to) {
    return lexicon.allows(
        key, from.locale(), LanguageAnalyzers.lexiconKey(written, to.locale()), to.locale());
  }

  private void chineseSounds(List<QueryWord> words, int offset, Language to, List<Found> found)
      throws IOException {
    int end;
    for (int i = 0; i < words.size(); i = Math.max(end, i + 1)) {
      StringBuilder name = new StringBuilder();
      StringBuilder written = new StringBuilder();
      for (end = i; end < words.size() && continues(words, i, end); end++) {
        name.append(words.get(end).term());
        written.append(words.get(end).text());
      }
      int start = words.get(i).offset() - offset;
      if (name.length() > 1 && !isCovered(found, start, start + written.length())) {
        String sound = NameSounds.ofChinese(name.toString()).orElseThrow();
        add(written.toString(), start, name.toString(), sound, Language.ZH, to, found);
      }
    }
  }

  /** Single characters of names side by side are what is left of an unknown name. */
  private static boolean continues(List<QueryWord> words, int first, int at) {
    QueryWord word = words.get(at);
    return word.term().length() == 1
        && !word.stop()
        && NameSounds.isOfNames(word.term().charAt(0))
        && (at == first || words.get(at - 1).end() == word.offset());
  }

  private static boolean isCovered(List<Found> found, int start, int end) {
    return found.stream()
        .anyMatch(each -> each.offset() < end && each.offset() + each.text().length() > start);
  }

  private void latinSounds(List<QueryWord> words, int offset, Language from, List<Found> found)
      throws IOException {
    for (QueryWord word : words) {
      int start = word.offset() - offset;
      String name = NameTerms.fold(word.text());
      if (!word.stop()
          && name.length() > 3
          && word.isCapitalized()
          && !isCovered(found, start, start + word.text().length())
          && NameTerms.isUnknown(word.text(), lexicon)) {
        add(word.text(), start, word.term(), NameSounds.ofLatin(name), from, Language.ZH, found);
      }
    }
  }

  private record Heard(String name, double similarity) {}

  private void add(
      String written,
      int start,
      String key,
      String sound,
      Language from,
      Language to,
      List<Found> found)
      throws IOException {
    double least = NameSounds.weight(sound) < SHORT ? SHORT_ALIKE : ALIKE;
    if (scans++ >= MOST_SCANS) {
      return;
    }
    NameTerms.Kind kind =
        from == Language.ZH ? NameTerms.Kind.LATIN_SOUND : NameTerms.Kind.CHINESE_SOUND;
    NameTerms.Kind own =
        from == Language.ZH ? NameTerms.Kind.CHINESE_SOUND : NameTerms.Kind.LATIN_SOUND;
    String ownTerm =
        NameTerms.prefix(own, NameSounds.key(sound))
            + (from == Language.ZH ? key : NameTerms.fold(written));
    List<Form> forms = new ArrayList<>();
    for (Heard heard : alike(NameTerms.prefix(kind, NameSounds.key(sound)), sound, to, least)) {
      if (isAllowed(key, from, heard.name, to)) {
        String other = NameTerms.prefix(kind, NameSounds.key(sound)) + heard.name;
        Optional<String> witness = witness(ownTerm, other);
        double alone = SOUND_WEIGHT * heard.similarity;
        forms.add(
            new Form(
                heard.name,
                witness.isPresent() ? WITNESSED : alone,
                witness.map(articles -> SOUND + ", articles " + articles).orElse(SOUND)));
      }
    }
    forms.sort(Comparator.comparingDouble(form -> -form.weight));
    if (!forms.isEmpty()) {
      boolean witnessed = forms.getFirst().weight() == WITNESSED;
      found.add(new Found(written, start, witnessed ? 1 : SOUND_UNIT, false, forms));
    }
  }

  /** The names that sound most alike and that articles of the language have. */
  private List<Heard> alike(String prefix, String sound, Language to, double least)
      throws IOException {
    List<Heard> alike = new ArrayList<>();
    TermsEnum each = terms.iterator();
    boolean more = each.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END;
    for (int n = 0; more && n < MOST_COMPARED; n++) {
      String term = each.term().utf8ToString();
      if (!term.startsWith(prefix)) {
        break;
      }
      String name = term.substring(prefix.length());
      Optional<String> heard =
          to == Language.ZH ? NameSounds.ofChinese(name) : Optional.of(NameSounds.ofLatin(name));
      double similarity = heard.map(h -> NameSounds.similarity(sound, h)).orElse(0.0);
      if (similarity >= least && isIn(name, to) && !articles(term, 1).isEmpty()) {
        alike.add(new Heard(name, similarity));
      }
      more = each.next() != null;
    }
    alike.sort(
        Comparator.comparingDouble((Heard heard) -> -heard.similarity).thenComparing(Heard::name));
    return alike.subList(0, Math.min(BEST, alike.size()));
  }

  private boolean isIn(String name, Language language) throws IOException {
    String field = ArticleSchema.body(Optional.of(language));
    return language == Language.ZH
        || reader.docFreq(new Term(field, LanguageAnalyzers.lexiconKey(name, language.locale())))
            > 0;
  }

  /** Two articles that are versions of one story and have the one name and the other. */
  private Optional<String> witness(String term, String other) throws IOException {
    List<Integer> others = articles(other, MOST_WITNESSES);
    for (int article : articles(term, MOST_WITNESSES)) {
      LeafReaderContext leaf = leaf(article);
      BinaryDocValues versions = DocValues.getBinary(leaf.reader(), ArticleSchema.VERSIONS);
      if (versions.advanceExact(article - leaf.docBase)) {
        List<String> ids = ArticleSchema.versions(versions.binaryValue());
        for (int candidate : others) {
          if (ids.contains(id(candidate))) {
            return Optional.of(id(article) + " and " + id(candidate));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The first articles that have a term. */
  private List<Integer> articles(String term, int most) throws IOException {
    List<Integer> articles = new ArrayList<>();
    PostingsEnum postings =
        MultiTerms.getTermPostingsEnum(
            reader, ArticleSchema.NAMES, new BytesRef(term), PostingsEnum.NONE);
    if (postings != null) {
      Bits live = MultiBits.getLiveDocs(reader);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS && articles.size() < most;
          doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          articles.add(doc);
        }
      }
    }
    return articles;
  }

  private String id(int article) throws IOException {
    LeafReaderContext leaf = leaf(article);
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
    return ids.advanceExact(article - leaf.docBase)
        ? ids.lookupOrd(ids.ordValue()).utf8ToString()
        : "?";
  }

  private LeafReaderContext leaf(int article) {
    return reader.leaves().get(ReaderUtil.subIndex(article, reader.leaves()));
  }
}
