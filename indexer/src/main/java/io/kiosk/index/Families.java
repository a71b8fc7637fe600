package io.kiosk.index;

import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.LiveFieldValues;

/**
 * The inputs of every article in the index, including what no reader sees yet. All calls for one
 * article must come from one thread at a time.
 */
final class Families extends LiveFieldValues<DirectoryReader, Family> {

  private static final Family NONE =
      Family.of(
          new Member(
              new Origin("", OptionalLong.empty(), "0".repeat(64), Origin.NOT_CLEANED), 0, 0),
          "");

  /** Threads that a segment in memory can serve: most of their work is done before they write. */
  private static final int THREADS_A_SEGMENT = 4;

  private final IndexWriter writer;

  /** Lucene has a segment in memory for each thread that writes: fewer are larger and cost less. */
  private final Semaphore writing;

  Families(IndexWriter writer, ReaderManager readers, int threads) {
    super(readers, NONE);
    this.writer = writer;
    this.writing = new Semaphore((threads + THREADS_A_SEGMENT - 1) / THREADS_A_SEGMENT);
  }

  @Override
  protected Family lookupFromSearcher(DirectoryReader reader, String id) throws IOException {
    return Records.family(reader, id);
  }

  Optional<Family> find(String id) throws IOException {
    return Optional.ofNullable(get(id)).filter(family -> family != NONE);
  }

  /**
   * Writes the article and all its inputs in the place of what there was, at once. To delete what
   * is not there would cost a look-up in every segment.
   */
  void write(String id, Optional<Family> before, Family family, Document article)
      throws IOException {
    List<Document> documents = new ArrayList<>();
    family.others().forEach(member -> documents.add(ArticleDocuments.input(id, member)));
    documents.add(article);
    writing.acquireUninterruptibly();
    try {
      write(id, before, documents);
    } finally {
      writing.release();
    }
    add(id, family);
  }

  private void write(String id, Optional<Family> before, List<Document> documents)
      throws IOException {
    if (before.isEmpty()) {
      writer.addDocuments(documents);
    } else if (before.get().others().isEmpty()) {
      writer.updateDocuments(ArticleSchema.idTerm(id), documents);
    } else {
      writer.updateDocuments(ArticleSchema.family(id), documents);
    }
  }

  /** Writes what is new of the inputs; the article's text stays. */
  void update(String id, Family before, Family after) throws IOException {
    if (!after.leader().equals(before.leader())) {
      state(ArticleSchema.idTerm(id), after.leader());
    }
    for (Member member : after.others()) {
      if (!before.others().contains(member)) {
        writer.updateDocument(
            ArticleSchema.inputTerm(id, member.file()), ArticleDocuments.input(id, member));
      }
    }
    for (Member member : before.others()) {
      if (after.memberOf(member.file()).isEmpty()) {
        writer.deleteDocuments(ArticleSchema.inputTerm(id, member.file()));
      }
    }
    add(id, after);
  }

  private void state(Term term, Member member) throws IOException {
    writer.updateDocValues(term, ArticleDocuments.state(member).toArray(Field[]::new));
  }

  /** Removes the article and what is known of its inputs. */
  void remove(String id) throws IOException {
    writer.deleteDocuments(ArticleSchema.idTerm(id), ArticleSchema.familyTerm(id));
    delete(id);
  }

  /** Remembers an input that gave no article. */
  void reject(Member member, String reason) throws IOException {
    writer.updateDocument(
        ArticleSchema.inputTerm("", member.file()), ArticleDocuments.rejected(member, reason));
  }

  /** Forgets that an input gave no article. */
  void unreject(String file) throws IOException {
    writer.deleteDocuments(ArticleSchema.inputTerm("", file));
  }
}
