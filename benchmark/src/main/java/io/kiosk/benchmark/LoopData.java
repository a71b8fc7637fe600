package io.kiosk.benchmark;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleReader;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.RawFile;
import io.kiosk.corpus.ReadingNotes;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArchiveNames;
import io.kiosk.query.ArticleQuery;
import io.kiosk.query.Match;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import io.kiosk.schema.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What {@link InnerLoops} work on. */
public final class LoopData {

  private static final int ARTICLES_PER_LANGUAGE = 500;

  private LoopData() {}

  /** The first articles of each language in some files. */
  @State(Scope.Benchmark)
  public static class Texts {
    /** Files of JSON Lines, separated as the class path is. */
    @Param("")
    public String files;

    private final List<Article> articles = new ArrayList<>();
    private TranslationLexicon lexicon;
    private List<String> english;

    /** Reads the files. */
    @Setup
    public void read() throws IOException {
      for (String file : files.split(File.pathSeparator)) {
        try (ArticleReader reader = ArticleReader.open(Path.of(file), new ReadingNotes())) {
          int count = 0;
          Optional<ArticleReader.Line> line;
          while (count++ < ARTICLES_PER_LANGUAGE && (line = reader.read()).isPresent()) {
            if (line.get().result() instanceof CleaningResult.Cleaned cleaned) {
              articles.add(cleaned.article());
            }
          }
        }
      }
      lexicon = TranslationLexicon.open(Folders.data());
      english = LanguageAnalyzers.lexiconTerms(Language.EN, bodies(Locale.ENGLISH).getFirst());
    }

    List<String> bodies(Locale language) {
      return articles.stream()
          .filter(article -> article.language().getLanguage().equals(language.getLanguage()))
          .map(Article::body)
          .toList();
    }

    List<String> chinese() {
      return bodies(Locale.CHINESE);
    }

    List<String> english() {
      return english;
    }

    TranslationLexicon lexicon() {
      return lexicon;
    }

    long terms(LanguageAnalyzers analyzers, Locale language) throws IOException {
      Analyzer analyzer = analyzers.of(language);
      long terms = 0;
      for (String body : bodies(language)) {
        try (TokenStream stream = analyzer.tokenStream("", body)) {
          stream.reset();
          while (stream.incrementToken()) {
            terms++;
          }
          stream.end();
        }
      }
      return terms;
    }
  }

  /** The raw articles of the project. */
  @State(Scope.Benchmark)
  public static class Pages {
    private final List<RawFile> files = new ArrayList<>();

    /** Reads them. */
    @Setup
    public void read() throws IOException {
      try (DirectoryStream<Path> paths =
          Files.newDirectoryStream(Path.of("corpus", "articles"), "*.txt")) {
        for (Path path : paths) {
          files.add(RawFile.of(path.toString(), Files.readAllBytes(path)));
        }
      }
    }

    List<RawFile> files() {
      return files;
    }
  }

  /** A question and an index to ask it of. */
  @State(Scope.Benchmark)
  public static class Question {
    /** Files of JSON Lines, separated as the class path is. */
    @Param("")
    public String files;

    private Path folder;
    private FSDirectory directory;
    private DirectoryReader reader;
    private IndexSearcher searcher;
    private Query weighted;
    private Query synonyms;

    /** Makes the index. */
    @Setup
    public void index() throws IOException {
      TranslationLexicon lexicon = TranslationLexicon.open(Folders.data());
      folder = Files.createTempDirectory("kiosk-loops");
      List<Path> paths = new ArrayList<>();
      for (String file : files.split(File.pathSeparator)) {
        paths.add(Path.of(file));
      }
      IndexingRun.kiosk(lexicon, folder, paths);
      directory = FSDirectory.open(IndexFolder.at(folder).current().orElseThrow());
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      weighted =
          ArticleQuery.plain("government economic growth")
              .in(
                  List.of(Language.EN),
                  Optional.of(Language.ZH),
                  lexicon,
                  LanguageAnalyzers.of(lexicon.words(Locale.GERMAN)),
                  ArchiveNames.none(),
                  true,
                  Match.ANY)
              .query();
      synonyms = synonyms(weighted);
    }

    private static Query synonyms(Query query) {
      String body = ArticleSchema.body(Optional.of(Language.ZH));
      Set<Term> terms = new TreeSet<>();
      query.visit(QueryVisitor.termCollector(terms));
      SynonymQuery.Builder all = new SynonymQuery.Builder(body);
      terms.stream().filter(term -> term.field().equals(body)).forEach(all::addTerm);
      return all.build();
    }

    TopDocs search(Query query) throws IOException {
      return searcher.search(query, 10);
    }

    Query weighted() {
      return weighted;
    }

    Query synonyms() {
      return synonyms;
    }

    /** Removes the index. */
    @TearDown
    public void remove() throws IOException {
      reader.close();
      directory.close();
      Folders.delete(folder);
    }
  }
}
