package io.kiosk.cli;

import java.util.Optional;
import java.util.regex.Pattern;

/** Article text in markdown, where none of it is markup. */
final class Markdown {

  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*_\\[\\]<>&~|#!$]|:(?=//)|(?<=www)\\.", Pattern.CASE_INSENSITIVE);

  /** What makes a line a list item, a heading's underline or code. */
  private static final Pattern BLOCK_START = Pattern.compile("^(\\s*\\d*)([-+=.)])");

  private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

  private Markdown() {}

  /** The text as one line of plain words. */
  static String text(String text) {
    return SPECIAL.matcher(SafeText.line(text)).replaceAll("\\\\$0");
  }

  /** A line that begins none of markdown's blocks. */
  static String block(String line) {
    return BLOCK_START.matcher(text(line)).replaceFirst("$1\\\\$2");
  }

  /** The text as a link; plain when the address is not one of the web. */
  static String link(String text, Optional<String> url) {
    return url.filter(u -> WEB.matcher(u).matches())
        .map(u -> "[" + text(text) + "](<" + address(u) + ">)")
        .orElseGet(() -> text(text));
  }

  private static String address(String url) {
    return SafeText.line(url)
        .replace("\\", "%5C")
        .replace(" ", "%20")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace("\"", "%22");
  }
}
