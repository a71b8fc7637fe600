package io.kiosk.analysis;

import io.kiosk.schema.Language;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;

/**
 * The terms of an article's texts: those of its analyzer and those {@link LanguageAnalyzers#written
 * as written}. Where both are asked for of one text, in this order, it is cut into words once. For
 * one thread, since its analyzers reuse their streams.
 */
public final class TextTerms {

  private final Optional<Language> language;
  private final Analyzer analyzer;
  private String text;
  private TokenStream terms;

  TextTerms(Optional<Language> language, Analyzer analyzer) {
    this.language = language;
    this.analyzer = analyzer;
  }

  /**
   * {@return the terms of a text, as the index has them}
   *
   * @param field for which they are
   * @param whole the text
   */
  public TokenStream of(String field, String whole) {
    text = whole;
    terms = analyzer.tokenStream(field, whole);
    return terms;
  }

  /**
   * {@return the words of a text as they are written} If it is the one that {@link #of} was called
   * with last, its terms must have been read to their end, and each word may come only once.
   *
   * @param field for which they are
   * @param whole the text; the same object if it is the one of {@link #of}
   */
  public TokenStream written(String field, String whole) {
    return terms instanceof WrittenWords collected && whole == text
        ? collected.written()
        : LanguageAnalyzers.written(language).tokenStream(field, whole);
  }
}
