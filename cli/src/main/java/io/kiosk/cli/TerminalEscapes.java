package io.kiosk.cli;

import java.util.Locale;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Writes C1 controls, line separators and bidirectional controls as {@code \\uXXXX}, which JSON
 * does for C0 alone. Readers of the JSON see the same text.
 */
final class TerminalEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[0x7f] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public SerializableString getEscapeSequence(int c) {
    boolean obeyed =
        c >= 0x7f && c <= 0x9f
            || c == 0x061c
            || c >= 0x200e && c <= 0x200f
            || c >= 0x2028 && c <= 0x202e
            || c >= 0x2066 && c <= 0x2069;
    return obeyed ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c)) : null;
  }
}
