package io.kiosk.index;

import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;

/**
 * What can be found in an index, whatever its segments: per article its text, its file, its group
 * of copies, and of each term of its text how often it has it. Not the time of indexing.
 */
final class IndexContent {

  private IndexContent() {}

  static Map<String, List<String>> of(Path index) throws IOException {
    Map<String, List<String>> content = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(IndexFolder.at(index).current().orElseThrow());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        add(leaf.reader(), content);
      }
    }
    return content;
  }

  private static void add(LeafReader leaf, Map<String, List<String>> content) throws IOException {
    SortedDocValues ids = DocValues.getSorted(leaf, ArticleSchema.ID);
    NumericDocValues copies = DocValues.getNumeric(leaf, ArticleSchema.COPIES);
    BinaryDocValues versions = DocValues.getBinary(leaf, ArticleSchema.VERSIONS);
    String[] idOf = new String[leaf.maxDoc()];
    for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
      if (leaf.getLiveDocs() != null && !leaf.getLiveDocs().get(doc)) {
        continue;
      }
      idOf[doc] = ids.lookupOrd(ids.ordValue()).utf8ToString();
      Document document = leaf.storedFields().document(doc);
      List<String> facts = new ArrayList<>();
      facts.add(ArticleDocuments.article(document).toString());
      facts.add(document.get(ArticleSchema.FILE));
      facts.add(ArticleSchema.hash(leaf, doc, ArticleSchema.SHA256));
      facts.add("versions " + (versions.advanceExact(doc) ? versions.binaryValue() : "none"));
      facts.add("copies " + (copies.advanceExact(doc) ? copies.longValue() : 0));
      if (content.put(idOf[doc], facts) != null) {
        throw new AssertionError("two documents of " + idOf[doc]);
      }
    }
    for (FieldInfo field : leaf.getFieldInfos()) {
      if (field.name.startsWith(ArticleSchema.BODY) || field.name.startsWith(ArticleSchema.TITLE)) {
        addTerms(leaf, field.name, idOf, content);
      }
    }
  }

  private static void addTerms(
      LeafReader leaf, String field, String[] idOf, Map<String, List<String>> content)
      throws IOException {
    Terms terms = MultiTerms.getTerms(leaf, field);
    if (terms == null) {
      return;
    }
    TermsEnum each = terms.iterator();
    while (each.next() != null) {
      PostingsEnum postings = each.postings(null, PostingsEnum.FREQS);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (idOf[doc] != null) {
          content
              .get(idOf[doc])
              .add(field + ":" + each.term().utf8ToString() + " " + postings.freq());
        }
      }
    }
  }
}
