package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;

/** The articles of an index. For one thread. */
final class StoredArticles {
  private final List<LeafReaderContext> leaves;
  private final StoredFields fields;

  StoredArticles(IndexReader reader) throws IOException {
    this.leaves = reader.leaves();
    this.fields = reader.storedFields();
  }

  /** The article of a document. */
  StoredArticle read(int doc) throws IOException {
    Document document = fields.document(doc);
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
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
        Optional.ofNullable(
            ArticleSchema.hash(leaf.reader(), doc - leaf.docBase, ArticleSchema.SHA256)),
        value(document, ArticleSchema.CLEANER),
        value(document, ArticleSchema.INDEXED));
  }

  private static Optional<String> value(Document document, String field) {
    return Optional.ofNullable(document.get(field));
  }
}
