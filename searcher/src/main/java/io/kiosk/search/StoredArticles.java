package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;

/** Documents to articles. */
final class StoredArticles {
  private StoredArticles() {}

  static StoredArticle read(StoredFields fields, int doc) throws IOException {
    Document document = fields.document(doc);
    return new StoredArticle(
        document.get(ArticleSchema.ID),
        value(document, ArticleSchema.LANG).orElse("und"),
        value(document, ArticleSchema.URL),
        value(document, ArticleSchema.SOURCE),
        value(document, ArticleSchema.PUBLISHED),
        value(document, ArticleSchema.PUBLISHED_FROM),
        value(document, ArticleSchema.FETCHED),
        Optional.ofNullable(ArticleSchema.text(document, ArticleSchema.TITLE)),
        value(document, ArticleSchema.AUTHOR),
        Objects.requireNonNullElse(ArticleSchema.text(document, ArticleSchema.BODY), ""),
        value(document, ArticleSchema.FILE),
        Optional.ofNullable(ArticleSchema.hash(document, ArticleSchema.SHA256)),
        value(document, ArticleSchema.CLEANER),
        value(document, ArticleSchema.INDEXED));
  }

  private static Optional<String> value(Document document, String field) {
    return Optional.ofNullable(document.get(field));
  }
}
