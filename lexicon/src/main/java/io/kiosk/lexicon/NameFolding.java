package io.kiosk.lexicon;

import java.util.ArrayList;
import java.util.List;

/**
 * Carries names between the index terms of English and German: the German analysis takes a plural
 * ending off names too, so that Erdogan becomes "erdoga" and Luther "luth".
 */
final class NameFolding {

  private static final String[] ENDINGS = {"", "n", "s", "r", "e", "en", "es", "er", "nen"};

  private NameFolding() {}

  /**
   * The German index term of a name in English: the rule of Lucene's minimal stemmer for German.
   */
  static String german(String english) {
    String[] words = english.split(" ", -1);
    StringBuilder term = new StringBuilder(english.length());
    for (String word : words) {
      if (!term.isEmpty()) {
        term.append(' ');
      }
      term.append(word, 0, word.length() - ending(word));
    }
    return term.toString();
  }

  private static int ending(String word) {
    int length = word.length();
    if (length < 5) {
      return 0;
    }
    if (length > 6 && word.endsWith("nen")) {
      return 3;
    }
    if (length > 5
        && (word.endsWith("en")
            || word.endsWith("se")
            || word.endsWith("es")
            || word.endsWith("er"))) {
      return 2;
    }
    return switch (word.charAt(length - 1)) {
      case 'n', 'e', 's', 'r' -> 1;
      default -> 0;
    };
  }

  /** The English terms that a German term may stand for if it is a name, the likeliest first. */
  static List<String> english(String german) {
    List<String> names = new ArrayList<>();
    for (String ending : ENDINGS) {
      String name = german + ending;
      if (german(name).equals(german) || ending.isEmpty()) {
        names.add(name);
      }
    }
    if (german.length() > 4 && german.endsWith("s")) {
      names.add(german.substring(0, german.length() - 1));
    }
    return names;
  }
}
