package io.kiosk.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class PairStoredFieldsTest {

  private static final String[] WORDS = {
    "the ", "harbour ", "Hafen ", "über ", "港口", "新闻", "strike, ", "x", "\0", "0042 "
  };

  private final Directory directory = new ByteBuffersDirectory();
  private final Random random = new Random(5);

  private static IndexWriterConfig config() {
    return new IndexWriterConfig()
        .setCodec(new ArticleCodec())
        .setMergePolicy(new LogDocMergePolicy()); // keeps the order
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private Document document(int number) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    Document document = new Document();
    document.add(new StringField("id", "n" + number, Field.Store.YES));
    document.add(new StoredField("text", text(random.nextInt(200))));
    document.add(new StoredField("bytes", bytes));
    document.add(new StoredField("int", random.nextInt()));
    document.add(new StoredField("long", random.nextLong()));
    document.add(new StoredField("float", random.nextFloat()));
    document.add(new StoredField("double", random.nextDouble()));
    document.add(new StoredField("text", text(3)));
    return document;
  }

  private static List<Object> values(Document document) {
    List<Object> values = new ArrayList<>();
    for (IndexableField field : document) {
      BytesRef bytes = field.numericValue() == null ? field.binaryValue() : null;
      values.add(field.name());
      values.add(
          field.numericValue() != null
              ? field.numericValue()
              : bytes != null && field.stringValue() == null
                  ? BytesRef.deepCopyOf(bytes)
                  : field.stringValue());
    }
    return values;
  }

  private void write(List<Document> documents) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, config().setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (Document document : documents) {
        writer.addDocument(document);
        if (random.nextInt(40) == 0) {
          writer.flush();
        }
      }
    }
  }

  private List<Document> documents(int count) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(document(i));
    }
    return documents;
  }

  private void assertReads(List<Document> documents) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.numDocs()).isEqualTo(documents.size());
      StoredFields stored = reader.storedFields();
      for (int doc = documents.size() - 1; doc >= 0; doc--) {
        assertThat(values(stored.document(doc))).isEqualTo(values(documents.get(doc)));
      }
    }
  }

  @Test
  void valuesOfAllTypesAreReadAsTheyWereStored() throws IOException {
    List<Document> documents = documents(200);
    write(documents);
    assertReads(documents);
  }

  @Test
  void aMergeKeepsWhatWasNotDeleted() throws IOException {
    List<Document> documents = documents(300);
    write(documents);
    try (IndexWriter writer = new IndexWriter(directory, config())) {
      for (int i = 0; i < 300; i += 7) {
        writer.deleteDocuments(new Term("id", "n" + i));
      }
      writer.forceMerge(1);
    }
    documents.removeIf(document -> Integer.parseInt(document.get("id").substring(1)) % 7 == 0);
    assertReads(documents);
  }

  @Test
  void segmentsThatNumberFieldsDifferentlyAreMerged() throws IOException {
    List<Document> documents = documents(30);
    Document other = new Document();
    other.add(new StoredField("other", "first"));
    other.add(new StoredField("text", text(20)));
    documents.addFirst(other);
    write(documents.subList(0, 1));
    try (Directory second = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(second, config())) {
        for (Document document : documents.subList(1, 31)) {
          writer.addDocument(document);
        }
      }
      try (IndexWriter writer = new IndexWriter(directory, config())) {
        writer.addIndexes(second);
        writer.forceMerge(1);
      }
    }
    assertReads(documents);
  }

  @Test
  void aSegmentMayHaveMoreTextThanItsDictionaryIsMadeOf() throws IOException {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Document document = new Document();
      document.add(new StoredField("text", text(200_000)));
      documents.add(document);
    }
    try (IndexWriter writer = new IndexWriter(directory, config().setRAMBufferSizeMB(500))) {
      for (Document document : documents) {
        writer.addDocument(document);
      }
    }
    assertReads(documents);
  }

  @Test
  void onlyTheFieldsThatAreAskedForAreRead() throws IOException {
    List<Document> documents = documents(3);
    write(documents);
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Document read = reader.storedFields().document(1, Set.of("long", "id"));
      assertThat(values(read))
          .isEqualTo(List.of("id", "n1", "long", documents.get(1).getField("long").numericValue()));
    }
  }

  @Test
  void textOfTheSameKindTakesLessThanHalf() throws IOException {
    List<Document> documents = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < 100; i++) {
      Document document = new Document();
      String text = text(2_000);
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
      document.add(new StoredField("text", text));
      documents.add(document);
    }
    write(documents);
    long packed = 0;
    for (String file : directory.listAll()) {
      packed += directory.fileLength(file);
    }
    assertThat(packed).isLessThan(bytes / 2);
  }

  @Test
  void damageIsNoDocument() throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, config().setUseCompoundFile(false))) {
      for (Document document : documents(50)) {
        writer.addDocument(document);
      }
    }
    String name = "_0." + PairStoredFields.DATA_EXTENSION;
    byte[] bytes = new byte[(int) directory.fileLength(name)];
    try (IndexInput in = directory.openInput(name, IOContext.DEFAULT)) {
      in.readBytes(bytes, 0, bytes.length);
    }
    int header = CodecUtil.indexHeaderLength(PairStoredFields.DATA_CODEC, "");
    for (int i = header + 2; i < header + 200; i++) {
      bytes[i] = (byte) 0xFF;
    }
    directory.deleteFile(name);
    try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
      out.writeBytes(bytes, bytes.length);
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThatExceptionOfType(CorruptIndexException.class)
          .isThrownBy(() -> reader.storedFields().document(0));
      assertThatExceptionOfType(CorruptIndexException.class)
          .isThrownBy(() -> reader.leaves().getFirst().reader().checkIntegrity());
    }
  }
}
