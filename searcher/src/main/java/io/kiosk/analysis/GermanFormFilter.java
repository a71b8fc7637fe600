package io.kiosk.analysis;

import io.kiosk.lexicon.GermanForms;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** German words, in any case, to their basic forms, see {@link GermanForms}. */
final class GermanFormFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  GermanFormFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    boolean capital = term.length() > 0 && Character.isUpperCase(term.charAt(0));
    String basic = GermanForms.term(fold(term), capital);
    term.setEmpty().append(basic);
    return true;
  }

  /** Lower case, umlauts spelt ae, oe, ue, ß as ss, other diacritics off. */
  static String fold(CharSequence word) {
    StringBuilder folded = new StringBuilder(word.length() + 4);
    char[] ascii = new char[4];
    for (int i = 0; i < word.length(); i++) {
      char c = Character.toLowerCase(word.charAt(i));
      switch (c) {
        case 'ä' -> folded.append("ae");
        case 'ö' -> folded.append("oe");
        case 'ü' -> folded.append("ue");
        default -> {
          if (c < 0x80 || Character.isSurrogate(c)) {
            folded.append(c);
          } else {
            int length = ASCIIFoldingFilter.foldToASCII(new char[] {c}, 0, ascii, 0, 1);
            folded.append(ascii, 0, length);
          }
        }
      }
    }
    return folded.toString();
  }
}
