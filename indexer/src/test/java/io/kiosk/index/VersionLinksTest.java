package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.PublicationDate;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a lexicon only names are the same in all languages; here the texts are made of names. */
class VersionLinksTest {

  @TempDir private Path root;

  /** Names of a story among many that every text may have, in an order of its language's own. */
  static String text(int story, String lang) {
    Random names = new Random(story);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      words.add("Name" + (char) ('a' + names.nextInt(26)) + names.nextInt(100_000));
    }
    Random rest = new Random(31L * story + lang.hashCode());
    for (int i = 0; i < 24; i++) {
      words.add("Common" + rest.nextInt(60) + (rest.nextInt(3) == 0 ? lang : ""));
    }
    Collections.shuffle(words, rest);
    return String.join(" ", words) + ".";
  }

  private static Article article(String id, String body) {
    return Samples.article(id, id.substring(id.indexOf('.') + 1), "Headline of " + id, body);
  }

  private static Article article(int story, String lang) {
    return article("s" + story + "." + lang, text(story, lang));
  }

  private static List<Article> archive() {
    List<Article> articles = new ArrayList<>();
    for (int story = 0; story < 40; story++) {
      articles.add(article(story, "en"));
      if (story % 2 == 0) {
        articles.add(article(story, "de"));
      }
      if (story % 3 == 0) {
        articles.add(article(story, "zh"));
      }
    }
    return articles;
  }

  private Map<String, List<String>> links(Path index, List<Article> articles, int commitEvery)
      throws IOException {
    try (ArticleIndexer indexer = open(index)) {
      int added = 0;
      for (Article article : articles) {
        indexer.add(article, Samples.origin("f" + article.id(), article.body()));
        if (++added % commitEvery == 0) {
          indexer.relate();
          indexer.commit();
        }
      }
      indexer.relate();
    }
    return links(index);
  }

  private static ArticleIndexer open(Path index) throws IOException {
    return ArticleIndexer.open(index, TranslationLexicon.empty(), IndexerConfig.defaults());
  }

  private static Map<String, List<String>> links(Path index) throws IOException {
    Map<String, List<String>> links = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(IndexFolder.at(index).current().orElseThrow());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), ArticleSchema.VERSIONS);
        for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
          boolean live =
              leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc);
          if (live && values.advanceExact(doc) && values.binaryValue().length > 0) {
            links.put(
                ids.lookupOrd(ids.ordValue()).utf8ToString(),
                ArticleSchema.versions(values.binaryValue()));
          }
        }
      }
    }
    return links;
  }

  @Test
  void versionsOfAStoryAreLinkedInAllDirections() throws IOException {
    Map<String, List<String>> links = links(root.resolve("index"), archive(), 1_000);
    assertThat(links.get("s0.en")).containsExactly("s0.zh", "s0.de");
    assertThat(links.get("s0.de")).containsExactly("s0.zh", "s0.en");
    assertThat(links.get("s0.zh")).containsExactly("s0.de", "s0.en");
    assertThat(links.get("s2.de")).containsExactly("s2.en");
    assertThat(links.get("s3.zh")).containsExactly("s3.en");
  }

  @Test
  void storiesWithoutVersionsHaveNoLink() throws IOException {
    Map<String, List<String>> links = links(root.resolve("index"), archive(), 1_000);
    for (int story = 1; story < 40; story += 6) {
      assertThat(links).doesNotContainKeys("s" + story + ".en", "s" + (story + 4) + ".en");
    }
  }

  @Test
  void linksDoNotDependOnTheOrderOfArrival() throws IOException {
    List<Article> articles = archive();
    Map<String, List<String>> first = links(root.resolve("1"), articles, 1_000);
    Collections.shuffle(articles, new Random(7));
    assertThat(links(root.resolve("2"), articles, 9)).isEqualTo(first).isNotEmpty();
  }

  @Test
  void linksFollowDeletionsAndChanges() throws IOException {
    Path index = root.resolve("index");
    links(index, archive(), 1_000);
    try (ArticleIndexer indexer = open(index)) {
      indexer.delete("s0.zh");
      indexer.add(article("s2.de", text(1, "de")), Samples.origin("f2", "new"));
      indexer.relate();
    }
    Map<String, List<String>> links = links(index);
    assertThat(links.get("s0.en")).containsExactly("s0.de");
    assertThat(links.get("s2.de")).containsExactly("s1.en");
    assertThat(links).doesNotContainKeys("s2.en", "s0.zh");
  }

  @Test
  void versionsAreNinetyDaysApartAtMost() throws IOException {
    LocalDate day = LocalDate.of(2024, 3, 1);
    List<Article> articles = new ArrayList<>();
    for (int story = 0; story < 60; story++) {
      LocalDate english = day.plusDays(37L * story);
      articles.add(dated(article(story, "en"), Optional.of(english)));
      Optional<LocalDate> german =
          switch (story % 6) {
            case 0 -> Optional.of(english);
            case 1 -> Optional.of(english.plusDays(90));
            case 2 -> Optional.of(english.minusDays(90));
            case 3 -> Optional.of(english.plusDays(91));
            case 4 -> Optional.of(english.minusDays(91));
            default -> Optional.empty();
          };
      articles.add(dated(article(story, "de"), german));
    }
    articles.add(dated(article(100, "en"), Optional.empty()));
    articles.add(dated(article(100, "de"), Optional.of(day)));
    Map<String, List<String>> links = links(root.resolve("index"), articles, 1_000);
    for (int story = 0; story < 60; story++) {
      if (story % 6 == 3 || story % 6 == 4) {
        assertThat(links).doesNotContainKeys("s" + story + ".en", "s" + story + ".de");
      } else {
        assertThat(links.get("s" + story + ".en")).containsExactly("s" + story + ".de");
        assertThat(links.get("s" + story + ".de")).containsExactly("s" + story + ".en");
      }
    }
    assertThat(links.get("s100.en")).containsExactly("s100.de");
  }

  private static Article dated(Article article, Optional<LocalDate> day) {
    return new Article(
        article.id(),
        article.url(),
        article.source(),
        article.language(),
        day.map(LocalDate::toString).map(PublicationDate::parse),
        article.publishedFrom(),
        article.fetched(),
        article.title(),
        article.author(),
        article.body());
  }

  @Test
  void copiesCountAsOneVersionAndAllHaveTheLink() throws IOException {
    List<Article> articles = archive();
    articles.add(article("copy.de", "BERLIN - " + text(4, "de")));
    Map<String, List<String>> links = links(root.resolve("index"), articles, 1_000);
    assertThat(links.get("s4.en")).containsExactly("copy.de");
    assertThat(links.get("s4.de")).containsExactly("s4.en");
    assertThat(links.get("copy.de")).containsExactly("s4.en");
  }

  @Test
  void twoArticlesThatTellOneStoryAlikeAreBothNoVersion() throws IOException {
    List<Article> articles = archive();
    Random order = new Random(3);
    List<String> words = new ArrayList<>(List.of(text(4, "de").split("[ .]+")));
    Collections.shuffle(words, order);
    articles.add(article("other.de", String.join(" ", words)));
    Map<String, List<String>> links = links(root.resolve("index"), articles, 1_000);
    assertThat(links).doesNotContainKeys("s4.en", "s4.de", "other.de");
  }

  @Test
  void anArchiveWithoutTextCanBeLinked() throws IOException {
    List<Article> articles = List.of(article("a.de", "!"), article("b.en", "?"));
    assertThat(links(root.resolve("index"), articles, 1_000)).isEmpty();
  }
}
