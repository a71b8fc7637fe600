package io.kiosk.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The basic form of German words, which is their index term: Züge gives "zug", sagte "sagen".
 *
 * <p>Umlauts are spelt ae, oe, ue where a word comes in and by their bare letter in its index term,
 * so that Mueller, Müller and Muller meet. Only where two words of the table would become one, such
 * as zählen and zahlen, the one with umlauts keeps the e.
 *
 * <p>A form that nouns and other words share has two basic forms, told apart by the capital letter:
 * Zahlen gives "zahl" and zahlen "zahlen". The forms come from a table; the regular endings of its
 * words are not listed but taken off. A compound that it lacks gets the basic form of the last part
 * that it knows, any other word loses only the endings that cannot be part of a name.
 *
 * <p>The table is the resource {@code german-forms.bin}, read on first use. Safe for many threads.
 */
public final class GermanForms {

  static final String RESOURCE = "german-forms.bin";
  static final int MAGIC = 0x4B474631;

  /** What the ending of a form is replaced by in the basic form of a noun. */
  private static final String[][] NOUN_ENDINGS = {
    {"s", ""}, {"es", ""}, {"n", ""}, {"en", ""}, {"e", ""}
  };

  /** The same of adjectives and verbs. */
  private static final String[][] OTHER_ENDINGS = {
    {"e", ""},
    {"en", ""},
    {"er", ""},
    {"es", ""},
    {"em", ""},
    {"t", "en"},
    {"st", "en"},
    {"e", "en"},
    {"te", "en"},
    {"ten", "en"},
    {"tet", "en"},
    {"test", "en"},
    {"et", "en"}
  };

  /** Endings of words that are made by them; what follows is inflection. */
  private static final String[] SUFFIXES = {
    "isch", "lich", "los", "haft", "bar", "ung", "heit", "keit", "schaft", "tion", "ismus", "tat"
  };

  private static final String[] INFLECTION = {"en", "em", "er", "es", "e", "s"};

  private static final int SHORTEST_TAIL = 4;
  private static final int SHORTEST_HEAD = 3;
  private static final int SHORTEST_GENITIVE = 5;
  private static final int LONGEST = 40;
  private static final String[] LINKS = {"", "s", "n", "en", "es", "e", "er", "ns", "ens"};

  private GermanForms() {}

  private static final class Holder {
    static final GermanFormTable TABLE = read();
  }

  /**
   * {@return the basic form, which is the word's index term; a word that is shorter than three
   * letters or has others than a to z only loses the e of its umlauts}
   *
   * @param word lower case, umlauts spelt ae, oe, ue, ß as ss, without other diacritics
   * @param capital whether its first letter was a capital
   */
  public static String term(String word, boolean capital) {
    if (word.length() < 3 || word.length() > LONGEST || !isAscii(word)) {
      return withoutUmlauts(word);
    }
    String term = reading(word, capital);
    if (term == null) {
      term = reading(word, !capital);
    }
    if (term == null) {
      term = compound(word, capital);
    }
    if (term == null && capital) {
      term = inhabitant(word);
    }
    return term != null ? term : withoutUmlauts(withoutEnding(word));
  }

  /** Whether the word, as {@link #term} takes it, is a form that the table knows. */
  static boolean isKnown(String word) {
    return reading(word, true) != null || reading(word, false) != null;
  }

  /**
   * {@return the basic form if it is one of a noun that the table knows; otherwise null}
   *
   * @param word as {@link #term} takes it
   */
  public static String noun(String word) {
    return reading(Holder.TABLE, word, true);
  }

  private static String reading(String word, boolean noun) {
    return reading(Holder.TABLE, word, noun);
  }

  /** The basic form that the table says, or that follows from one of its words. */
  static String reading(GermanFormTable table, String word, boolean noun) {
    int number = table.find(word);
    if (number >= 0) {
      return table.term(number, word, noun);
    }
    for (String[] ending : noun ? NOUN_ENDINGS : OTHER_ENDINGS) {
      if (word.length() >= ending[0].length() + 3 && word.endsWith(ending[0])) {
        String base = word.substring(0, word.length() - ending[0].length()) + ending[1];
        int found = table.find(base);
        String term = found < 0 ? null : table.term(found, base, noun);
        if (term != null && (noun || takes(ending, base, term))) {
          return term;
        }
      }
    }
    return null;
  }

  /** Whether a word takes an ending: adjectives and participles those of adjectives. */
  private static boolean takes(String[] ending, String base, String term) {
    return !ending[1].isEmpty()
        || term.equals(withoutUmlauts(base))
        || base.endsWith("t")
        || base.endsWith("n");
  }

  /** A compound is inflected like its last part. */
  private static String compound(String word, boolean capital) {
    for (int cut = SHORTEST_HEAD; cut <= word.length() - SHORTEST_TAIL; cut++) {
      String tail = reading(word.substring(cut), capital);
      if (tail != null && tail.length() >= 3 && isHead(word.substring(0, cut), 2)) {
        return withoutUmlauts(word.substring(0, cut)) + tail;
      }
    }
    return null;
  }

  private static boolean isHead(String head, int depth) {
    for (String link : LINKS) {
      if (head.endsWith(link) && head.length() - link.length() >= SHORTEST_HEAD) {
        String word = head.substring(0, head.length() - link.length());
        if (isKnown(word)) {
          return true;
        }
      }
    }
    for (int cut = SHORTEST_TAIL; depth > 1 && cut <= head.length() - SHORTEST_HEAD; cut++) {
      if (isHead(head.substring(cut), 1) && isHead(head.substring(0, cut), depth - 1)) {
        return true;
      }
    }
    return false;
  }

  /** What is of a place or from it, such as Osloer, is found with the place. */
  private static String inhabitant(String word) {
    return word.length() > 5 && word.endsWith("er")
        ? reading(word.substring(0, word.length() - 2), true)
        : null;
  }

  /**
   * The word with ae, oe, ue as a, o, u, except where a vowel or q before the u shows that they are
   * no umlauts: the rule of Lucene's normalization for German.
   */
  static String withoutUmlauts(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char before = i == 0 ? ' ' : word.charAt(i - 1);
      folded.append(c);
      boolean umlaut = c == 'a' || c == 'o' || c == 'u' && "aeiouyq".indexOf(before) < 0;
      if (umlaut && i + 1 < word.length() && word.charAt(i + 1) == 'e') {
        i++;
      }
    }
    return folded.toString();
  }

  /** A name keeps its letters, except the s of the genitive. */
  private static String withoutEnding(String word) {
    for (String ending : INFLECTION) {
      if (word.endsWith(ending)) {
        String base = word.substring(0, word.length() - ending.length());
        for (String suffix : SUFFIXES) {
          if (base.endsWith(suffix) && base.length() > suffix.length() + 2) {
            return base;
          }
        }
      }
    }
    int length = word.length();
    return length >= SHORTEST_GENITIVE
            && word.charAt(length - 1) == 's'
            && "siu".indexOf(word.charAt(length - 2)) < 0
        ? word.substring(0, length - 1)
        : word;
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private static GermanFormTable read() {
    try (InputStream in = GermanForms.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "resource " + RESOURCE + " is missing beside " + GermanForms.class);
      }
      return GermanFormTable.of(ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
