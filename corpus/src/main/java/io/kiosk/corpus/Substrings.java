package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Strings that are looked for anywhere in another, all at once and in any case; immutable. */
final class Substrings {

  /** Power of two; strings are spread by their first two characters. */
  private static final int BUCKETS = 1024;

  private final String[][] buckets = new String[BUCKETS][];
  private final String single;

  /** Strings to look for, none of them empty. */
  Substrings(Collection<String> strings) {
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      lists.add(new ArrayList<>());
    }
    StringBuilder characters = new StringBuilder();
    for (String string : strings) {
      if (string.length() == 1) {
        characters.append(string);
      } else {
        lists.get(bucket(string, 0)).add(string);
      }
    }
    single = characters.toString();
    for (int i = 0; i < BUCKETS; i++) {
      buckets[i] = lists.get(i).isEmpty() ? null : lists.get(i).toArray(new String[0]);
    }
  }

  /** Bits that tell small letters from capitals do not count. */
  private static int bucket(String text, int at) {
    return (text.charAt(at) & 31) << 5 | text.charAt(at + 1) & 31;
  }

  /** Whether a text holds one of the strings. */
  boolean isIn(String text) {
    int last = text.length() - 1;
    for (int i = 0; i < last; i++) {
      String[] candidates = buckets[bucket(text, i)];
      if (candidates != null && isAt(candidates, text, i)) {
        return true;
      }
    }
    return holdsSingle(text);
  }

  private boolean holdsSingle(String text) {
    for (int i = 0; i < single.length(); i++) {
      if (text.indexOf(single.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(String[] candidates, String text, int at) {
    for (String candidate : candidates) {
      if (text.regionMatches(true, at, candidate, 0, candidate.length())) {
        return true;
      }
    }
    return false;
  }
}
