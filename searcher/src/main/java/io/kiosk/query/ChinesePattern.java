package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.query.GapPattern.Gap;
import io.kiosk.query.GapPattern.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chinese words with gaps, or with one character that differs. Chinese has no spaces, so a gap of
 * any number of characters is one of up to {@value #WIDEST_GAP} without punctuation. Text is
 * compared simplified, half width and in lower case.
 */
final class ChinesePattern implements TextFinder {

  /** The most characters that {@code *} stands for. */
  static final int WIDEST_GAP = 4;

  private static final String CHARACTER = "[\\p{L}\\p{N}·・]";

  private final List<GapPattern> variants;
  private final Pattern regex;

  /** Patterns of which one must fit. */
  private ChinesePattern(List<GapPattern> variants) {
    this.variants = List.copyOf(variants);
    this.regex =
        Pattern.compile(
            variants.stream().map(ChinesePattern::regex).collect(Collectors.joining("|")));
  }

  static ChinesePattern ofGaps(GapPattern pattern) {
    return new ChinesePattern(List.of(folded(pattern)));
  }

  private static GapPattern folded(GapPattern pattern) {
    return new GapPattern(
        pattern.pieces().stream()
            .map(
                piece ->
                    switch (piece) {
                      case Text text -> new Text(LanguageAnalyzers.foldChinese(text.text()));
                      case Gap gap -> gap;
                    })
            .toList());
  }

  /** A word in which one character is another one, is missing, or is added. */
  static ChinesePattern ofOneEdit(String word) {
    String folded = LanguageAnalyzers.foldChinese(word);
    List<GapPattern> variants = new ArrayList<>();
    variants.add(pattern(folded, "", ""));
    for (int i = 0; i < folded.length(); i++) {
      variants.add(pattern(folded.substring(0, i), "?", folded.substring(i + 1)));
      if (i > 0) {
        variants.add(pattern(folded.substring(0, i), "?", folded.substring(i)));
        variants.add(pattern(folded.substring(0, i), "", folded.substring(i + 1)));
      }
    }
    return new ChinesePattern(variants);
  }

  private static GapPattern pattern(String before, String gap, String behind) {
    return GapPattern.of(before + gap + behind);
  }

  @Override
  public List<Span> in(String text) {
    List<Span> spans = new ArrayList<>();
    String folded = LanguageAnalyzers.foldChinese(text);
    Matcher matcher = regex.matcher(folded);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        spans.add(new Span(matcher.start(), matcher.end()));
      }
    }
    return spans;
  }

  private static String regex(GapPattern pattern) {
    StringBuilder regex = new StringBuilder();
    for (GapPattern.Piece piece : pattern.pieces()) {
      switch (piece) {
        case Text text ->
            regex
                .append(latinEdge(text.text().charAt(0), regex.isEmpty(), "<!"))
                .append(Pattern.quote(text.text()));
        case Gap gap -> {
          switch (gap) {
            case ONE -> regex.append(CHARACTER);
            case MANY -> regex.append(CHARACTER).append("{0,").append(WIDEST_GAP).append("}?");
          }
        }
      }
    }
    return pattern.pieces().getLast() instanceof Text text
        ? regex + latinEdge(text.text().charAt(text.text().length() - 1), true, "!")
        : regex.toString();
  }

  /** A Latin word at an end of the pattern is a whole word. */
  private static String latinEdge(char c, boolean atEnd, String look) {
    return atEnd && !Character.isIdeographic(c)
        ? "(?" + look + "[\\p{L}\\p{N}&&[^\\p{IsHan}]])"
        : "";
  }

  /** Each of the patterns for itself. */
  List<ChinesePattern> each() {
    return variants.stream().map(variant -> new ChinesePattern(List.of(variant))).toList();
  }

  /** Its stretches of two or more Chinese characters; of several patterns those of the first. */
  List<String> stretches() {
    return variants.getFirst().texts().stream()
        .flatMap(text -> Stream.of(text.split("[^\\p{IsHan}]+")))
        .filter(text -> text.length() > 1)
        .toList();
  }

  /**
   * Whether articles that have its stretches side by side have it: it is a word of so few
   * characters that its bigrams overlap, with nothing but gaps around it that may be empty.
   */
  boolean isOneWord() {
    List<String> texts = variants.getFirst().texts();
    return variants.size() == 1
        && texts.size() == 1
        && !variants.getFirst().pieces().contains(Gap.ONE)
        && texts.getFirst().matches("\\p{IsHan}{2,3}");
  }

  /** The first Chinese character that it names; of several patterns that of the first. */
  String firstCharacter() {
    return String.join("", variants.getFirst().texts())
        .replaceAll("[^\\p{IsHan}]", "")
        .substring(0, 1);
  }

  /** How many characters it names. */
  int characters() {
    return variants.stream()
        .mapToInt(variant -> String.join("", variant.texts()).length())
        .min()
        .orElse(0);
  }
}
