package io.kiosk.lexicon;

import io.kiosk.lexicon.Candidates.Candidate;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Weighted translations between terms of Chinese, German and English.
 *
 * <p>The tables are mapped from files, one folder for each source, and mixed when a term is looked
 * up. Between German and Chinese the way goes through English, beside what sources say directly.
 * Immutable; safe for many threads. The files stay mapped as long as the lexicon is reachable;
 * there is nothing to close.
 *
 * <p>A <em>term</em> is what the index of its language has: English possessive-free, lower case,
 * KStem; German lower case, in its basic form ({@link GermanForms}); both without diacritics;
 * Chinese simplified, half width, lower case, without spaces. A term of several words is its words
 * joined by one space.
 *
 * <p>If a mapped file turns out damaged while it is read, the methods throw {@link
 * java.io.UncheckedIOException}.
 */
public final class TranslationLexicon {

  private static final int MOST_TRANSLATIONS = 20;
  private static final double RELATIVE_FLOOR = .015;
  private static final int MOST_PIVOTS = 40;
  private static final double PIVOT_FLOOR = .01;
  private static final double COMMON = .3;
  private static final double LEAST_EVIDENCE = .25;

  /**
   * Of a word that no entry has, and whose translations were learnt from examples, there is less.
   */
  private static final double LEAST_OF_AN_ENTRY = .3;

  private static final double MADE_OF_PARTS = .5;
  private static final double NAME_SHARE = .3;
  private static final int MOST_CHECKED = 24;
  private static final double LEAST_AGREEMENT = .02;
  private static final double MOST_STRAIGHT = .5;
  private static final int MOST_WORDS = 8;
  private static final double WORD_FLOOR = .05;
  private static final String PIVOT = "en";
  private static final String GERMAN = "de";
  private static final String CHINESE = "zh";
  private static final String NAME = "name";
  private static final int CACHED = 8192;
  private static final long MIXER = 0x9E3779B97F4A7C15L;
  private static final TranslationLexicon EMPTY =
      new TranslationLexicon(List.of(), UserTables.EMPTY);

  private final List<SourceTables> sources;
  private final UserTables user;
  private final String version;

  /** By language; all who ask share one list and the filter that it makes for who asks often. */
  private final Map<String, WordList> words = new ConcurrentHashMap<>();

  private final Map<String, List<Translation>> composed =
      Collections.synchronizedMap(new RecentlyUsed());

  private TranslationLexicon(List<SourceTables> sources, UserTables user) {
    this.sources = List.copyOf(sources);
    this.user = user;
    this.version =
        version(sources) + (user.isEmpty() ? "" : "+" + Integer.toHexString(user.digest()));
  }

  /**
   * Opens the tables of all sources.
   *
   * @param folder has one folder for each source, with its table
   * @return mixes all of them, without a user's entries
   * @throws IOException naming the file, if the folder has no sources or a table cannot be read
   */
  public static TranslationLexicon open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          folder + ": no such folder; expected one with a folder for each source of translations");
    }
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
      entries.forEach(folders::add);
    }
    Collections.sort(folders);
    List<SourceTables> sources = new ArrayList<>();
    for (Path source : folders) {
      sources.add(SourceTables.open(source));
    }
    if (sources.isEmpty()) {
      throw new IOException(
          folder + ": found no folder in it; expected one for each source of translations");
    }
    return new TranslationLexicon(sources, UserTables.EMPTY);
  }

  /** {@return a lexicon that knows nothing} */
  public static TranslationLexicon empty() {
    return EMPTY;
  }

  /**
   * The same lexicon with what a user says: his translations come from the source {@link
   * UserLexicon#SOURCE}, also where they are steps on the way through English. They take the place
   * of those of an earlier call.
   *
   * @param entries without any, those of an earlier call go
   * @param terms the term that the index has for a text of a language, as this class describes it
   * @return a new lexicon over the same mapped files; this one stays as it is
   */
  public TranslationLexicon with(UserLexicon entries, BiFunction<String, Locale, String> terms) {
    return new TranslationLexicon(sources, new UserTables(entries.entries(), terms));
  }

  /**
   * Translates a term, between German and Chinese by way of English too.
   *
   * @param term in the form that this class describes
   * @param from language of the term: {@code zh}, {@code de} or {@code en}; its region and script
   *     do not matter, here and below
   * @param to language of the translations
   * @return best first: at most 20, none below 1.5 % of the best; the weights sum to 1 at most.
   *     Empty if nothing is known or the two languages are the same
   */
  public List<Translation> translate(String term, Locale from, Locale to) {
    String source = from.getLanguage();
    String target = to.getLanguage();
    if (term.isEmpty() || source.equals(target)) {
      return List.of();
    }
    if (source.equals(PIVOT) || target.equals(PIVOT)) {
      return translations(direct(term, source, target), true);
    }
    String key = source + target + term;
    List<Translation> known = composed.get(key);
    if (known == null) {
      known = compose(term, source, target);
      composed.put(key, known);
    }
    return known;
  }

  /**
   * {@return whether the user lets a term be translated by another one that is found elsewhere: he
   * has neither vetoed it nor pinned others}
   *
   * @param term the term to translate
   * @param from its language
   * @param translation the term found
   * @param to its language
   */
  public boolean allows(String term, Locale from, String translation, Locale to) {
    Candidates candidates = new Candidates();
    candidates.add(translation, 1, NAME, true);
    user.apply(candidates, term, from.getLanguage(), to.getLanguage());
    return candidates.contains(translation);
  }

  /**
   * The translations of a German compound that the sources lack, by the English phrase of two words
   * that its parts make, if they know that one: Handel and Krieg make "trade war".
   *
   * @param parts the terms of its parts; of more or fewer than two nothing is known
   * @param to language of the translations
   * @return as of {@link #translate}
   */
  public List<Translation> translateCompound(List<String> parts, Locale to) {
    return translations(made(parts, to), false);
  }

  /**
   * The translations of a German compound that the sources have. If they know it from examples
   * alone, what its parts make counts as much as what was learnt: a single "ruthless trade war"
   * would else have Handelskrieg mean "ruthless", too.
   *
   * @param term the compound
   * @param parts the terms of its parts
   * @param to language of the translations
   * @return as of {@link #translate}; empty if the sources lack the compound
   */
  public List<Translation> translateCompound(String term, List<String> parts, Locale to) {
    List<Translation> known = translate(term, Locale.GERMAN, to);
    double evidence = mix(term, GERMAN, PIVOT).evidence();
    if (evidence == 0 || evidence > LEAST_OF_AN_ENTRY || user.contains(term, GERMAN)) {
      return known;
    }
    Candidates made = made(parts, to);
    if (known.isEmpty() || made.isEmpty()) {
      return known;
    }
    double learnt = known.stream().mapToDouble(Translation::weight).sum();
    Candidates both = new Candidates();
    for (Translation each : known) {
      String way = String.join("+", each.sources());
      both.add(each.term(), (1 - MADE_OF_PARTS) * each.weight() / learnt, way, false);
    }
    addAll(both, made, MADE_OF_PARTS / made.sum());
    user.apply(both, term, GERMAN, to.getLanguage());
    return translations(both, false);
  }

  private Candidates made(List<String> parts, Locale to) {
    Candidates candidates = new Candidates();
    if (parts.size() == 2) {
      List<Candidate> heads = direct(parts.get(1), GERMAN, PIVOT).top(MOST_WORDS, WORD_FLOOR);
      for (Candidate first : direct(parts.get(0), GERMAN, PIVOT).top(MOST_WORDS, WORD_FLOOR)) {
        for (Candidate second : heads) {
          phrase(first, second, to.getLanguage(), candidates);
        }
      }
    }
    return candidates;
  }

  private void phrase(Candidate first, Candidate second, String to, Candidates candidates) {
    String phrase = first.term() + " " + second.term();
    double weight = first.weight() * second.weight();
    String way = first.way() + "+" + second.way();
    Candidates known = mix(phrase, PIVOT, to.equals(PIVOT) ? CHINESE : to);
    if (to.equals(PIVOT) && !known.isEmpty()) {
      candidates.add(phrase, weight, way, false);
    } else {
      for (Candidate target : known.top(MOST_PIVOTS, PIVOT_FLOOR)) {
        String step = way + " > " + phrase + " > " + target.way();
        candidates.add(target.term(), weight * target.weight(), step, false);
      }
    }
  }

  /**
   * {@return whether the term has translations of its own in at least one direction}
   *
   * @param term in the form that this class describes
   * @param language of the term
   */
  public boolean contains(String term, Locale language) {
    if (user.contains(term, language.getLanguage())) {
      return true;
    }
    TermTable.Key key = TermTable.Key.of(term);
    for (SourceTables source : sources) {
      if (source.contains(key, language.getLanguage())) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return the words of a language: for Chinese those to segment by, for German the simple words
   * and their inflected forms, lower case, which compounds are made of; empty if no source has any}
   *
   * @param language its region and script do not matter
   */
  public WordList words(Locale language) {
    return words.computeIfAbsent(language.getLanguage(), this::readWords);
  }

  private WordList readWords(String language) {
    List<IntBuffer> tables = new ArrayList<>();
    int longest = 0;
    for (SourceTables source : sources) {
      IntBuffer slots = source.words(language);
      if (slots != null) {
        tables.add(slots);
        longest = Math.max(longest, source.longestWord(language));
      }
    }
    Set<String> added = language.equals(CHINESE) ? user.words(CHINESE) : Set.of();
    if (!added.isEmpty()) {
      tables.add(UserTables.slots(added));
      longest = Math.max(longest, added.stream().mapToInt(String::length).max().orElseThrow());
    }
    return WordList.over(tables, longest);
  }

  /**
   * {@return the most readable written form of an index term: "gesundheit" gives "Gesundheit"; the
   * term itself if unknown}
   *
   * @param term in the form that this class describes; may be empty
   * @param language of the term
   */
  public String surface(String term, Locale language) {
    if (term.isEmpty()) {
      return term;
    }
    String written = user.form(term, language.getLanguage());
    if (written != null) {
      return written;
    }
    TermTable.Key key = TermTable.Key.of(term);
    for (SourceTables source : sources) {
      String form = source.form(key, term, language.getLanguage());
      if (form != null) {
        return form;
      }
    }
    return term;
  }

  /** {@return a name of the data: other data have another one} */
  public String version() {
    return version;
  }

  /**
   * {@return the names of the sources, in alphabetical order; the user, if he says something, last}
   */
  public List<String> sources() {
    return Stream.concat(
            sources.stream().map(SourceTables::name),
            user.isEmpty() ? Stream.empty() : Stream.of(UserLexicon.SOURCE))
        .toList();
  }

  /** What the sources say directly; for a German word that none knows, the name it may be. */
  private Candidates direct(String term, String from, String to) {
    Candidates candidates = mix(term, from, to);
    return candidates.isEmpty() && from.equals(GERMAN) && to.equals(PIVOT)
        ? germanName(term)
        : candidates;
  }

  private Candidates germanName(String term) {
    Candidates candidates = new Candidates();
    for (String name : NameFolding.english(term)) {
      if (isEnglishName(name)) {
        candidates.add(name, 1, NAME, true);
        break;
      }
    }
    return candidates;
  }

  private static void addAll(Candidates sum, Candidates part, double factor) {
    for (Candidate candidate : part.top(MOST_PIVOTS, PIVOT_FLOOR)) {
      sum.add(candidate.term(), factor * candidate.weight(), candidate.way(), false);
    }
  }

  private boolean isEnglishName(String term) {
    TermTable.Key key = TermTable.Key.of(term);
    for (SourceTables source : sources) {
      String form = source.form(key, term, PIVOT);
      if (form != null && Character.isUpperCase(form.codePointAt(0))) {
        return true;
      }
    }
    return false;
  }

  /** The sources' weights, summed in proportion to their trust and their evidence for the term. */
  private Candidates mix(String term, String from, String to) {
    TermTable.Key key = TermTable.Key.of(term);
    Candidates candidates = new Candidates();
    double total = 0;
    for (SourceTables source : sources) {
      if (!source.translates(from, to)) {
        continue;
      }
      List<Scored> list = new ArrayList<>();
      double evidence = source.translate(key, from, to, (t, w) -> list.add(new Scored(t, w)));
      double share = evidence * source.trust();
      for (Scored scored : list) {
        candidates.add(scored.term(), share * scored.weight(), source.name(), true);
      }
      total += share;
    }
    if (total > 0) {
      candidates.scale(1 / total);
      candidates.evidence(total);
    }
    if (from.equals(PIVOT) || to.equals(PIVOT)) {
      user.apply(candidates, term, from, to); // what is composed is changed as a whole
    }
    return candidates;
  }

  private record Scored(String term, double weight) {}

  /**
   * The sum over the ways through English, beside what sources say directly. A common English word,
   * of which the sources know much, is a likelier step than a rare one that has but one
   * translation: "fire" for Brand, not "fireship". A name that English has may be the same in
   * German.
   */
  private List<Translation> compose(String term, String from, String to) {
    Candidates paths = new Candidates();
    Map<String, String> names = new HashMap<>();
    List<Candidate> pivots = direct(term, from, PIVOT).top(MOST_PIVOTS, PIVOT_FLOOR);
    double plain = 0;
    double weighed = 0;
    for (Candidate pivot : pivots) {
      Candidates second = mix(pivot.term(), PIVOT, to);
      double weight =
          pivot.weight() * Math.pow(Math.max(LEAST_EVIDENCE, second.evidence()), COMMON);
      plain += pivot.weight();
      weighed += weight;
      if (to.equals(GERMAN) && isEnglishName(pivot.term())) {
        addName(pivot.term(), second, names);
      }
      for (Candidate target : second.top(MOST_PIVOTS, PIVOT_FLOOR)) {
        String way = pivot.way() + " > " + pivot.term() + " > " + target.way();
        paths.add(target.term(), weight * target.weight(), way, false);
      }
    }
    paths.scale(weighed > 0 ? plain / weighed : 1);
    agree(paths, pivots, names, to);
    Candidates straight = mix(term, from, to);
    double share =
        paths.isEmpty() ? 1 : MOST_STRAIGHT * straight.evidence() / (straight.evidence() + 1);
    paths.scale(1 - share);
    addAll(paths, straight, share);
    user.apply(paths, term, from, to);
    return translations(paths, false);
  }

  /** Adds an English name to its German translations, unless it is one of them. */
  private static void addName(String english, Candidates german, Map<String, String> names) {
    String name = NameFolding.german(english);
    if (!german.contains(name)) {
      german.add(name, german.isEmpty() ? 1 : NAME_SHARE, NAME, true);
      names.put(name, english);
    }
  }

  /**
   * Lowers translations that came over an ambiguous English word: what a translation means in
   * English must be what the term means. The measure is Bhattacharyya's, the sum of sqrt(p q) over
   * the English words of both.
   *
   * @param names of which no source says what they mean in English, and the English names that they
   *     are
   */
  private void agree(
      Candidates paths, List<Candidate> english, Map<String, String> names, String to) {
    Map<String, Double> meaning = new HashMap<>();
    english.forEach(each -> meaning.put(each.term(), each.weight()));
    double sum = english.stream().mapToDouble(Candidate::weight).sum();
    paths.reweigh(
        MOST_CHECKED,
        target -> {
          double shared = 0;
          double own = 0;
          for (Candidate each : mix(target, to, PIVOT).top(MOST_PIVOTS, PIVOT_FLOOR)) {
            own += each.weight();
            shared += Math.sqrt(each.weight() * meaning.getOrDefault(each.term(), 0.));
          }
          if (own == 0 && names.containsKey(target)) {
            own = 1;
            shared = Math.sqrt(meaning.getOrDefault(names.get(target), 0.));
          }
          return own == 0 ? 1 : Math.sqrt(LEAST_AGREEMENT + shared / Math.sqrt(own * sum));
        });
  }

  private static List<Translation> translations(Candidates candidates, boolean direct) {
    List<Candidate> top = candidates.top(MOST_TRANSLATIONS, RELATIVE_FLOOR);
    double sum = top.stream().mapToDouble(Candidate::weight).sum();
    double factor = sum > 1 ? 1 / sum : 1;
    List<Translation> list = new ArrayList<>(top.size());
    for (Candidate candidate : top) {
      double weight = Math.min(1, factor * candidate.weight());
      String way = candidate.way();
      List<String> ways =
          direct && way.indexOf('+') >= 0 ? List.of(way.split("\\+", -1)) : List.of(way);
      list.add(new Translation(candidate.term(), weight, ways));
    }
    return List.copyOf(list);
  }

  /** The digests of the tables are in their headers; to mix them takes no digest of digests. */
  private static String version(List<SourceTables> sources) {
    if (sources.isEmpty()) {
      return "empty";
    }
    long mixed = 0;
    for (SourceTables source : sources) {
      for (byte b : source.name().getBytes(StandardCharsets.UTF_8)) {
        mixed = (mixed ^ b) * MIXER;
      }
      for (byte b : source.digest()) {
        mixed = (mixed ^ b) * MIXER;
      }
      mixed ^= mixed >>> 32;
    }
    return Long.toHexString(mixed | Long.MIN_VALUE);
  }

  /** The composed translations used last. */
  private static final class RecentlyUsed extends LinkedHashMap<String, List<Translation>> {
    private static final long serialVersionUID = 1;

    RecentlyUsed() {
      super(256, .75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, List<Translation>> eldest) {
      return size() > CACHED;
    }
  }
}
