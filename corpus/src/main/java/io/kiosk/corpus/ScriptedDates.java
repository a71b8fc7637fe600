package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of publication in the data that a page brings along for its scripts, in JSON or as objects
 * of JavaScript, within scripts or attributes: {@code "publishedAt":"2024-07-18T09:30:00Z"}, {@code
 * publish_time = "2024-07-18"}. The tree has no scripts, so the page is searched as it was written.
 * Stateless.
 */
final class ScriptedDates {

  /** What the names of all such properties hold, {@code pubtime} and {@code Published} alike. */
  private static final String WORD = "ub";

  private static final int MAX_LENGTH = 80;

  /** A page with more is a list of articles. */
  private static final int MAX_DATES = 1_000;

  private static final String QUOTE = "(?:\\\\{0,3}[\"']|&quot;|&#34;)";

  private static final Pattern DATE =
      Pattern.compile(
          "(?i)ub(?:(?:li(?:sh|shed|cation)?_?(?:at|on|date|time)|_?(?:date|time))"
              + QUOTE
              + "?\\s?[:=]|li(?:sh|shed|cation)?"
              + QUOTE
              + "?\\s?:)\\s?"
              + QUOTE
              + "((?:19|20)\\d\\d-[01]\\d-[0-3]\\d[\\w:.+ -]{0,30})");

  private ScriptedDates() {}

  /** Such values in the source of a page, at most {@value #MAX_DATES} of them. */
  static List<String> of(String html) {
    List<String> dates = new ArrayList<>();
    Matcher matcher = DATE.matcher(html);
    int at = html.indexOf(WORD);
    while (at >= 0 && dates.size() < MAX_DATES) {
      matcher.region(at, Math.min(html.length(), at + MAX_LENGTH));
      if (matcher.lookingAt()) {
        dates.add(matcher.group(1).strip());
      }
      at = html.indexOf(WORD, at + 1);
    }
    return dates;
  }
}
