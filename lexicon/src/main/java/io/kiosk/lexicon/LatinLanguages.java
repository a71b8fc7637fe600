package io.kiosk.lexicon;

import io.kiosk.lexicon.LanguageDetector.Detection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The languages of Latin script: a naive Bayes classifier over common words, with the letters of
 * each language as a second witness, and for short texts the parts of German and English words.
 */
final class LatinLanguages {

  /**
   * A word of rank r has about the probability .06 / (r + 1) in its language (Zipf's law), and that
   * of a chance meeting in another.
   */
  private static final double ZIPF = .06;

  private static final double CHANCE = .0004;

  /** What a letter that the language does not write, or does, adds to the evidence. */
  private static final double FOREIGN_LETTER = -2;

  private static final double OWN_LETTER = .7;

  /** Evidence of letters is bounded, for names of another language come in numbers. */
  private static final double MAX_LETTER_EVIDENCE = 12;

  private static final double MAX_MISSING_LETTER_EVIDENCE = 8;

  /** Head start of the languages that the archive is for, which decides short texts only. */
  private static final double PRIOR = 1.5;

  private static final double WORD_PART = .35;

  /** Below this share of common words a text of some length is in no language that is listed. */
  private static final double MIN_COMMON_WORDS = .13;

  private static final int FEW_WORDS = 12;

  /** Lead in evidence of German over English, or the other way, that settles a query. */
  private static final double CLEAR_LEAD = 4;

  private static final LatinLanguages INSTANCE = new LatinLanguages();

  private final List<String> languages = new ArrayList<>();
  private final Map<String, Weight> words = new HashMap<>();
  private final Map<Character, float[]> letters = new HashMap<>();
  private final double[] missing;
  private final List<WordPart> parts = new ArrayList<>();
  private final int german;
  private final int english;

  private record WordPart(String text, boolean german) {
    boolean isIn(String word) {
      return text.startsWith("^")
          ? word.startsWith(text.substring(1))
          : text.endsWith("$")
              ? word.endsWith(text.substring(0, text.length() - 1))
              : word.contains(text);
    }
  }

  /** What a word says for one language, and the next for which it says something; or null. */
  private record Weight(int language, float evidence, Weight next) {}

  /** What a text says for each language. */
  private static final class Evidence {
    final float[] sum;
    final int[] hits;
    final float[] letters;
    int words;
    int asciiLetters;

    Evidence(int languages) {
      sum = new float[languages];
      hits = new int[languages];
      letters = new float[languages];
    }
  }

  private LatinLanguages() {
    List<String> lists = ResourceLines.of("stop-words.txt");
    lists.forEach(line -> languages.add(line.substring(0, line.indexOf(' '))));
    for (int language = 0; language < languages.size(); language++) {
      readWords(language, lists.get(language).split(" "));
    }
    german = languages.indexOf("de");
    english = languages.indexOf("en");
    missing = new double[languages.size()];
    ResourceLines.of("letters.txt").forEach(this::readLetters);
    ResourceLines.of("word-parts.txt").forEach(this::readParts);
  }

  static LatinLanguages get() {
    return INSTANCE;
  }

  private void readWords(int language, String[] list) {
    for (int rank = 1; rank < list.length; rank++) {
      float evidence = (float) Math.max(Math.log(ZIPF / rank / CHANCE), .5);
      Weight known = words.get(list[rank]);
      if (known == null
          || known.language() != language) { // of a word listed twice the first counts
        words.put(list[rank], new Weight(language, evidence, known));
      }
    }
  }

  private void readLetters(String line) {
    String[] columns = line.split(" ");
    int language = languages.indexOf(columns[0]);
    missing[language] = Math.log1p(-Integer.parseInt(columns[1]) / 1000.0);
    line.chars()
        .filter(c -> c > 0x7F)
        .forEach(
            c -> letters.computeIfAbsent((char) c, k -> new float[languages.size()])[language] = 1);
  }

  private void readParts(String line) {
    String[] list = line.split(" ");
    for (int i = 1; i < list.length; i++) {
      parts.add(new WordPart(list[i], list[0].equals("de")));
    }
  }

  /** The language of running text; unknown if too few of its words are common in any. */
  Detection detect(String text) {
    Evidence evidence = evidence(text);
    int best = best(evidence.sum);
    double common = (double) evidence.hits[best] / Math.max(1, evidence.words);
    boolean none = evidence.hits[best] == 0 && evidence.letters[best] <= 0;
    if (none || evidence.words >= FEW_WORDS && common < MIN_COMMON_WORDS) {
      return Detection.UNKNOWN;
    }
    return new Detection(Locale.of(languages.get(best)), probability(evidence.sum, best));
  }

  /** Adds German, English or both to the candidates for a query. */
  void candidates(String query, boolean amongChinese, Set<Locale> candidates) {
    Evidence evidence = evidence(query);
    double lead = evidence.sum[german] - evidence.sum[english] + partsLead(query);
    if (amongChinese && evidence.hits[german] == 0 && evidence.hits[english] == 0) {
      return; // names and abbreviations in a Chinese query
    }
    if (lead > -CLEAR_LEAD) {
      candidates.add(Locale.GERMAN);
    }
    if (lead < CLEAR_LEAD) {
      candidates.add(Locale.ENGLISH);
    }
  }

  private Evidence evidence(String text) {
    Evidence evidence = new Evidence(languages.size());
    String lower = text.toLowerCase(Locale.ROOT);
    int start = -1;
    for (int i = 0; i <= lower.length(); i++) {
      char c = i < lower.length() ? lower.charAt(i) : ' ';
      if (c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLetter(c)) {
        start = start < 0 ? i : start;
        addLetter(c, evidence);
      } else if (start >= 0) {
        addWord(lower.substring(start, i), evidence);
        start = -1;
      }
    }
    for (int language = 0; language < languages.size(); language++) {
      evidence.sum[language] += (float) letterEvidence(evidence, language);
    }
    return evidence;
  }

  private double letterEvidence(Evidence evidence, int language) {
    double foreign = evidence.letters[language];
    double missed = evidence.asciiLetters * missing[language];
    double prior = language == german || language == english ? PRIOR : 0;
    return Math.clamp(foreign, -MAX_LETTER_EVIDENCE, MAX_LETTER_EVIDENCE)
        + Math.max(missed, -MAX_MISSING_LETTER_EVIDENCE)
        + prior;
  }

  private void addWord(String word, Evidence evidence) {
    evidence.words++;
    for (Weight weight = words.get(word); weight != null; weight = weight.next()) {
      evidence.sum[weight.language()] += weight.evidence();
      evidence.hits[weight.language()]++;
    }
  }

  private void addLetter(char letter, Evidence evidence) {
    if (letter < 0x80) {
      evidence.asciiLetters++;
      return;
    }
    float[] own = letters.get(letter);
    if (own != null) {
      for (int language = 0; language < own.length; language++) {
        evidence.letters[language] += (float) (own[language] > 0 ? OWN_LETTER : FOREIGN_LETTER);
      }
    }
  }

  private double partsLead(String query) {
    double lead = 0;
    for (String word : query.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (word.length() > 3 && !words.containsKey(word)) {
        for (WordPart part : parts) {
          lead += part.isIn(word) ? part.german() ? WORD_PART : -WORD_PART : 0;
        }
      }
    }
    return lead;
  }

  private static int best(float[] sums) {
    int best = 0;
    for (int i = 1; i < sums.length; i++) {
      best = sums[i] > sums[best] ? i : best;
    }
    return best;
  }

  private static double probability(float[] sums, int best) {
    double total = 0;
    for (float sum : sums) {
      total += Math.exp((sum - sums[best]) / 2);
    }
    return 1 / total;
  }
}
