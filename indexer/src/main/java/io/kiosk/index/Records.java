package io.kiosk.index;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** What the documents of an index say of their inputs. */
final class Records {

  private static final Set<String> FIELDS =
      Set.of(
          ArticleSchema.ID,
          ArticleSchema.FAMILY,
          ArticleSchema.FILE,
          ArticleSchema.CLEANER,
          ArticleSchema.REASON);

  private Records() {}

  /**
   * One document.
   *
   * @param id the article that the input gives; empty if it was rejected
   * @param leads whether the article has its text from this input
   * @param content hash of that text, if it leads
   * @param reason why it was rejected, if it was
   */
  record Stored(
      Member member,
      Optional<String> id,
      boolean leads,
      Optional<String> content,
      Optional<String> reason) {}

  /** What is done with each document of a term. */
  @FunctionalInterface
  interface Visitor {
    void visit(LeafReader leaf, int doc) throws IOException;
  }

  /** All inputs of an article; null if there is none, as the caller needs it. */
  static Family family(IndexReader reader, String id) throws IOException {
    List<Stored> leaders = find(reader, ArticleSchema.idTerm(id));
    if (leaders.isEmpty()) {
      return null;
    }
    Stored leader = leaders.getFirst();
    List<Member> others =
        find(reader, ArticleSchema.familyTerm(id)).stream().map(Stored::member).toList();
    return new Family(leader.member(), leader.content().orElse(""), others);
  }

  /** The documents of a term. */
  static List<Stored> find(IndexReader reader, Term term) throws IOException {
    List<Stored> found = new ArrayList<>();
    forEach(reader, term, (leaf, doc) -> found.add(read(leaf, doc)));
    return found;
  }

  static void forEach(IndexReader reader, Term term, Visitor visitor) throws IOException {
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
      if (postings == null) {
        continue;
      }
      Bits live = leaf.getLiveDocs();
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          visitor.visit(leaf, doc);
        }
      }
    }
  }

  static Stored read(LeafReader leaf, int doc) throws IOException {
    return read(leaf, doc, leaf.storedFields().document(doc, FIELDS));
  }

  /** The same of a document that has been read. */
  static Stored read(LeafReader leaf, int doc, Document document) throws IOException {
    String id = document.get(ArticleSchema.ID);
    long line = number(leaf, ArticleSchema.LINE, doc);
    Origin origin =
        new Origin(
            document.get(ArticleSchema.FILE),
            line == 0 ? OptionalLong.empty() : OptionalLong.of(line),
            ArticleSchema.hash(leaf, doc, ArticleSchema.SHA256),
            Integer.parseInt(document.get(ArticleSchema.CLEANER)));
    Member member =
        new Member(
            origin,
            number(leaf, ArticleSchema.MODIFIED, doc),
            number(leaf, ArticleSchema.STAMP, doc));
    return new Stored(
        member,
        Optional.ofNullable(id == null ? document.get(ArticleSchema.FAMILY) : id),
        id != null,
        Optional.ofNullable(ArticleSchema.hash(leaf, doc, ArticleSchema.CONTENT)),
        Optional.ofNullable(document.get(ArticleSchema.REASON)));
  }

  private static long number(LeafReader leaf, String field, int doc) throws IOException {
    NumericDocValues values = DocValues.getNumeric(leaf, field);
    return values.advanceExact(doc) ? values.longValue() : 0;
  }
}
