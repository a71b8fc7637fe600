package io.kiosk.benchmark;

import io.kiosk.benchmark.PageText.Form;
import io.kiosk.benchmark.PageText.Gap;
import io.kiosk.benchmark.PageText.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes of text that the cleaner was not written against; the habits of converters and programs
 * that write a page's text in a form of their own.
 */
final class LaterMakes {

  private static final int DUMP_WIDTH = 76;
  private static final int UPPER_WIDTH = 80;
  private static final int PRINT_WIDTH = 88;

  /** Lines of a printed page. */
  private static final int PRINT_LINES = 52;

  /** Letters of a word that is parted at the end of a line, and of its first part. */
  private static final int MIN_PARTED = 9;

  private static final int MIN_FIRST = 3;

  private LaterMakes() {}

  static List<TextMake> all() {
    return List.of(
        new TextMake("text nodes as they stand in the source", page -> page.body().wholeText()),
        new TextMake("text browser's dump, indented, links numbered", LaterMakes::dump),
        new TextMake("headings in capitals, addresses in brackets, 80 columns", LaterMakes::upper),
        new TextMake("markdown, links around several lines", LaterMakes::crawled),
        new TextMake("markdown with marked divisions and attributes", LaterMakes::divided),
        new TextMake("printed: page heads and feet, words parted", LaterMakes::printed));
  }

  private static String dump(Document page) {
    String text = PageText.of(page.body(), new Form(false, Links.NUMBERED, false, Gap.ALL));
    return text.lines()
        .map(
            line ->
                line.isEmpty() ? line : TextMake.wrap(line, DUMP_WIDTH).indent(3).stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String upper(Document page) {
    String text = PageText.of(page.body(), new Form(true, Links.BRACKETS, false, Gap.ALL));
    return text.lines()
        .map(LaterMakes::upperHeading)
        .map(line -> TextMake.wrap(line, UPPER_WIDTH))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String upperHeading(String line) {
    if (!line.matches("#{1,6} .*")) {
      return line.startsWith("* ") ? " " + line : line;
    }
    String heading = line.replaceFirst("#{1,6} ", "");
    int address = heading.contains(" [") ? heading.indexOf(" [") : heading.length();
    return heading.substring(0, address).toUpperCase(Locale.ROOT) + heading.substring(address);
  }

  /** A backslash ends each line of a link that goes on. */
  private static String crawled(Document page) {
    StringBuilder out = new StringBuilder();
    int open = 0;
    String text = PageText.of(page.body(), new Form(true, Links.INLINE, true, Gap.ALL));
    for (String line : text.lines().toList()) {
      String plain = line.replaceAll("!\\[[^\\]]*\\]", "");
      open += (int) plain.chars().filter(c -> c == '[').count();
      open -= (int) plain.chars().filter(c -> c == ']').count();
      open = Math.max(0, open);
      out.append(line).append(open > 0 ? "\\\\\n" : "\n");
    }
    return out.toString();
  }

  /** Divisions are fenced by colons, links and pictures carry their classes. */
  private static String divided(Document page) {
    Element body = page.body().clone();
    for (Element division : body.select("div[class], section[class], article[class]")) {
      String name = division.className().strip().split("\\s+")[0];
      if (!name.isEmpty() && division.hasText()) {
        division.prependElement("p").text("::: {." + name + "}");
        division.appendElement("p").text(":::");
      }
    }
    return PageText.of(body, new Form(true, Links.INLINE, true, Gap.ALL))
        .replaceAll("(?<=\\]\\([^()\\n]{1,300}\\))", "{.link}")
        .lines()
        .map(LaterMakes::underlined)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String underlined(String line) {
    if (!line.matches("##? .*")) {
      return line.startsWith("* ") ? "-   " + line.substring(2) : line;
    }
    String heading = line.replaceFirst("#+ ", "");
    return heading + "\n" + (line.startsWith("# ") ? "=" : "-").repeat(heading.length());
  }

  /** As a browser prints a page and a program reads the text of the print. */
  private static String printed(Document page) {
    List<String> lines = new ArrayList<>();
    PageText.of(page.body(), new Form(false, Links.PLAIN, false, Gap.MARGINS))
        .lines()
        .forEach(line -> part(line, lines));
    String title = page.title();
    int pages = lines.size() / PRINT_LINES + 1;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (i % PRINT_LINES == 0) {
        out.append("12/1/25, 3:45 PM ").append(title).append("\n");
      }
      out.append(lines.get(i)).append('\n');
      if (i % PRINT_LINES == PRINT_LINES - 1 || i == lines.size() - 1) {
        int number = i / PRINT_LINES + 1;
        out.append("https://www.example.org/print ").append(number).append('/').append(pages);
        out.append("\n\f");
      }
    }
    return out.toString();
  }

  /** Wraps a line; a long word that does not fit is parted by a hyphen. */
  private static void part(String line, List<String> out) {
    String rest = line;
    while (rest.length() > PRINT_WIDTH && rest.lastIndexOf(' ', PRINT_WIDTH) > 0) {
      int space = rest.lastIndexOf(' ', PRINT_WIDTH);
      int next = rest.indexOf(' ', space + 1);
      String word = rest.substring(space + 1, next < 0 ? rest.length() : next);
      int room = PRINT_WIDTH - space - 2;
      boolean parted = word.length() >= MIN_PARTED && room >= MIN_FIRST && isWord(word);
      int first = parted ? Math.min(room, word.length() - MIN_FIRST) : 0;
      out.add(rest.substring(0, space) + (parted ? " " + word.substring(0, first) + "-" : ""));
      rest = rest.substring(space + 1 + first);
    }
    TextMake.wrap(rest, PRINT_WIDTH).lines().forEach(out::add);
    if (rest.isEmpty()) {
      out.add("");
    }
  }

  private static boolean isWord(String word) {
    return word.chars().allMatch(Character::isLetter);
  }
}
