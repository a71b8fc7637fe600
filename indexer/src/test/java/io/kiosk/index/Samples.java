package io.kiosk.index;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.PublicationDate;
import io.kiosk.corpus.Sha256;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** Small articles, and what an index holds. */
final class Samples {

  private Samples() {}

  static Article article(String id, String language, String title, String body) {
    return new Article(
        id,
        Optional.of(URI.create("https://example.org/" + Math.abs(id.hashCode()))),
        Optional.of("Example"),
        Locale.forLanguageTag(language),
        Optional.of(PublicationDate.parse("2024-07-18")),
        Optional.of("meta"),
        Optional.empty(),
        Optional.of(title),
        Optional.of("A. Writer"),
        body);
  }

  static Article german(String id) {
    return article(
        id, "de", "Hafen wächst", "Der Hafen von Hamburg wird um zwei Becken erweitert.");
  }

  static Article chinese(String id) {
    return article(id, "zh", "港口扩建", "汉堡港将新建两个港池，预计明年完工。");
  }

  static Article english(String id) {
    return article(id, "en", "Port grows", "The port of Hamburg will get two more basins.");
  }

  static Article french(String id) {
    return article(id, "fr", "Le port grandit", "Le port de Hambourg aura deux bassins de plus.");
  }

  static List<Article> all() {
    return List.of(german("g"), chinese("c"), english("e"), french("f"));
  }

  /** The origin of some text in a file. */
  static Origin origin(String file, String raw) {
    return new Origin(
        file, OptionalLong.empty(), Sha256.of(raw.getBytes(StandardCharsets.UTF_8)), 1);
  }

  /** The stored documents of the index in use by the id of their article. */
  static Map<String, Document> documents(Path index) throws IOException {
    Map<String, Document> found = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(IndexFolder.at(index).current().orElseThrow());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc)) {
            Document document = leaf.reader().storedFields().document(doc);
            if (document.get(ArticleSchema.ID) == null) {
              continue;
            }
            found.merge(
                document.get(ArticleSchema.ID),
                document,
                (a, b) -> {
                  throw new AssertionError("two documents of " + document);
                });
          }
        }
      }
    }
    return found;
  }

  /** How many documents of the index in use have a term. */
  static int count(Path index, String field, String term) throws IOException {
    try (FSDirectory directory = FSDirectory.open(IndexFolder.at(index).current().orElseThrow());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return new IndexSearcher(reader).count(new TermQuery(new Term(field, term)));
    }
  }
}
