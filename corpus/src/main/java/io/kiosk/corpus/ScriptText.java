package io.kiosk.corpus;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * The article's text where a page keeps it only in the data of its scripts, for these to show:
 * {@code "content":"<p>The council ..."}, or a row of texts of one name, {@code "text":"The council
 * ..."}. Read from the page as it was written, as the tree has no scripts. For one page.
 */
final class ScriptText {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Characters of a string that may be a paragraph, and of all strings that are looked at. */
  private static final int MIN_VALUE = 30;

  private static final int MAX_READ = 1 << 22;

  /** Data in strings of data. */
  private static final int MAX_DEPTH = 2;

  /** Characters between the paragraphs of one text. */
  private static final int MAX_GAP = 1_500;

  private static final int MAX_NAME = 40;

  private final Map<String, Run> runs = new HashMap<>();
  private String markup = "";
  private Run paragraphs = new Run();
  private int read;

  /** Texts of one name that stand near each other, and where the last one ends. */
  private static final class Run {
    private final Set<String> paragraphs = new LinkedHashSet<>();
    private int length;
    private int end;

    private void add(String paragraph, int start, int length) {
      this.length += paragraphs.add(paragraph) ? paragraph.length() : 0;
      this.end = start + length;
    }

    private String html() {
      return paragraphs.stream()
          .map(paragraph -> "<p>" + Entities.escape(paragraph) + "</p>")
          .collect(Collectors.joining());
    }
  }

  private ScriptText() {}

  /** What the longest text in the scripts and hidden text areas of a page shows. */
  static Optional<Page> of(String page) {
    ScriptText text = new ScriptText();
    text.elements(page, "script", false);
    text.elements(page, "textarea", true);
    boolean whole = text.markup.length() >= text.paragraphs.length;
    String longest = whole ? text.markup : text.paragraphs.html();
    return longest.isEmpty()
        ? Optional.empty()
        : Optional.of(HtmlBlocks.of(Jsoup.parse(longest), new MarkupHints()));
  }

  private void elements(String page, String tag, boolean escaped) {
    int start = page.indexOf("<" + tag);
    while (start >= 0) {
      int open = page.indexOf('>', start);
      int end = open < 0 ? -1 : page.indexOf("</" + tag, open);
      if (end < 0) {
        return;
      }
      String content = page.substring(open + 1, end);
      if (escaped) {
        String html = Parser.unescapeEntities(content, false);
        keep(EmbeddedText.isMarkup(html) ? html : "");
      } else if (page.substring(start, open).indexOf("ld+json") < 0) {
        strings(content, 0);
      }
      start = page.indexOf("<" + tag, end);
    }
  }

  /** Reads the strings in double quotes; none goes over the end of a line. */
  private void strings(String script, int depth) {
    int open = script.indexOf('"');
    while (open >= 0) {
      int close = open + 1;
      while (close < script.length() && "\"\n".indexOf(script.charAt(close)) < 0) {
        close += script.charAt(close) == '\\' ? 2 : 1;
      }
      if (close >= script.length()) {
        return;
      }
      read += close - open;
      if (read > MAX_READ) {
        return;
      }
      if (close - open > MIN_VALUE && script.charAt(close) == '"') {
        value(name(script, open), plain(script.substring(open, close + 1)), open, close, depth);
      }
      open = script.indexOf('"', close + 1);
    }
  }

  private void value(String name, String value, int start, int end, int depth) {
    if (value.contains("\":")) {
      if (depth < MAX_DEPTH) {
        strings(value, depth + 1);
      }
    } else if (EmbeddedText.isMarkup(value)) {
      keep(value);
    } else if (Block.ofText(Block.Kind.PARAGRAPH, 0, value, 0, false).isProse()) {
      Run run = runs.get(name);
      if (run == null || start - run.end > MAX_GAP || start < run.end) {
        run = new Run();
        runs.put(name, run);
      }
      run.add(value, start, end - start);
      paragraphs = run.length > paragraphs.length ? run : paragraphs;
    }
  }

  private void keep(String html) {
    if (html.length() > markup.length()) {
      markup = html;
    }
  }

  /** What stands before the colon in front of a string; empty if nothing does. */
  private static String name(String script, int open) {
    int end = open - 1;
    while (end > 0 && script.charAt(end) == ' ') {
      end--;
    }
    if (end <= 0 || script.charAt(end) != ':') {
      return "";
    }
    int start = end;
    while (start > 0 && end - start < MAX_NAME && "{,[(\n".indexOf(script.charAt(start - 1)) < 0) {
      start--;
    }
    return script.substring(start, end);
  }

  private static String plain(String string) {
    try {
      return JSON.readValue(string, String.class);
    } catch (JacksonException e) {
      return ""; // no string of JSON
    }
  }
}
