package io.kiosk.lexicon.builder;

import io.kiosk.lexicon.LexiconSourceWriter;
import io.kiosk.schema.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Turns the pairs of one dictionary into weighted translations in both directions: half the entry
 * as written, half what {@link WordAligner} learns from all entries.
 */
final class SourceBuilder {

  private static final int MOST_TRANSLATIONS = 12;
  private static final double RELATIVE_FLOOR = .025;
  private static final int MOST_WORDS = 3;
  private static final int MOST_WORDS_OF_NAME = 5;
  private static final int LONGEST_CHINESE = 12;
  private static final int SHORTEST_CHINESE_PHRASE = 4;
  private static final double LEARNT = .5;
  private static final double WORDS_OF_PHRASE = .5;

  /** Evidence for a word that no entry has but of which something was learnt. */
  private static final double LEARNT_EVIDENCE = .25;

  private static final Pattern CAPITALS = Pattern.compile("^\\p{Lu}.* \\p{Lu}");
  private static final Set<String> JARGON =
      Set.of(
          "surname",
          "classifier",
          "variant",
          "abbr",
          "sb",
          "sth",
          "lit",
          "fig",
          "esp",
          "etc",
          "taiwan pr",
          "loanword",
          "onom",
          "interj",
          "jd",
          "jdn",
          "jdm",
          "etw",
          "oneself");

  /** Sentences teach what a word means only if it occurs in a few of them. */
  private static final double LEAST_COUNT = 3;

  private static final double LEAST_OF_BEST = .1;

  /** What the pairs of a source are. */
  enum Kind {
    /** Entries with several translations each. */
    DICTIONARY,
    /** Names, which stand for nothing else: nothing is learnt from them. */
    NAMES,
    /** Sentences, from which everything is learnt. */
    SENTENCES
  }

  private final Language left;
  private final Language right;
  private final Terms terms;
  private final Kind kind;
  private final WordAligner aligner = new WordAligner();
  private final Map<String, Map<String, Double>> forward = new TreeMap<>();
  private final Map<String, Map<String, Double>> backward = new TreeMap<>();
  private final Map<Language, WrittenForms> forms;

  SourceBuilder(
      Language left, Language right, Terms terms, Map<Language, WrittenForms> forms, Kind kind) {
    this.left = left;
    this.right = right;
    this.terms = terms;
    this.forms = forms;
    this.kind = kind;
  }

  void addAll(List<Pair> pairs) {
    for (Pair pair : pairs) {
      add(pair);
    }
  }

  private void add(Pair pair) {
    String a = Terms.key(left, pair.left());
    String b = Terms.key(right, pair.right());
    if (a.isEmpty() || b.isEmpty() || JARGON.contains(a) || JARGON.contains(b)) {
      return;
    }
    int most = isName(pair) ? MOST_WORDS_OF_NAME : MOST_WORDS;
    if (pair.entry() && fits(left, a, most) && fits(right, b, most)) {
      forward.computeIfAbsent(a, k -> new TreeMap<>()).merge(b, pair.weight(), Double::sum);
      backward.computeIfAbsent(b, k -> new TreeMap<>()).merge(a, pair.weight(), Double::sum);
      forms.get(left).add(a, pair.left(), pair.weight());
      forms.get(right).add(b, pair.right(), pair.weight());
    }
    if (kind != Kind.NAMES) {
      aligner.add(words(left, a), words(right, b), pair.weight());
    }
  }

  /**
   * Those to be aligned. Sentences keep words without meaning of their own, as what they are
   * translated by would else be taken for the translation of others.
   */
  private List<String> words(Language language, String key) {
    return kind == Kind.SENTENCES ? terms.words(language, key) : terms.contentWords(language, key);
  }

  private static boolean fits(Language language, String key, int mostWords) {
    return language == Language.ZH
        ? key.length() <= LONGEST_CHINESE
        : key.chars().filter(c -> c == ' ').count() < mostWords;
  }

  /** In English, names of several words have capitals. */
  private boolean isName(Pair pair) {
    String english = left == Language.EN ? pair.left() : pair.right();
    return kind == Kind.NAMES || CAPITALS.matcher(english).find();
  }

  /** The translations as written, from the first language or from the second. */
  Map<String, Map<String, Double>> entries(Language from) {
    return from == left ? forward : backward;
  }

  /**
   * Writes both directions.
   *
   * @param leastPhraseEvidence phrases of which the source knows less are left out
   */
  void write(LexiconSourceWriter writer, double leastPhraseEvidence) {
    WordAligner.Learnt learnt = aligner.learn();
    write(writer, left, right, forward, learnt.forward(), learnt.leftCounts(), leastPhraseEvidence);
    write(
        writer,
        right,
        left,
        backward,
        learnt.backward(),
        learnt.rightCounts(),
        leastPhraseEvidence);
  }

  private void write(
      LexiconSourceWriter writer,
      Language from,
      Language to,
      Map<String, Map<String, Double>> entries,
      Map<String, Map<String, Double>> learnt,
      Map<String, Double> counts,
      double leastPhraseEvidence) {
    if (kind == Kind.SENTENCES) {
      keepContent(learnt, from, to);
    }
    Set<String> keys = new TreeSet<>(entries.keySet());
    keys.addAll(learnt.keySet());
    for (String key : keys) {
      Map<String, Double> entry = entries.getOrDefault(key, Map.of());
      Map<String, Double> words = learnt.getOrDefault(key, Map.of());
      double evidence =
          entry.isEmpty()
              ? learntEvidence(counts.getOrDefault(key, 0.), words)
              : Weights.sum(entry);
      Map<String, Double> mixed = mix(entry, words, to);
      boolean rare = isPhrase(from, key) && evidence < leastPhraseEvidence;
      if (!rare && !Terms.isNumber(key) && evidence > 0 && !mixed.isEmpty()) {
        writer.translations(
            from.locale(),
            to.locale(),
            key,
            evidence,
            Weights.heaviest(mixed, MOST_TRANSLATIONS, RELATIVE_FLOOR));
      }
    }
  }

  /** Whether a term can be translated by its parts, too. */
  private static boolean isPhrase(Language language, String key) {
    return language == Language.ZH ? key.length() > SHORTEST_CHINESE_PHRASE : key.indexOf(' ') > 0;
  }

  /** Of sentences as much less as the word is said by words that were left out. */
  private double learntEvidence(double count, Map<String, Double> words) {
    if (kind == Kind.DICTIONARY) {
      return LEARNT_EVIDENCE;
    }
    return count < LEAST_COUNT ? 0 : Math.sqrt(count) * Weights.sum(words);
  }

  /** Leaves out words without meaning, and what is far less likely than one of them. */
  private void keepContent(Map<String, Map<String, Double>> learnt, Language from, Language to) {
    learnt.keySet().removeIf(word -> !terms.isContentWord(from, word));
    for (Map<String, Double> words : learnt.values()) {
      double best = words.values().stream().mapToDouble(weight -> weight).max().orElse(0);
      words.keySet().removeIf(word -> !terms.isContentWord(to, word));
      words.values().removeIf(weight -> weight < LEAST_OF_BEST * best);
    }
    learnt.values().removeIf(Map::isEmpty);
  }

  private Map<String, Double> mix(
      Map<String, Double> entry, Map<String, Double> words, Language to) {
    Map<String, Double> mixed = new TreeMap<>();
    if (!entry.isEmpty()) {
      Weights.addAll(mixed, asWritten(entry, to), words.isEmpty() ? 1 : 1 - LEARNT);
    }
    Weights.addAll(mixed, words, entry.isEmpty() ? 1 : LEARNT);
    mixed.keySet().removeIf(JARGON::contains);
    if (!mixed.isEmpty()) {
      Weights.normalize(mixed);
    }
    return mixed;
  }

  /** The entry's translations; half the weight of a phrase also goes to its words. */
  private Map<String, Double> asWritten(Map<String, Double> entry, Language to) {
    Map<String, Double> weights = new TreeMap<>(entry);
    if (to != Language.ZH) {
      entry.forEach(
          (phrase, weight) -> {
            if (phrase.indexOf(' ') > 0) {
              List<String> words = terms.contentWords(to, phrase);
              for (String word : words) {
                weights.merge(word, WORDS_OF_PHRASE * weight / words.size(), Double::sum);
              }
            }
          });
    }
    Weights.normalize(weights);
    return weights;
  }
}
