package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.TextTerms;
import io.kiosk.lexicon.WordList;
import io.kiosk.schema.ArticleCodec;
import io.kiosk.schema.ArticleSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextInversionTest {

  private static final int TEXTS = 300;
  private static final String[] WORDS = {
    "Haushalt",
    "Häuser",
    "sicherheitslücke",
    "markets",
    "Market",
    "U.S.",
    "naïve",
    "3.5",
    "2024",
    "美国",
    "卡巴斯基",
    "退出",
    "市场",
    "，",
    "。",
    "的",
    "中",
    "\uD83D\uDE00",
    "\uD840\uDC0B",
    "\uD800",
    "été",
    "кошка",
    "ＡＢＣ",
    "한국",
    "\n\n",
    "AI技术"
  };

  private final LanguageAnalyzers analyzers =
      LanguageAnalyzers.forWriting(WordList.of(List.of("sicherheit", "lucke")));
  private final ExecutorService one = Executors.newSingleThreadExecutor();
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void endThreads() {
    one.shutdownNow();
    other.shutdownNow();
  }

  @Test
  void writesWhatLuceneWrites() throws Exception {
    Random random = new Random(7);
    TextInversion inversion = new TextInversion(1);
    try (Directory ours = new ByteBuffersDirectory();
        Directory lucenes = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(ours, config(inversion));
          IndexWriter plain =
              new IndexWriter(lucenes, new IndexWriterConfig().setCodec(new ArticleCodec()))) {
        for (int i = 0; i < TEXTS; i++) {
          Locale locale = List.of(Locale.CHINESE, Locale.GERMAN, Locale.ENGLISH).get(i % 3);
          Locale language = i % 10 == 0 ? Locale.FRENCH : locale;
          String title = text(random, random.nextInt(4));
          String body = text(random, random.nextInt(60));
          // a segment has the numbers of two threads
          in(
              random.nextBoolean() ? one : other,
              () -> writer.addDocument(inversion.inverted(document(language, title, body))));
          plain.addDocument(document(language, title, body));
          if (i % 100 == 99) {
            writer.flush();
            plain.flush();
          }
        }
        writer.forceMerge(1);
        plain.forceMerge(1);
      }
      assertThat(content(ours)).isEqualTo(content(lucenes)).hasSizeGreaterThan(1_000);
    }
  }

  @Test
  void givesManyTermsNumbersAfterAnother() {
    TermNumbers numbers = new TermNumbers();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 40_000; i++) {
        char[] term = (i % 2 == 0 ? "w" + i : Character.toString(0x4E00 + i / 2)).toCharArray();
        assertThat(numbers.of(term, term.length)).isEqualTo(i);
      }
    }
    assertThat(numbers.terms()[2]).asString().isEqualTo("w2");
    assertThat(numbers.isFull()).isFalse();
  }

  @Test
  void goesOnAfterAWordThatIsTooLong() throws Exception {
    TextInversion inversion = new TextInversion(1);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config(inversion))) {
      String word = "x".repeat(40_000);
      assertThatThrownBy(
              () -> writer.addDocument(inversion.inverted(document(Locale.CHINESE, "市场", word))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("40000 bytes");
      writer.addDocument(inversion.inverted(document(Locale.CHINESE, "市场", "美国")));
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.numDocs()).isEqualTo(1);
        assertThat(reader.docFreq(new Term("body_zh", "美国"))).isEqualTo(1);
      }
    }
  }

  @Test
  void writesASegmentWhenTextsTakeTheirMemory() throws Exception {
    TextInversion inversion = new TextInversion(1);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config(inversion))) {
      String body = "one two three ".repeat(2_000);
      int most = 0;
      for (int i = 0; i < 50; i++) {
        writer.addDocument(inversion.inverted(document(Locale.ENGLISH, "", body)));
        inversion.flushIfFull(writer);
        most = Math.max(most, writer.numRamDocs());
      }
      assertThat(most).isBetween(10, 20);
    }
  }

  private static IndexWriterConfig config(TextInversion inversion) {
    return new IndexWriterConfig()
        .setCodec(inversion.codec(new ArticleCodec()))
        .setSimilarity(inversion.similarity());
  }

  private Document document(Locale locale, String title, String body) {
    Document document = new Document();
    TextTerms terms = analyzers.terms(locale);
    ArticleSchema.addId(document, "id");
    ArticleSchema.addText(document, locale, terms::of, terms::written, Optional.of(title), body);
    ArticleSchema.addStory(document, () -> new byte[] {(byte) title.length()});
    return document;
  }

  private static String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static void in(ExecutorService thread, Callable<?> task)
      throws InterruptedException, ExecutionException {
    thread.submit(task).get();
  }

  /** Every posting with its positions, and every norm. */
  private static List<String> content(Directory directory) throws IOException {
    List<String> content = new ArrayList<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      LeafReader leaf = reader.leaves().getFirst().reader();
      TreeSet<String> fields = new TreeSet<>();
      for (FieldInfo field : leaf.getFieldInfos()) {
        fields.add(field.name);
      }
      for (String field : fields) {
        NumericDocValues norms = leaf.getNormValues(field);
        while (norms != null && norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          content.add(field + " norm " + norms.docID() + " " + norms.longValue());
        }
        Terms terms = leaf.terms(field);
        if (terms != null) {
          addPostings(field, terms, content);
        }
      }
    }
    return content;
  }

  private static void addPostings(String field, Terms terms, List<String> content)
      throws IOException {
    content.add(field + " " + terms.getSumTotalTermFreq() + " " + terms.getDocCount());
    TermsEnum each = terms.iterator();
    while (each.next() != null) {
      PostingsEnum postings = each.postings(null, PostingsEnum.POSITIONS);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        StringBuilder line = new StringBuilder(field + " " + each.term() + " " + postings.docID());
        for (int i = terms.hasPositions() ? postings.freq() : 0; i > 0; i--) {
          line.append(' ').append(postings.nextPosition());
        }
        content.add(line.toString());
      }
    }
  }
}
