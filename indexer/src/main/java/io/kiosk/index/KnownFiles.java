package io.kiosk.index;

import io.kiosk.index.Records.Stored;
import io.kiosk.schema.ArticleSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * The files that the index knew when a run began. Files that have not changed since are found in
 * memory, 24 bytes each. {@link #unchanged} and {@link #unchangedLine} are for one thread at a
 * time.
 */
final class KnownFiles implements Closeable {

  private final ArticleIndexer indexer;
  private final DirectoryReader reader;
  private final LongMap stamps = new LongMap();
  private final SortedDocValues[] ids; // by leaf: files mostly come in the order of documents

  KnownFiles(ArticleIndexer indexer) throws IOException {
    this.indexer = indexer;
    this.reader = indexer.acquire();
    this.ids = new SortedDocValues[reader.leaves().size()];
    for (LeafReaderContext context : reader.leaves()) {
      NumericDocValues values = DocValues.getNumeric(context.reader(), ArticleSchema.STAMP);
      Bits live = context.reader().getLiveDocs();
      for (int doc = values.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        if (values.longValue() != 0 && (live == null || live.get(doc))) {
          stamps.put(values.longValue(), context.docBase + doc);
        }
      }
    }
  }

  /** What is known of a file that is as it was; nothing if it must be looked into. */
  Optional<Admitted> unchanged(FileState state) throws IOException {
    int doc = stamps.get(state.stamp());
    return doc < 0 ? Optional.empty() : Optional.of(admitted(doc));
  }

  private Admitted admitted(int doc) throws IOException {
    LeafReaderContext context = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    SortedDocValues values = ids(context, doc - context.docBase);
    if (values.advanceExact(doc - context.docBase)) {
      String id = values.lookupOrd(values.ordValue()).utf8ToString();
      return new Admitted(Outcome.UNCHANGED, Optional.of(id), Optional.empty());
    }
    return admitted(Records.read(context.reader(), doc - context.docBase));
  }

  /** Values that stand at or before a document. */
  private SortedDocValues ids(LeafReaderContext context, int doc) throws IOException {
    SortedDocValues values = ids[context.ord];
    if (values == null || values.docID() > doc) {
      values = DocValues.getSorted(context.reader(), ArticleSchema.ID);
      ids[context.ord] = values;
    }
    return values;
  }

  /**
   * What is known of a line that is as it was; nothing if it must be looked into, as also when its
   * file has another time now.
   */
  Optional<Admitted> unchangedLine(long stamp, long modified) throws IOException {
    int doc = stamps.get(stamp);
    if (doc < 0) {
      return Optional.empty();
    }
    LeafReaderContext context = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    NumericDocValues times = DocValues.getNumeric(context.reader(), ArticleSchema.MODIFIED);
    boolean sameTime = times.advanceExact(doc - context.docBase) && times.longValue() == modified;
    return sameTime ? Optional.of(admitted(doc)) : Optional.empty();
  }

  /** What is known of an input by its name. */
  Optional<Stored> find(String name) throws IOException {
    List<Stored> found =
        Records.find(reader, new Term(ArticleSchema.FILE, ArticleDocuments.key(name)));
    return found.stream().findFirst();
  }

  /** The outcome of an input that is not the article's own, or was rejected, once more. */
  private Admitted admitted(Stored stored) throws IOException {
    if (stored.reason().isPresent()) {
      return new Admitted(Outcome.REJECTED, Optional.empty(), stored.reason());
    }
    Family family = Records.family(reader, stored.id().orElseThrow());
    return new Admitted(
        Outcome.DUPLICATE,
        stored.id(),
        Optional.of("the same article as " + family.leader().origin()));
  }

  @Override
  public void close() throws IOException {
    indexer.release(reader);
  }

  /** An outcome with what a report says of it. */
  record Admitted(Outcome outcome, Optional<String> id, Optional<String> reason) {}
}
