package io.kiosk.query;

import io.kiosk.schema.Language;
import java.util.Map;

/** Puts glossed words and the punctuation between them together. Used by one thread. */
final class GlossText {

  private static final Map<Character, String> LATIN =
      Map.ofEntries(
          Map.entry('，', ","),
          Map.entry('、', ","),
          Map.entry('。', "."),
          Map.entry('．', "."),
          Map.entry('；', ";"),
          Map.entry('：', ":"),
          Map.entry('！', "!"),
          Map.entry('？', "?"),
          Map.entry('（', "("),
          Map.entry('）', ")"),
          Map.entry('【', "["),
          Map.entry('】', "]"),
          Map.entry('《', "“"),
          Map.entry('》', "”"),
          Map.entry('「', "“"),
          Map.entry('」', "”"),
          Map.entry('『', "‘"),
          Map.entry('』', "’"),
          Map.entry('％', "%"),
          Map.entry('—', "–"),
          Map.entry('\u3000', " "));
  private static final String OPENING = "([{“‘„\"$€£/-·";
  private static final String CLOSING = ",.;:!?)]}”’%…·/-";

  private static final String SPACED = "/-·…%";

  /** What may stand inside an address or a number that Chinese text writes as it is. */
  private static final String INSIDE = ".:/?=&_-@#%+~";

  private static final String SENTENCE_END = ".!?";

  private final StringBuilder text = new StringBuilder();
  private final boolean fromChinese;
  private final boolean intoLatin;
  private boolean space;
  private boolean inside;
  private boolean sentenceStart;

  GlossText(Language from, Language to, boolean sentence) {
    this.sentenceStart = sentence;
    this.fromChinese = from == Language.ZH;
    this.intoLatin = to != Language.ZH;
  }

  /**
   * Adds a word.
   *
   * @param gloss what stands for it, not empty
   * @param capitalized whether the word itself begins in upper case
   * @param foreign whether it is no Chinese word in Chinese text
   */
  void word(String gloss, boolean capitalized, boolean foreign) {
    boolean address = foreign && inside;
    boolean attached =
        address || !text.isEmpty() && OPENING.indexOf(text.charAt(text.length() - 1)) >= 0;
    if (!attached && (space || fromChinese && !text.isEmpty())) {
      blank();
    }
    boolean upper = intoLatin && sentenceStart && !address && (fromChinese || capitalized);
    int first = gloss.codePointAt(0);
    text.appendCodePoint(upper ? Character.toUpperCase(first) : first)
        .append(gloss, Character.charCount(first), gloss.length());
    space = false;
    inside = false;
    sentenceStart = false;
  }

  /** Adds what stands between two words. */
  void gap(String between) {
    inside =
        !between.isEmpty()
            && between.length() <= 3
            && between.chars().allMatch(c -> INSIDE.indexOf(c) >= 0);
    for (int i = 0; i < between.length(); i++) {
      String mark = String.valueOf(between.charAt(i));
      if (fromChinese && intoLatin) {
        mark = LATIN.getOrDefault(between.charAt(i), mark);
      }
      if (mark.isBlank()) {
        space = true;
      } else {
        mark(mark.charAt(0));
      }
    }
  }

  private void mark(char mark) {
    boolean closing = CLOSING.indexOf(mark) >= 0;
    // A word that was dropped leaves its blank behind; before closing punctuation there is none.
    boolean wanted =
        fromChinese && intoLatin
            ? !closing && OPENING.indexOf(mark) >= 0 && mark != '·' && mark != '/' && mark != '-'
            : space && (!closing || SPACED.indexOf(mark) >= 0);
    if (wanted) {
      blank();
    }
    text.append(mark);
    space = fromChinese && intoLatin && closing && OPENING.indexOf(mark) < 0;
    sentenceStart = SENTENCE_END.indexOf(mark) >= 0 || sentenceStart;
  }

  private void blank() {
    boolean attached = text.isEmpty() || text.charAt(text.length() - 1) == ' ';
    if (!attached) {
      text.append(' ');
    }
    space = false;
  }

  @Override
  public String toString() {
    return text.toString().strip();
  }
}
