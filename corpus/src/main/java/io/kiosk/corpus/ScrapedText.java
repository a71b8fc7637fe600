package io.kiosk.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Already scraped text or markdown: the front matter it may begin with, and its lines.
 *
 * @param frontMatter values by key, in their order; keys in lower case with {@code _} for spaces
 *     and hyphens
 * @param lines the lines behind the front matter, as they are
 */
record ScrapedText(Map<String, String> frontMatter, List<String> lines) {

  /** A key of a header, and its value; URLs and times are no keys. */
  private static final Pattern HEADER =
      Pattern.compile("\\s*([\\p{L}][\\p{L}\\p{N} _-]{0,30}?)\\s*[:：](?!//)\\s*(.*?)\\s*");

  private static final int MAX_HEADER_LINES = 60;

  /** Copies both. */
  ScrapedText {
    frontMatter = Collections.unmodifiableMap(new LinkedHashMap<>(frontMatter));
    lines = List.copyOf(lines);
  }

  /** Splits a text with {@code \n} line ends. */
  static ScrapedText of(String text) {
    List<String> lines = text.lines().toList();
    int start = 0;
    while (start < lines.size() && lines.get(start).isBlank()) {
      start++;
    }
    if (start < lines.size() && isFence(lines.get(start))) {
      for (int end = start + 1; end < Math.min(lines.size(), start + MAX_HEADER_LINES); end++) {
        if (isFence(lines.get(end))) {
          return new ScrapedText(
              values(lines.subList(start + 1, end)), lines.subList(end + 1, lines.size()));
        }
      }
    }
    return new ScrapedText(Map.of(), lines);
  }

  private static boolean isFence(String line) {
    return line.strip().equals("---") || line.strip().equals("+++");
  }

  private static Map<String, String> values(List<String> header) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : header) {
      Matcher matcher = HEADER.matcher(line);
      if (matcher.matches()) {
        String key = matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        values.putIfAbsent(key, unquote(matcher.group(2)));
      }
    }
    return values;
  }

  private static String unquote(String value) {
    return value.replaceFirst("^([\"'])(.*)\\1$", "$2");
  }
}
