package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Already scraped text or markdown: the front matter it may begin with, and its lines.
 *
 * <p>Front matter is read leniently, for scrapers write it by joining strings: between fences (of
 * YAML or TOML), behind an opening fence that is never closed, or as header lines without a fence,
 * if at least two of them have keys of {@code header-keys.txt}.
 *
 * @param frontMatter values by key, in their order; a key that is known is named as its field,
 *     others are in lower case with {@code _} for spaces and hyphens
 * @param lines the lines behind the front matter, as they are
 */
record ScrapedText(Map<String, String> frontMatter, List<String> lines) {

  /** A key and its value; URLs and times have no key. */
  private static final Pattern HEADER =
      Pattern.compile(
          "\\s{0,3}[\"']?(\\p{L}[\\p{L}\\p{N} _-]{0,30}?)[\"']?\\s*[:：=](?!//)\\s*(.*?)\\s*");

  private static final Pattern CONTINUATION =
      Pattern.compile("(?:\\s*-\\s+|\\s{2,}|\\t)\\s*(\\S.*)");
  private static final Pattern QUOTED = Pattern.compile("([\"'])(.*)\\1");
  private static final Pattern LIST = Pattern.compile("\\[(.*)\\]");

  private static final int MAX_HEADER_LINES = 60;
  private static final int MAX_VALUE = 4_000;
  private static final int MIN_KNOWN_KEYS = 2;

  /** The field of a label above the text itself. */
  private static final String BODY = "body";

  private static final Map<String, String> FIELDS = fields();

  /** Copies both. */
  ScrapedText {
    frontMatter = Collections.unmodifiableMap(new LinkedHashMap<>(frontMatter));
    lines = List.copyOf(lines);
  }

  /** Splits a text with any line ends. */
  static ScrapedText of(String text) {
    List<String> lines = text.lines().toList();
    int start = 0;
    while (start < lines.size() && lines.get(start).isBlank()) {
      start++;
    }
    if (start < lines.size() && isFence(lines.get(start))) {
      return fenced(lines, start + 1);
    }
    int end = headerEnd(lines, start);
    Map<String, String> values = values(lines.subList(start, end));
    long known = values.keySet().stream().filter(FIELDS::containsValue).count();
    return known >= MIN_KNOWN_KEYS
        ? new ScrapedText(values, text(lines, end))
        : new ScrapedText(Map.of(), lines);
  }

  private static ScrapedText fenced(List<String> lines, int start) {
    int limit = Math.min(lines.size(), start + MAX_HEADER_LINES);
    for (int end = start; end < limit; end++) {
      if (isFence(lines.get(end))) {
        return new ScrapedText(values(lines.subList(start, end)), text(lines, end + 1));
      }
    }
    int end = headerEnd(lines, start);
    return new ScrapedText(values(lines.subList(start, end)), text(lines, end));
  }

  /** The field that a key means: {@code title}, {@code url}, {@code published} ... */
  static Optional<String> field(String key) {
    return Optional.ofNullable(FIELDS.get(normalize(key)));
  }

  /**
   * Where lines with keys end: at one without a key that is no continuation. A blank line ends them
   * unless another line with a key is behind it, for reader services part all of them so.
   */
  private static int headerEnd(List<String> lines, int start) {
    int end = start;
    for (int i = start; i < Math.min(lines.size(), start + MAX_HEADER_LINES); i++) {
      String line = lines.get(i);
      boolean blank = line.isBlank();
      boolean continued = i > start && CONTINUATION.matcher(line).matches() && end == i;
      if (line.length() > MAX_VALUE || !blank && !continued && !hasKey(line)) {
        break;
      }
      end = blank ? end : i + 1;
    }
    return end;
  }

  private static boolean hasKey(String line) {
    Matcher header = HEADER.matcher(line);
    String field = header.matches() ? FIELDS.get(normalize(header.group(1))) : null;
    return field != null && !field.equals(BODY);
  }

  /** The lines from an index on; of a label "Content:" before them only what is behind it. */
  private static List<String> text(List<String> lines, int start) {
    List<String> text = new ArrayList<>(lines.subList(start, lines.size()));
    for (int i = 0; i < text.size(); i++) {
      Matcher label = HEADER.matcher(text.get(i));
      if (!text.get(i).isBlank()) {
        if (label.matches() && BODY.equals(FIELDS.get(normalize(label.group(1))))) {
          text.set(i, label.group(2));
        }
        break;
      }
    }
    return text;
  }

  private static boolean isFence(String line) {
    String stripped = line.strip();
    return stripped.equals("---") || stripped.equals("+++") || stripped.matches("-{4,10}");
  }

  private static Map<String, String> values(List<String> header) {
    Map<String, String> values = new LinkedHashMap<>();
    String last = null;
    for (String line : header) {
      if (line.length() > MAX_VALUE) {
        continue;
      }
      Matcher matcher = HEADER.matcher(line);
      Matcher continued = CONTINUATION.matcher(line);
      if (matcher.matches()) {
        String key = normalize(matcher.group(1));
        last = FIELDS.getOrDefault(key, key).equals("other") ? key : FIELDS.getOrDefault(key, key);
        if (values.getOrDefault(last, "").isEmpty()) {
          values.put(last, unquote(matcher.group(2)));
        }
      } else if (last != null && continued.matches()) {
        String before = values.get(last).matches("[|>][+-]?") ? "" : values.get(last);
        String separator = before.isEmpty() ? "" : line.strip().startsWith("- ") ? ", " : " ";
        String value = before + separator + unquote(continued.group(1).strip());
        values.put(last, value.length() > MAX_VALUE ? before : value);
      }
    }
    return values;
  }

  private static String unquote(String value) {
    Matcher list = LIST.matcher(value);
    if (list.matches()) {
      return list.group(1).replaceAll("[\"']", "").replaceAll("\\s*,\\s*", ", ").strip();
    }
    Matcher quoted = QUOTED.matcher(value);
    return quoted.matches() ? quoted.group(2).replace("\\\"", "\"").replace("''", "'") : value;
  }

  private static String normalize(String key) {
    return key.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    for (String line : ResourceLines.of("header-keys.txt")) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        fields.put(words[i], words[0]);
      }
    }
    return Map.copyOf(fields);
  }
}
