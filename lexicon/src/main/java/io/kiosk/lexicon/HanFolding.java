package io.kiosk.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Folds traditional Chinese characters to simplified ones, one character to one, so that offsets
 * stay.
 *
 * <p>The table comes from ICU's Traditional-Simplified transform. Characters that simplified text
 * uses as they are, such as the one in the word for "famous", are left alone. Characters outside
 * the basic plane are left alone too.
 */
public final class HanFolding {

  private static final String RESOURCE = "han-folding.txt";
  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9FFF';
  private static final char[] SIMPLIFIED = read();

  private HanFolding() {}

  /**
   * {@return the simplified form of the character, or the character itself}
   *
   * @param c any UTF-16 unit; a surrogate comes back as it is
   */
  public static char simplified(char c) {
    return c < FIRST || c > LAST ? c : SIMPLIFIED[c - FIRST];
  }

  /**
   * Folds every character.
   *
   * @param s any text, also empty
   * @return of the length of {@code s}, and {@code s} itself if nothing changes
   */
  public static String simplified(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (simplified(s.charAt(i)) != s.charAt(i)) {
        return fold(s, i);
      }
    }
    return s;
  }

  private static String fold(String s, int from) {
    char[] chars = s.toCharArray();
    for (int i = from; i < chars.length; i++) {
      chars[i] = simplified(chars[i]);
    }
    return new String(chars);
  }

  private static char[] read() {
    char[] table = new char[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (char) (FIRST + i);
    }
    try (InputStream in = HanFolding.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "resource " + RESOURCE + " is missing beside " + HanFolding.class);
      }
      String pairs = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (int i = 0; i + 1 < pairs.length(); i += 2) {
        table[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
