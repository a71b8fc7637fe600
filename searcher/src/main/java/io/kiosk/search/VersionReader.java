package io.kiosk.search;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Reads which articles tell one story, as the index was linked when it was written. */
final class VersionReader {
  private final IndexSearcher searcher;

  VersionReader(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /**
   * The versions of an article that are still there, at most one a language.
   *
   * @param doc its number in the index
   * @return numbers of documents
   */
  List<Integer> documents(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    BinaryDocValues values = DocValues.getBinary(leaf.reader(), ArticleSchema.VERSIONS);
    List<Integer> documents = new ArrayList<>();
    if (values.advanceExact(doc - leaf.docBase)) {
      for (String id : ArticleSchema.versions(values.binaryValue())) {
        for (ScoreDoc found :
            searcher.search(new TermQuery(ArticleSchema.idTerm(id)), 1).scoreDocs) {
          documents.add(found.doc);
        }
      }
    }
    return documents;
  }

  /** The versions of an article by id and language. */
  List<Version> versions(int doc) throws IOException {
    List<Version> versions = new ArrayList<>();
    for (int version : documents(doc)) {
      versions.add(version(version));
    }
    return versions;
  }

  /** An article of an index by id and language. */
  Version version(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    var ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
    ids.advanceExact(doc - leaf.docBase);
    return new Version(ids.lookupOrd(ids.ordValue()).utf8ToString(), language(doc));
  }

  /** The tag of the language that an article was analyzed in. */
  String language(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    return ArticleValues.analysis(leaf.reader(), doc - leaf.docBase);
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }
}
