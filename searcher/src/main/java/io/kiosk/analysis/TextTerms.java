package io.kiosk.analysis;

import io.kiosk.schema.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;

/**
 * The terms of an article's texts: those of its analyzer and those {@link LanguageAnalyzers#written
 * as written}. Where both are asked for of one text, in this order, it is cut into words once. For
 * one thread, since its analyzers reuse their streams.
 */
public final class TextTerms {

  /** Words of a {@link #beginning}. */
  public static final int BEGINNING = 80;

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

  /**
   * {@return the terms of the first {@value #BEGINNING} words of a German or English text,
   * compounds whole; to be read at once} If it is the text that {@link #of} was called with last,
   * its terms must have been read to their end.
   *
   * @param field for which they are
   * @param whole the text; the same object if it is the one of {@link #of}
   * @throws IllegalStateException if the text is in another language
   */
  public List<KnownTerm> beginning(String field, String whole) {
    if (whole != text) {
      read(of(field, whole));
    }
    if (terms instanceof WrittenWords collected) {
      return collected.beginning();
    }
    throw new IllegalStateException("the analyzer of " + language + " does not collect words");
  }

  private static void read(TokenStream stream) {
    try (stream) {
      stream.reset();
      while (stream.incrementToken()) {}
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string cannot fail", e);
    }
  }
}
