package io.kiosk.schema;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;

/** A text that brings its terms: articles of many languages may share a field. */
final class AnalyzedField extends Field {
  private final ArticleSchema.TermSource terms;

  AnalyzedField(String name, String text, FieldType type, ArticleSchema.TermSource terms) {
    super(name, text, type);
    this.terms = terms;
  }

  @Override
  public TokenStream tokenStream(Analyzer writers, TokenStream reuse) {
    return terms.of(name(), stringValue());
  }
}
