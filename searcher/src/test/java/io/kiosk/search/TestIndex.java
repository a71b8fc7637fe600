package io.kiosk.search;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.analysis.NameTerms;
import io.kiosk.analysis.TextTerms;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.WordList;
import io.kiosk.query.ArticleSimilarity;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** A small index written through the schema alone. */
final class TestIndex implements AutoCloseable {
  private static final NameTerms NAMES = new NameTerms(TranslationLexicon.empty());

  private final IndexFolder folder;
  private final Path generation;
  private final FSDirectory directory;
  private final IndexWriter writer;

  TestIndex(Path path) throws IOException {
    folder = IndexFolder.at(path);
    generation = folder.newGeneration();
    directory = FSDirectory.open(generation);
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(LanguageAnalyzers.other())
                .setSimilarity(ArticleSimilarity.INSTANCE));
  }

  TestIndex add(String id, String lang, String day, String source, String title, String body)
      throws IOException {
    Document document = new Document();
    Locale locale = Locale.forLanguageTag(lang);
    ArticleSchema.addId(document, id);
    ArticleSchema.addLanguage(document, locale);
    if (day != null) {
      LocalDate first = LocalDate.parse((day + "-01-01").substring(0, 10));
      LocalDate last =
          switch (day.length()) {
            case 4 -> first.plusYears(1).minusDays(1);
            case 7 -> first.plusMonths(1).minusDays(1);
            default -> first;
          };
      ArticleSchema.addPublished(document, day, first, last);
    }
    ArticleSchema.addSource(document, Optional.ofNullable(source));
    TextTerms terms = LanguageAnalyzers.of(WordList.empty()).terms(locale);
    ArticleSchema.addText(document, locale, terms::of, terms::written, Optional.of(title), body);
    ArticleSchema.addSketch(document, new byte[0]);
    ArticleSchema.addStory(document, () -> new byte[0]);
    Language.of(locale).ifPresent(each -> ArticleSchema.addNames(document, NAMES.of(each, body)));
    writer.updateDocument(ArticleSchema.idTerm(id), document);
    return this;
  }

  /** Makes articles near-identical copies of each other. */
  void group(long number, String... ids) throws IOException {
    for (String id : ids) {
      writer.updateNumericDocValue(ArticleSchema.idTerm(id), ArticleSchema.COPIES, number);
    }
  }

  /** Links an article to its versions in other languages. */
  void link(String id, String... versions) throws IOException {
    BytesRef value = new BytesRef(ArticleSchema.versions(List.of(versions)));
    writer.updateBinaryDocValue(ArticleSchema.idTerm(id), ArticleSchema.VERSIONS, value);
  }

  void delete(String id) throws IOException {
    writer.deleteDocuments(ArticleSchema.idTerm(id));
  }

  void commit() throws IOException {
    commit(ArticleSchema.VERSION, LanguageAnalyzers.VERSION);
  }

  void commit(int schema, int analyzers) throws IOException {
    Map<String, String> versions =
        Map.of(
            ArticleSchema.VERSION_KEY,
            Integer.toString(schema),
            ArticleSchema.ANALYZERS_KEY,
            Integer.toString(analyzers));
    writer.setLiveCommitData(versions.entrySet());
    writer.commit();
    folder.switchTo(generation);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
