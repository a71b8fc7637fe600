package io.kiosk.analysis;

import io.kiosk.lexicon.HanFolding;
import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;

/**
 * Chinese text to terms that answer for any word, whatever a segmenter takes it for. Each Chinese
 * character is one position. The terms at a position are the bigram that begins there and, where
 * smartcn ({@link ChineseWordSegmenter}) sees a word of this one character that is no function
 * word, that character. A word of two characters is thus one term, a longer one a phrase of
 * bigrams. Runs of other letters and digits are words of one position. Text is simplified, half
 * width and lower case; offsets are those of the source. A gap in the positions stands for
 * punctuation, so that no phrase reaches across it.
 */
final class ChineseTokenizer extends Tokenizer {
  private static final String FUNCTION_CHARACTERS =
      "的了着过和与及或在是有为以于从由对把被将就都也还又而且但并不没很更最这那其之者所个们等中上下里后前到说会能可要吗呢吧啊";

  private static final byte SPACE = 0;
  private static final byte SIGN = 1;
  private static final byte WORD = 2;
  private static final byte CJK = 3;

  /** A Chinese character that is a word of its own. */
  private static final byte SINGLE = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);

  private final boolean words;
  private char[] text = new char[4096];
  private byte[] kinds = new byte[4096];
  private int length;
  private ChineseWordSegmenter segmenter;
  private int at;
  private int runEnd;
  private int gap;
  private boolean separated;
  private boolean singlePending;

  /**
   * A tokenizer.
   *
   * @param words whether words of one character are terms; without them the model of Chinese, which
   *     takes a moment to load, is not needed
   */
  ChineseTokenizer(boolean words) {
    this.words = words;
  }

  /** The character as it is indexed: simplified, half width, lower case. */
  static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return fold((char) (c - 0xFEE0));
    }
    if (c == '\u3000') {
      return ' ';
    }
    return HanFolding.simplified(isHan(c) ? c : Character.toLowerCase(c));
  }

  static void fold(char[] text) {
    for (int i = 0; i < text.length; i++) {
      text[i] = fold(text[i]);
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    length = 0;
    for (int n; (n = input.read(text, length, text.length - length)) >= 0; ) {
      length += n;
      if (length == text.length) {
        text = ArrayUtil.grow(text, length + 1);
      }
    }
    if (kinds.length < length) {
      kinds = new byte[text.length];
    }
    for (int i = 0; i < length; i++) {
      text[i] = fold(text[i]);
      kinds[i] = kind(text[i]);
    }
    markSingleWords();
    at = 0;
    runEnd = 0;
    gap = 0;
    separated = false;
    singlePending = false;
  }

  /** Marks the characters that smartcn takes for words, run by run. */
  private void markSingleWords() {
    int start = -1;
    for (int i = 0; i <= length; i++) {
      boolean cjk = i < length && kinds[i] == CJK;
      if (cjk && start < 0) {
        start = i;
      } else if (!cjk && start >= 0) {
        markRun(start, i);
        start = -1;
      }
    }
  }

  private void markRun(int start, int end) {
    if (end - start == 1) {
      kinds[start] = SINGLE;
      return;
    }
    if (!words) {
      return;
    }
    if (segmenter == null) {
      segmenter = new ChineseWordSegmenter();
    }
    segmenter.segment(text, start, end);
    for (int i = 0; i < segmenter.count(); i++) {
      int from = segmenter.start(i);
      if (segmenter.end(i) - from == 1 && FUNCTION_CHARACTERS.indexOf(text[from]) < 0) {
        kinds[from] = SINGLE;
      }
    }
  }

  /** Where smartcn ends words in a run of Chinese characters, as offsets in the run. */
  static BitSet wordEnds(String run) {
    ChineseWordSegmenter segmenter = new ChineseWordSegmenter();
    segmenter.segment(run.toCharArray(), 0, run.length());
    BitSet ends = new BitSet(run.length() + 1);
    for (int i = 0; i < segmenter.count(); i++) {
      ends.set(segmenter.end(i));
    }
    return ends;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (singlePending) {
      singlePending = false;
      emit(at - 1, at, 0);
      return true;
    }
    while (at < length) {
      if (kinds[at] >= CJK) {
        return cjkToken();
      }
      if (kinds[at] == WORD) {
        int start = at;
        while (at < length && continuesWord(start)) {
          at++;
        }
        emit(start, at, 1 + gap);
        return true;
      }
      if (kinds[at] == SIGN && !separated) {
        gap++;
        separated = true;
      }
      at++;
    }
    return false;
  }

  private boolean cjkToken() {
    int start = at++;
    boolean pair = at < length && kinds[at] >= CJK;
    boolean inRun = start > 0 && start < runEnd;
    runEnd = pair ? at + 1 : at;
    if (pair) {
      emit(start, start + 2, 1 + gap);
      singlePending = kinds[start] == SINGLE;
      return true;
    }
    // The last character of a run: a word of its own, or already the end of the last bigram.
    if (kinds[start] == SINGLE || !inRun) {
      emit(start, at, 1 + gap);
      return true;
    }
    gap++;
    return incrementToken();
  }

  private void emit(int start, int end, int increment) {
    term.copyBuffer(text, start, end - start);
    offset.setOffset(correctOffset(start), correctOffset(end));
    position.setPositionIncrement(increment);
    gap = 0;
    separated = false;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(correctOffset(length), correctOffset(length));
    position.setPositionIncrement(gap);
  }

  private static byte kind(char c) {
    if (isCjk(c)) {
      return CJK;
    }
    if (Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK) {
      return WORD;
    }
    return Character.isWhitespace(c) ? SPACE : SIGN;
  }

  private static boolean isHan(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  private static boolean isCjk(char c) {
    if (isHan(c)) {
      return true;
    }
    if (c < '\u2E80' || c >= '\u3000' && c <= '\u3004') { // no need to look up 。 and 、
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> Character.isLetter(c) || c == '々';
      default -> false;
    };
  }

  private boolean continuesWord(int start) {
    if (at == start) {
      return true;
    }
    if (kinds[at] != SIGN) {
      return kinds[at] == WORD;
    }
    // 3.5 and 10,000 are one word, O'Neill too; U.S. loses its dots in a query in the same way.
    char c = text[at];
    return (c == '.' || c == ',' || c == '\'' || c == '’')
        && at + 1 < length
        && kinds[at + 1] == WORD
        && (c == '\''
            || c == '’'
            || Character.isDigit(text[at - 1]) && Character.isDigit(text[at + 1]));
  }
}
