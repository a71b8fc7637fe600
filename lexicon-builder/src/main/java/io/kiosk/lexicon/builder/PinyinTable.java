package io.kiosk.lexicon.builder;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the resource {@code pinyin.txt} of module searcher from ICU's Han-Latin transform, which is
 * made of Unicode's data: a line for each syllable in pinyin without its tone, with the characters
 * of the basic block that are commonly read so.
 */
public final class PinyinTable {

  private PinyinTable() {}

  /** Writes the table into the file that is the only argument. */
  public static void main(String[] arguments) throws IOException {
    Transliterator transform = Transliterator.getInstance("Han-Latin");
    Transliterator toneless =
        Transliterator.getInstance("NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC");
    Map<String, StringBuilder> characters = new TreeMap<>();
    for (char c = '\u4E00'; c <= '\u9FFF'; c++) {
      String syllable = toneless.transliterate(transform.transliterate(String.valueOf(c)));
      if (syllable.matches("[a-zü]+")) {
        characters.computeIfAbsent(syllable, s -> new StringBuilder()).append(c);
      }
    }
    StringBuilder table =
        new StringBuilder("# Made by PinyinTable of module lexicon-builder: syllable characters\n");
    characters.forEach((syllable, read) -> table.append(syllable + " " + read + "\n"));
    Files.writeString(Path.of(arguments[0]), table);
  }
}
