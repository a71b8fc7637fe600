package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifiedQueryTest {

  private Directory directory;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  @BeforeEach
  void indexTwentyTextsInTwoSegments() throws IOException {
    directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < 20; i++) {
        Document document = new Document();
        String text = (i % 2 == 0 ? "May " : "may ") + (i < 4 ? "rare" : "often");
        document.add(new TextField("body", text, Field.Store.YES));
        writer.addDocument(document);
        if (i == 9) {
          writer.commit();
        }
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  private static VerifiedQuery may(int maxTexts) {
    return new VerifiedQuery(
        new TermQuery(new Term("body", "may")),
        List.of("body"),
        "May",
        new ExactText("May"),
        maxTexts,
        () -> new IllegalStateException("too many"));
  }

  @Test
  void asManyTextsAsAllowedAreRead() throws IOException {
    assertThat(searcher.count(may(20))).isEqualTo(10);
  }

  @Test
  void oneMoreIsRefusedAcrossSegments() {
    assertThatIllegalStateException()
        .isThrownBy(() -> searcher.count(may(19)))
        .withMessage("too many");
  }

  @Test
  void onlyTextsThatMeetTheRestOfTheQueryCount() throws IOException {
    BooleanQuery rare =
        new BooleanQuery.Builder()
            .add(may(4), BooleanClause.Occur.MUST)
            .add(new TermQuery(new Term("body", "rare")), BooleanClause.Occur.MUST)
            .build();
    assertThat(searcher.count(rare)).isEqualTo(2);
  }
}
