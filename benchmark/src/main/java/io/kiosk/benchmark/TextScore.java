package io.kiosk.benchmark;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How well an extractor's text agrees with the gold of one page.
 *
 * <p>Segments (as in trafilatura's evaluation): one that must be there and is counts as true
 * positive, one that must not and is as false positive, after NFC, without zero-width characters
 * and with white space collapsed, in Chinese removed. Texts (as in article-extraction-benchmark):
 * multisets of runs of four tokens, a token being a word, in Chinese a character; their Dice
 * coefficient is the page's F1.
 *
 * @param truePositives segments found that must be
 * @param falsePositives segments found that must not
 * @param falseNegatives segments not found that must be
 * @param textF1 from 0 to 1; empty if the whole article is not known
 */
record TextScore(
    int truePositives, int falsePositives, int falseNegatives, Optional<Double> textF1) {

  private static final int SHINGLE = 4;
  private static final Pattern ZERO_WIDTH =
      Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff\\u00ad]");
  private static final Pattern WHITE =
      Pattern.compile("[\\s\\x1c-\\x1f]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+");

  /** The mean of several pages: segments are counted together, F1 of texts averaged. */
  record Mean(int pages, double precision, double recall, double segmentF1, double pageF1) {}

  static TextScore of(GoldPage page, String text) {
    String lang = page.lang();
    String plain = normalize(text, lang);
    Set<String> lines = text.lines().map(line -> normalize(line, lang)).collect(Collectors.toSet());
    int found = count(page.with(), plain, lang);
    int leaked =
        count(page.without(), plain, lang)
            + (int)
                page.withoutLines().stream()
                    .filter(line -> lines.contains(normalize(line, lang)))
                    .count();
    return new TextScore(
        found,
        leaked,
        page.with().size() - found,
        page.text().map(gold -> dice(shingles(gold, lang), shingles(text, lang))));
  }

  private static int count(List<String> segments, String text, String lang) {
    return (int) segments.stream().filter(s -> text.contains(normalize(s, lang))).count();
  }

  private static String normalize(String text, String lang) {
    String plain = withoutZeroWidth(text);
    return lang.equals("zh")
        ? WHITE.matcher(plain).replaceAll("")
        : WHITE.matcher(plain).replaceAll(" ").strip();
  }

  private static String withoutZeroWidth(String text) {
    return ZERO_WIDTH.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
  }

  private static Map<String, Integer> shingles(String text, String lang) {
    List<String> tokens = tokens(text, lang);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i == 0 || i + SHINGLE <= tokens.size(); i++) {
      List<String> run = tokens.subList(i, Math.min(tokens.size(), i + SHINGLE));
      if (!run.isEmpty()) {
        counts.merge(String.join(" ", run), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> tokens(String text, String lang) {
    List<String> tokens = new ArrayList<>();
    TOKEN
        .matcher(withoutZeroWidth(text))
        .results()
        .forEach(
            word -> {
              if (lang.equals("zh")) {
                word.group().codePoints().forEach(c -> tokens.add(Character.toString(c)));
              } else {
                tokens.add(word.group());
              }
            });
    return tokens;
  }

  private static double dice(Map<String, Integer> gold, Map<String, Integer> found) {
    int both = 0;
    for (Map.Entry<String, Integer> entry : found.entrySet()) {
      both += Math.min(entry.getValue(), gold.getOrDefault(entry.getKey(), 0));
    }
    return share(2.0 * both, sum(gold) + sum(found));
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  static Mean mean(List<TextScore> scores) {
    int tp = scores.stream().mapToInt(TextScore::truePositives).sum();
    int fp = scores.stream().mapToInt(TextScore::falsePositives).sum();
    int fn = scores.stream().mapToInt(TextScore::falseNegatives).sum();
    double precision = share(tp, tp + fp);
    double recall = share(tp, tp + fn);
    double texts =
        scores.stream()
            .flatMap(score -> score.textF1().stream())
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(Double.NaN);
    return new Mean(
        scores.size(), precision, recall, share(2 * precision * recall, precision + recall), texts);
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
