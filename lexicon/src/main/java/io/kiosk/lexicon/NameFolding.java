package io.kiosk.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Carries names between the index terms of English and German. */
final class NameFolding {

  private NameFolding() {}

  /** The German index term of a name in English. */
  static String german(String english) {
    return Arrays.stream(english.split(" ", -1))
        .map(word -> GermanForms.term(word, true))
        .collect(Collectors.joining(" "));
  }

  /** The English terms that a German term may stand for if it is a name, the likeliest first. */
  static List<String> english(String german) {
    List<String> names = new ArrayList<>(List.of(german));
    if (german(german + "s").equals(german)) {
      names.add(german + "s");
    }
    return names;
  }
}
