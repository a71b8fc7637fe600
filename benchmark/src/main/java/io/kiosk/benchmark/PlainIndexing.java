package io.kiosk.benchmark;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.ReadingNotes;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The program that one would write with Lucene alone, after its IndexFiles demo: one IndexWriter
 * that several threads share, {@code updateDocument} by id, stock analyzers. It reads the same
 * lines and stores the same values as Kiosk, and does nothing else that Kiosk does.
 */
final class PlainIndexing {

  private static final int QUEUE = 512;
  private static final Work END = new Work("", null);

  private final int threads;
  private final int bufferMegabytes;
  private final int commitArticles;
  private final Analyzer analyzer;

  /** An article and the name of its file. */
  private record Work(String file, ArticleReader.Line line) {}

  PlainIndexing(int threads, int bufferMegabytes, int commitArticles, Analyzer analyzer) {
    this.threads = threads;
    this.bufferMegabytes = bufferMegabytes;
    this.commitArticles = commitArticles;
    this.analyzer = analyzer;
  }

  /** The analyzers that Lucene has for the three languages. */
  static Analyzer stockAnalyzers() {
    return perField(
        language ->
            switch (language) {
              case ZH -> new SmartChineseAnalyzer();
              case DE -> new GermanAnalyzer();
              case EN -> new EnglishAnalyzer();
            });
  }

  /** Kiosk's analyzers for them. */
  static Analyzer kioskAnalyzers(TranslationLexicon lexicon) {
    LanguageAnalyzers analyzers = LanguageAnalyzers.of(lexicon.words(Locale.GERMAN));
    return perField(language -> analyzers.of(Locale.forLanguageTag(language.tag())));
  }

  private static Analyzer perField(Function<Language, Analyzer> analyzers) {
    Map<String, Analyzer> byField = new HashMap<>();
    for (Language language : Language.values()) {
      Analyzer analyzer = analyzers.apply(language);
      byField.put("title_" + language.tag(), analyzer);
      byField.put("body_" + language.tag(), analyzer);
    }
    return new PerFieldAnalyzerWrapper(new StandardAnalyzer(), byField);
  }

  /** Indexes files of JSON Lines into an empty folder; gives the number of articles. */
  long run(Path index, List<Path> files) throws Exception {
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer)
            .setRAMBufferSizeMB(bufferMegabytes)
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    AtomicLong count = new AtomicLong();
    BlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE);
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, config);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(() -> work(queue, writer, count)));
      }
      for (Path file : files) {
        read(file, queue);
      }
      queue.put(END);
      for (Future<Void> worker : workers) {
        worker.get();
      }
    }
    return count.get();
  }

  private static void read(Path file, BlockingQueue<Work> queue) throws Exception {
    try (ArticleReader reader = ArticleReader.open(file, new ReadingNotes())) {
      Optional<ArticleReader.Line> line;
      while ((line = reader.read()).isPresent()) {
        queue.put(new Work(file.toString(), line.get()));
      }
    }
  }

  private Void work(BlockingQueue<Work> queue, IndexWriter writer, AtomicLong count)
      throws Exception {
    for (Work work = queue.take(); work != END; work = queue.take()) {
      if (work.line().result() instanceof CleaningResult.Cleaned cleaned) {
        Document document = document(cleaned.article(), work);
        writer.updateDocument(new Term("id", cleaned.article().id()), document);
        if (count.incrementAndGet() % commitArticles == 0) {
          writer.commit();
        }
      }
    }
    queue.put(END);
    return null;
  }

  private static Document document(Article article, Work work) {
    Document document = new Document();
    String language = article.language().toLanguageTag();
    document.add(new StringField("id", article.id(), Field.Store.YES));
    document.add(new StringField("lang", language, Field.Store.YES));
    document.add(new StringField("file", work.file(), Field.Store.YES));
    document.add(new StringField("sha256", work.line().sha256(), Field.Store.YES));
    document.add(new NumericDocValuesField("line", work.line().number()));
    article.source().ifPresent(s -> document.add(new TextField("source", s, Field.Store.YES)));
    article.author().ifPresent(a -> document.add(new TextField("author", a, Field.Store.YES)));
    article.url().ifPresent(url -> document.add(new StoredField("url", url.toString())));
    article
        .published()
        .ifPresent(
            date -> {
              long day = date.firstDay().toEpochDay();
              document.add(new StoredField("published", date.toString()));
              document.add(new LongPoint("day", day));
              document.add(new NumericDocValuesField("day", day));
            });
    article
        .title()
        .ifPresent(
            title -> {
              document.add(new StoredField("title", title));
              document.add(new TextField("title_" + language, title, Field.Store.NO));
            });
    document.add(new StoredField("body", article.body()));
    document.add(new TextField("body_" + language, article.body(), Field.Store.NO));
    return document;
  }
}
