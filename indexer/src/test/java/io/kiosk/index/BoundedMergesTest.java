package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class BoundedMergesTest {

  private static final double SMALL_MB = .001;
  private static final int TEXT_BYTES = 10_000;

  private final Directory directory = new ByteBuffersDirectory();
  private final Random random = new Random(7);

  @Test
  void anUpdateOfOneArticleLeavesTheArchiveAsItIs() throws IOException {
    write(NoMergePolicy.INSTANCE, 24);
    write(new BoundedMerges(SMALL_MB), 1);
    assertThat(segments()).isEqualTo(25);
  }

  @Test
  void aRunThatWritesMuchMergesMuch() throws IOException {
    write(NoMergePolicy.INSTANCE, 24);
    BoundedMerges merges = new BoundedMerges(SMALL_MB);
    for (int i = 0; i < 24; i++) {
      merges.articleWritten();
    }
    write(merges, 1);
    assertThat(segments()).isLessThan(15);
  }

  @Test
  void aWriterThatMeetsManySegmentsMakesOneLargerMerge() throws IOException {
    write(NoMergePolicy.INSTANCE, 36); // too large, each, for the merges of an update
    write(new BoundedMerges(SMALL_MB), 1);
    int merged = segments();
    assertThat(merged).isBetween(20, 30);
    write(new BoundedMerges(SMALL_MB), 1);
    assertThat(segments()).isEqualTo(merged + 1);
  }

  /** Each document becomes a segment. */
  private void write(MergePolicy merges, int documents) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setMergePolicy(merges)
            .setMergeScheduler(new SerialMergeScheduler());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < documents; i++) {
        byte[] text = new byte[TEXT_BYTES];
        random.nextBytes(text);
        Document document = new Document();
        document.add(new StoredField("text", text));
        writer.addDocument(document);
        writer.flush();
      }
    }
  }

  private int segments() throws IOException {
    return SegmentInfos.readLatestCommit(directory).size();
  }
}
