package io.kiosk.analysis;

import io.kiosk.schema.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;

/**
 * Words that carry no meaning in a query: articles, pronouns, auxiliaries, question words. The
 * index keeps them, so that phrases stay exact. The lists are the resource files {@code stop_*.txt}
 * and {@code homographs.txt}: one word a line, {@code #} begins a comment.
 */
public final class StopWords {
  private static final Map<Language, CharArraySet> SETS = new EnumMap<>(Language.class);
  private static final CharArraySet HOMOGRAPHS = read("homographs.txt");

  static {
    for (Language language : Language.values()) {
      SETS.put(language, read("stop_" + language.tag() + ".txt"));
    }
  }

  private StopWords() {}

  /**
   * {@return the list of a language, of lower-case words as written; ignores case; unmodifiable}
   *
   * @param language of the query
   */
  public static CharArraySet of(Language language) {
    return SETS.get(language);
  }

  /**
   * {@return the English words that mean something and are written like German stop words, such as
   * "war"; lower case, ignores case; unmodifiable}
   */
  public static CharArraySet homographs() {
    return HOMOGRAPHS;
  }

  static CharArraySet none() {
    return CharArraySet.EMPTY_SET;
  }

  private static CharArraySet read(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                StopWords.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      CharArraySet set = new CharArraySet(256, true);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int comment = line.indexOf('#');
        String word = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (!word.isEmpty()) {
          set.add(word);
        }
      }
      return CharArraySet.unmodifiableSet(set);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name, e);
    }
  }
}
