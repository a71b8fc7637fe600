package io.kiosk.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {

  private static final String EVERY_CHARACTER = everyCharacter();

  @ParameterizedTest
  @ValueSource(strings = {"zh", "zh-Hant-TW", "de", "fr"})
  void anyTextIsReadAsItWasStored(String tag) throws IOException {
    for (String text : new String[] {"金·泽特（Kim Zetter）：€ 5", EVERY_CHARACTER}) {
      Document read = stored(Locale.forLanguageTag(tag), text);
      assertThat(ArticleSchema.text(read, ArticleSchema.BODY)).isEqualTo(text);
      assertThat(ArticleSchema.text(read, ArticleSchema.TITLE)).isEqualTo(text);
    }
    assertThat(ArticleSchema.text(new Document(), ArticleSchema.BODY)).isNull();
  }

  /** Lucene, too, writes something else for what is no character. */
  @Test
  void halfOfAPairDoesNotHarmTheRest() throws IOException {
    Document read = stored(Locale.CHINESE, "金 \uD83D 泽特");
    assertThat(ArticleSchema.text(read, ArticleSchema.BODY)).startsWith("金 ").endsWith(" 泽特");
  }

  private static Document stored(Locale locale, String text) throws IOException {
    try (WhitespaceAnalyzer words = new WhitespaceAnalyzer();
        Directory directory = new ByteBuffersDirectory()) {
      Document document = new Document();
      ArticleSchema.addText(
          document, locale, words::tokenStream, words::tokenStream, Optional.of(text), text);
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig().setCodec(new ArticleCodec()))) {
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return reader.storedFields().document(0);
      }
    }
  }

  private static String everyCharacter() {
    StringBuilder all = new StringBuilder();
    for (int c = ' '; c <= Character.MAX_CODE_POINT; c += c < 0x10000 ? 1 : 251) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        all.appendCodePoint(c);
        all.append(c % 64 == 0 ? " " : "");
      }
    }
    return all.toString();
  }
}
