package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the links of texts whose converter wrote each address behind its link, as {@code Politics
 * <https://a.example/p>} or in round or square brackets. Where the link began is not said.
 * Stateless.
 */
final class LinkAddresses {

  /** In round brackets, which have other uses, only whole addresses count. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          " ?(?:<(?:(?:https?|mailto|tel|javascript):|[/#?])[^<>\\s]{0,2000}>"
              + "|\\(https?://[^()\\s]{1,2000}\\)|\\[(?:[a-z][a-z-]{1,20}:|[/#?])[^\\[\\]\\s]{1,2000}\\](?!\\())");

  /** Lines with an address from which on this is how the text writes links. */
  private static final int MIN_LINES = 5;

  /** Words of a line's piece that may be nothing but a link. */
  private static final double MAX_LINK = 12;

  private LinkAddresses() {}

  /**
   * The lines without the addresses. A line that consists of short texts with an address behind
   * each becomes links of markdown; within sentences the addresses go.
   */
  static List<String> taken(List<String> lines) {
    if (lines.stream()
            .filter(line -> line.indexOf('<') >= 0 || line.contains("://"))
            .filter(LinkAddresses::mayHave)
            .limit(MIN_LINES)
            .count()
        < MIN_LINES) {
      return lines;
    }
    List<String> out = new ArrayList<>(lines.size());
    for (String line : lines) {
      out.add(mayHave(line) ? taken(line) : line);
    }
    return out;
  }

  private static boolean mayHave(String line) {
    boolean sign = line.indexOf('<') >= 0 || line.indexOf('[') >= 0 || line.contains("://");
    return sign && !line.contains("](") && ADDRESS.matcher(line).find();
  }

  private static String taken(String line) {
    StringBuilder links = new StringBuilder();
    Matcher address = ADDRESS.matcher(line);
    int from = 0;
    boolean only = true;
    while (address.find()) {
      String piece = line.substring(from, address.start());
      only &= isLink(piece);
      int mark = markEnd(piece);
      String label = piece.substring(mark).strip();
      links.append(piece, 0, mark).append(label.isEmpty() ? "" : "[" + label + "](#)");
      from = address.end();
    }
    return only && line.substring(from).isBlank() ? links.toString() : address.replaceAll("");
  }

  private static boolean isLink(String piece) {
    return TextMeasure.of(piece).weight() <= MAX_LINK && piece.indexOf('[') < 0;
  }

  /** Behind white space and the signs of a heading or list item. */
  private static int markEnd(String piece) {
    int end = 0;
    while (end < piece.length() && " \t#*-+•|·".indexOf(piece.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
