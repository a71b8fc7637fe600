package io.kiosk.corpus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title that a page's metadata claim, cut at the signs that part headline, section and site:
 * {@code Headline - Section | Site}. For one thread.
 */
final class TitleParts {

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+[|\\-–—―_»«·•:/<>›~¦｜]{1,2}\\s+|\\s*[|_¦｜]+\\s*|--+|::"
              + "|(?<=[\\u2E80-\\uFFEF])\\s*[-–—]+\\s*|\\s*[-–—]+\\s*(?=[\\u2E80-\\uFFEF])");

  /** Chinese titles have no spaces around the sign. */
  private static final Pattern CHINESE_SEPARATOR =
      Pattern.compile("\\s*[|_¦｜]+\\s*|\\s*[-–—―]+\\s*|\\s+[»«·•/<>›~]+\\s+|::");

  /** What separators begin with, behind white space. */
  private static final String SIGNS = "|-–—―_»«·•:/<>›~¦｜";

  private static final String OPEN_SIGNS = "|_»«¦｜–—-";

  private static final String IGNORED = "\"'’‘‚“”„«»‹›`´";

  /** Agreement of a heading that is the whole title; a little more than of any part. */
  static final double WHOLE = 1.15;

  /** Agreement of a heading that is the first part, but not the longest. */
  static final double PART = .55;

  /** Any two texts of a language have so many pairs of letters in common. */
  private static final double CHANCE = .45;

  /** Share of the longest part's length from which the last part may be the headline, too. */
  private static final double LONG = .8;

  private static final int MAX_PARTS = 12;

  private final String title;
  private final List<int[]> spans = new ArrayList<>();

  private final String folded;

  /** Neighbouring parts, folded; whether the longest is among them. */
  private record Run(String text, boolean main, boolean first) {}

  /** The rest is made when it is asked for; of most titles it never is. */
  private List<Run> runs;

  private int[] pairs;

  TitleParts(String title) {
    this.title = title;
    Matcher matcher = (isChinese(title) ? CHINESE_SEPARATOR : SEPARATOR).matcher(title);
    matcher.useTransparentBounds(true);
    int start = 0;
    for (int at = 0; at < title.length() && spans.size() < MAX_PARTS; ) {
      if (!mayBeginSeparator(title, at) || !matcher.region(at, title.length()).lookingAt()) {
        at++;
        continue;
      }
      if (at > start) {
        spans.add(new int[] {start, at});
      }
      start = matcher.end();
      at = start;
    }
    if (start < title.length() || spans.isEmpty()) {
      spans.add(new int[] {start, title.length()});
    }
    folded = fold(title);
  }

  /** Whether a sign stands here, or behind white space; to try the pattern there only. */
  private static boolean mayBeginSeparator(String title, int from) {
    int at = from;
    while (at < title.length() && PageParser.isSpace(title.charAt(at))) {
      at++;
    }
    return at < title.length() && SIGNS.indexOf(title.charAt(at)) >= 0;
  }

  private static boolean isChinese(String title) {
    int ideographs = 0;
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      boolean second = Character.isLowSurrogate(c) && i > 0;
      int code = second ? title.codePointAt(i - 1) : c;
      ideographs += c > 0x2E80 && Character.isIdeographic(code) ? 1 : 0;
    }
    return ideographs * 3 > title.length();
  }

  private List<Run> runs() {
    if (runs == null) {
      int longest = longest();
      runs = new ArrayList<>();
      for (int first = 0; first < spans.size(); first++) {
        for (int last = first; last < spans.size(); last++) {
          boolean main = first <= longest && longest <= last || isLongEnd(first, last, longest);
          runs.add(new Run(fold(run(first, last)), main, first == 0));
        }
      }
    }
    return runs;
  }

  /** The part that most likely is the headline; the others are names of section and site. */
  private int longest() {
    int longest = 0;
    for (int part = 1; part < spans.size(); part++) {
      longest = weight(run(part, part)) > weight(run(longest, longest)) ? part : longest;
    }
    return longest;
  }

  /** Whether this is the last part and nearly as long as the longest: {@code Site - Headline}. */
  private boolean isLongEnd(int first, int last, int longest) {
    return first == last
        && last == spans.size() - 1
        && weight(run(last, last)) >= LONG * weight(run(longest, longest));
  }

  /** How much of the title a folded heading is, from 0 to 1.15: a piece, parts of it, all. */
  double agreement(String text) {
    if (text.isEmpty() || folded.isEmpty()) {
      return 0;
    }
    if (text.equals(folded)) {
      return WHOLE;
    }
    double share = Math.min(1, (double) text.length() / folded.length());
    for (Run run : runs()) {
      if (run.text().equals(text)) {
        return run.main() ? .8 + .2 * share : run.first() ? PART : .25;
      }
    }
    boolean piece =
        folded.startsWith(text) && share > .4
            || folded.endsWith(text) && (share > .4 || isBehindColon(text));
    boolean around = text.contains(folded) && folded.length() * 2 > text.length();
    return around ? .75 : piece ? .6 + .3 * share : .6 * similarity(text);
  }

  /** {@code Kicker: Headline}; a colon parts too seldom to be a separator. */
  private boolean isBehindColon(String end) {
    int colon = folded.length() - end.length() - 1;
    return colon > 0 && folded.charAt(colon) == ':';
  }

  /** Whether a folded text is the part that most likely is the headline, or parts around it. */
  boolean isMainPart(String text) {
    return runs().stream().anyMatch(run -> run.main() && run.text().equals(text));
  }

  /** Whether this is but the site's name: in all its parts, or with a sign that parts nothing. */
  boolean lacksHeadline(Set<String> siteNames) {
    boolean site =
        spans.size() == 1
            ? siteNames.contains(folded)
            : spans.stream().allMatch(s -> isSite(title.substring(s[0], s[1]), siteNames));
    return site || isOpen(0, 1) || isOpen(title.length() - 1, title.length() - 2);
  }

  /** Whether a sign that parts something stands at one end of the title, with a space beside it. */
  private boolean isOpen(int sign, int space) {
    return title.length() > 1
        && OPEN_SIGNS.indexOf(title.charAt(sign)) >= 0
        && PageParser.isSpace(title.charAt(space));
  }

  /**
   * Whether the last part of a title is this name, or holds it in a Chinese title, as that of the
   * site does.
   */
  static boolean endsWith(String title, String name) {
    boolean chinese = name.chars().anyMatch(c -> TextMeasure.isHanzi((char) c));
    int sign =
        Math.max(title.lastIndexOf('_'), Math.max(title.lastIndexOf('-'), title.lastIndexOf('|')));
    return sign > 0
        && (chinese
            ? title.indexOf(name, sign) > 0
            : fold(title.substring(sign + 1)).equals(fold(name)));
  }

  /** The title without the site's name at either end, or a short last part that may be one. */
  String withoutSite(Set<String> siteNames) {
    return withoutSite(siteNames, true);
  }

  /**
   * @param guess whether a short last part that is not known as the site's name goes, too
   */
  String withoutSite(Set<String> siteNames, boolean guess) {
    int first = 0;
    int last = spans.size() - 1;
    while (last > first && isSite(run(last, last), siteNames)) {
      last--;
    }
    while (last > first && isSite(run(first, first), siteNames)) {
      first++;
    }
    boolean unknown = guess && last > first && last == spans.size() - 1 && first == 0;
    if (unknown && weight(run(last, last)) * 2 < weight(run(0, last - 1))) {
      last--;
    }
    while (guess && last > first && longest() < last && isParted(last, '_')) {
      last--; // Chinese systems put sections behind the headline
    }
    while (guess && last > first && longest() > first && isParted(first + 1, '»')) {
      first++; // and many others, as a path that leads to it, before it
    }
    return run(first, last);
  }

  private boolean isParted(int part, char sign) {
    return title.substring(spans.get(part - 1)[1], spans.get(part)[0]).indexOf(sign) >= 0;
  }

  /** The last of several parts, folded; empty if there is one. */
  String lastPart() {
    int last = spans.size() - 1;
    return last < 1 ? "" : fold(run(last, last));
  }

  /** Whether a text is the name of the site or a longer form of it; names are folded. */
  static boolean isSite(String text, Set<String> siteNames) {
    return isFoldedSite(fold(text), siteNames);
  }

  /** The same of a text that is folded. */
  static boolean isFoldedSite(String folded, Set<String> siteNames) {
    for (String name : siteNames) {
      boolean longer =
          folded.contains(name) && name.length() > 2 && folded.length() < name.length() * 3;
      boolean shorter = folded.length() > 3 && name.contains(folded);
      if (folded.equals(name) || longer || shorter) {
        return true;
      }
    }
    return folded.isEmpty();
  }

  private String run(int first, int last) {
    return title.substring(spans.get(first)[0], spans.get(last)[1]).strip();
  }

  /** Length, Chinese characters counted three times. */
  private static int weight(String text) {
    return text.length() + 2 * (int) text.chars().filter(c -> c >= 0x2E80).count();
  }

  /**
   * Share of pairs of neighbouring letters that a text and the title have in common (Dice's
   * coefficient), from 0 to 1; 0 at once if one is much longer.
   */
  private double similarity(String text) {
    if (text.length() > 4 * folded.length() || folded.length() > 4 * text.length()) {
      return 0;
    }
    if (pairs == null) {
      pairs = pairs(folded);
    }
    int[] others = pairs(text);
    int sum = pairs.length + others.length;
    double similarity = sum == 0 ? 0 : 2.0 * common(pairs, others) / sum;
    return similarity < CHANCE ? 0 : similarity;
  }

  /** The different pairs of neighbouring letters in order, each as one number. */
  private static int[] pairs(String text) {
    int[] pairs = new int[Math.max(0, text.length() - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = text.charAt(i) << 16 | text.charAt(i + 1);
    }
    Arrays.sort(pairs);
    int size = 0;
    for (int i = 0; i < pairs.length; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pairs[size++] = pairs[i];
      }
    }
    return Arrays.copyOf(pairs, size);
  }

  private static int common(int[] one, int[] other) {
    int common = 0;
    int at = 0;
    for (int pair : one) {
      while (at < other.length && other[at] < pair) {
        at++;
      }
      common += at < other.length && other[at] == pair ? 1 : 0;
    }
    return common;
  }

  /** A form in which titles are the same but for case, quotes, spaces and compatibility forms. */
  static String fold(String text) {
    String compatible = isSimple(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(compatible.length());
    for (int i = 0; i < compatible.length(); i++) {
      char wide = compatible.charAt(i);
      char c = isWide(wide) ? (char) (wide - '\uff01' + '!') : wide;
      if (c > ' ' && IGNORED.indexOf(c) < 0 && !Character.isWhitespace(c)) {
        out.append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether NFKC, which takes long, changes nothing but full-width signs. */
  private static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean simple =
          c < 0x80
              || c >= 'À' && c <= 'ı'
              || c >= '\u4e00' && c <= '\u9fff'
              || c >= '、' && c <= '】'
              || c >= '–' && c <= '—'
              || c >= '‘' && c <= '„'
              || c == '«'
              || c == '»'
              || c == '·'
              || isWide(c);
      if (!simple) {
        return false;
      }
    }
    return true;
  }

  /** A sign of ASCII in the width of Chinese characters. */
  private static boolean isWide(char c) {
    return c >= '\uff01' && c <= '\uff5e';
  }
}
