package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * A pattern such as {@code kasp*sky} in its pieces: text, and gaps of one or of any number of
 * characters.
 *
 * @param pieces in order; no two texts side by side
 */
record GapPattern(List<Piece> pieces) {

  /** A part of a pattern. */
  sealed interface Piece {}

  /** Characters that stand for themselves. */
  record Text(String text) implements Piece {}

  /** {@code ?} or {@code *}. */
  enum Gap implements Piece {
    ONE,
    MANY
  }

  GapPattern {
    pieces = List.copyOf(pieces);
  }

  /** Reads {@code *}, {@code ?} and backslashes before characters that stand for themselves. */
  static GapPattern of(String pattern) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?') {
        flush(text, pieces);
        pieces.add(c == '*' ? Gap.MANY : Gap.ONE);
      } else {
        text.append(c == '\\' && i + 1 < pattern.length() ? pattern.charAt(++i) : c);
      }
    }
    flush(text, pieces);
    return new GapPattern(pieces);
  }

  private static void flush(StringBuilder text, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Text(text.toString()));
      text.setLength(0);
    }
  }

  /** The texts of the pattern. */
  List<String> texts() {
    return pieces.stream()
        .filter(Text.class::isInstance)
        .map(piece -> ((Text) piece).text)
        .toList();
  }

  /**
   * The patterns of the words that an analyzer makes of it, which cuts at hyphens; those of gaps
   * alone are left out.
   */
  List<GapPattern> words() {
    List<GapPattern> words = new ArrayList<>();
    List<Piece> word = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!(piece instanceof Text text)) {
        word.add(piece);
        continue;
      }
      String[] parts = text.text.split("[-\u2010-\u2015]", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          words.add(new GapPattern(word));
          word.clear();
        }
        if (!parts[i].isEmpty()) {
          word.add(new Text(parts[i]));
        }
      }
    }
    words.add(new GapPattern(word));
    return words.stream().filter(each -> !each.texts().isEmpty()).toList();
  }

  /** Accepts the words that fit, folded as those of a language are. */
  Automaton automaton(Optional<Language> language) {
    List<Automaton> parts = new ArrayList<>();
    for (Piece piece : pieces) {
      parts.add(
          switch (piece) {
            case Text text ->
                Automata.makeString(LanguageAnalyzers.foldWritten(language, text.text));
            case Gap gap ->
                switch (gap) {
                  case ONE -> Automata.makeAnyChar();
                  case MANY -> Automata.makeAnyString();
                };
          });
    }
    return Operations.determinize(
        Operations.concatenate(parts), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
  }
}
