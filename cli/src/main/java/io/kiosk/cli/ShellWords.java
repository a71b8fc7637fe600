package io.kiosk.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line typed in the shell, parted by blanks outside of double quotes. The quotes
 * stay: in a query they make a phrase.
 */
final class ShellWords {

  private ShellWords() {}

  /** All words; an unpaired quote is a character like any other. */
  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && (quoted || line.indexOf('"', i + 1) > i)) {
        quoted = !quoted;
      }
      if (Character.isWhitespace(c) && !quoted) {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else {
        word.append(c);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** A word without the quotes around it or around what follows its {@code =}. */
  static String unquoted(String word) {
    int start = word.startsWith("--") ? word.indexOf('=') + 1 : 0;
    String value = word.substring(start);
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? word.substring(0, start) + value.substring(1, value.length() - 1)
        : word;
  }
}
