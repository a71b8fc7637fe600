package io.kiosk.index;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LiveFieldValues;

/** Where each article in the index came from, including those that no reader sees yet. */
final class KnownArticles extends LiveFieldValues<DirectoryReader, Origin> {

  private static final Origin NONE =
      new Origin("", OptionalLong.empty(), "0".repeat(64), Origin.NOT_CLEANED);
  private static final Set<String> FIELDS =
      Set.of(ArticleSchema.FILE, ArticleSchema.SHA256, ArticleSchema.CLEANER, ArticleSchema.LINE);

  KnownArticles(ReaderManager readers) {
    super(readers, NONE);
  }

  Optional<Origin> find(String id) throws IOException {
    return Optional.ofNullable(get(id)).filter(origin -> origin != NONE);
  }

  void remove(String id) {
    delete(id);
  }

  @Override
  protected Origin lookupFromSearcher(DirectoryReader reader, String id) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      int doc = find(leaf, id);
      if (doc != DocIdSetIterator.NO_MORE_DOCS) {
        return origin(leaf.reader().storedFields().document(doc, FIELDS));
      }
    }
    return null;
  }

  private static int find(LeafReaderContext leaf, String id) throws IOException {
    PostingsEnum postings = leaf.reader().postings(ArticleSchema.idTerm(id), PostingsEnum.NONE);
    if (postings == null) {
      return DocIdSetIterator.NO_MORE_DOCS;
    }
    int doc = postings.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS
        && leaf.reader().getLiveDocs() != null
        && !leaf.reader().getLiveDocs().get(doc)) {
      doc = postings.nextDoc();
    }
    return doc;
  }

  private static Origin origin(Document document) {
    String line = document.get(ArticleSchema.LINE);
    return new Origin(
        document.get(ArticleSchema.FILE),
        line == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(line)),
        document.get(ArticleSchema.SHA256),
        Integer.parseInt(document.get(ArticleSchema.CLEANER)));
  }
}
