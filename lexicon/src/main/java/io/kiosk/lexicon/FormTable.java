package io.kiosk.lexicon;

import static io.kiosk.lexicon.TableFormat.BLOCK;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The written forms of the terms of one language of one source. */
final class FormTable {

  private final Blocks blocks;

  FormTable(ByteBuffer section) {
    this.blocks = new Blocks(section);
  }

  String form(int number, String term) {
    ByteReader reader = blocks.read(number / BLOCK);
    for (int i = 0; i < number % BLOCK; i++) {
      int code = reader.readInt();
      if (code > TableFormat.FORM_SPELT) {
        reader.skip(code - TableFormat.FORM_SPELT);
      }
    }
    int code = reader.readInt();
    return switch (code) {
      case TableFormat.FORM_SAME -> term;
      case TableFormat.FORM_FIRST_UPPER -> firstUpper(term);
      case TableFormat.FORM_ALL_UPPER -> term.toUpperCase(Locale.ROOT);
      case TableFormat.FORM_WORDS_UPPER -> wordsUpper(term);
      default -> spelt(reader, code - TableFormat.FORM_SPELT);
    };
  }

  private static String spelt(ByteReader reader, int length) {
    byte[] bytes = new byte[length];
    reader.readBytes(bytes, 0, length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static String firstUpper(String term) {
    int second = term.offsetByCodePoints(0, 1);
    return term.substring(0, second).toUpperCase(Locale.ROOT) + term.substring(second);
  }

  static String wordsUpper(String term) {
    StringBuilder text = new StringBuilder(term.length());
    for (String word : term.split(" ", -1)) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(word.isEmpty() ? word : firstUpper(word));
    }
    return text.toString();
  }
}
