package io.kiosk.query;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.schema.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * The words of one language that a word with gaps or an inexact word stands for. They are compared
 * as they are written, folded but not stemmed.
 *
 * @param levels what accepts them, the closest first, each also accepting what those before it
 *     accept; not empty
 */
record WordPattern(List<Automaton> levels) {
  private static final int FUZZY_PREFIX = 1;

  /** What a word with as many differing letters counts. */
  private static final double[] WEIGHTS = {1, .7, .5};

  WordPattern {
    levels = List.copyOf(levels);
  }

  static WordPattern ofGaps(GapPattern pattern, Optional<Language> language) {
    return new WordPattern(List.of(pattern.automaton(language)));
  }

  /** Words whose first letter is the same and in which at most some letters differ. */
  static WordPattern ofEdits(String word, int maxEdits, Optional<Language> language) {
    String folded = LanguageAnalyzers.foldWritten(language, word);
    int prefix = Math.min(FUZZY_PREFIX, folded.length());
    String start = folded.substring(0, folded.offsetByCodePoints(0, prefix));
    LevenshteinAutomata edits = new LevenshteinAutomata(folded.substring(start.length()), true);
    List<Automaton> levels = new ArrayList<>();
    for (int n = 0; n <= maxEdits; n++) {
      levels.add(edits.toAutomaton(n, start));
    }
    return new WordPattern(levels);
  }

  /** What a word of each level counts. */
  static double weight(int level) {
    return WEIGHTS[level];
  }

  /** Tells whether a word is accepted at all. */
  CharacterRunAutomaton any() {
    return new CharacterRunAutomaton(levels.getLast());
  }

  /** Places where words follow each other that fit patterns, one each. */
  static TextFinder finder(List<WordPattern> patterns, Optional<Language> language) {
    List<CharacterRunAutomaton> words = patterns.stream().map(WordPattern::any).toList();
    var analyzer = LanguageAnalyzers.written(language);
    return text -> {
      List<AnalyzedText.Token> tokens = AnalyzedText.tokens(analyzer, text);
      List<TextFinder.Span> spans = new ArrayList<>();
      for (int i = 0; i + words.size() <= tokens.size(); i++) {
        int length = 0;
        while (length < words.size()
            && words.get(length).run(tokens.get(i + length).term())
            && tokens.get(i + length).position() == tokens.get(i).position() + length) {
          length++;
        }
        if (length == words.size()) {
          spans.add(new TextFinder.Span(tokens.get(i).start(), tokens.get(i + length - 1).end()));
        }
      }
      return spans;
    };
  }
}
