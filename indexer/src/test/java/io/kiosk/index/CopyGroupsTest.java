package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.Article;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyGroupsTest {

  @TempDir private Path root;

  private static String text(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      text.append("word").append((char) ('a' + random.nextInt(26))).append(random.nextInt(900));
      text.append(i % 12 == 11 ? ". " : " ");
    }
    return text.toString();
  }

  private static Article article(String id, String body) {
    return Samples.article(id, "en", "Headline of " + id, body);
  }

  private Map<Long, Set<String>> groups(Path index, List<Article> articles, int commitEvery)
      throws IOException {
    try (ArticleIndexer indexer =
        ArticleIndexer.open(index, TranslationLexicon.empty(), IndexerConfig.defaults())) {
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
    return groups(index);
  }

  private static Map<Long, Set<String>> groups(Path index) throws IOException {
    Map<Long, Set<String>> groups = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(IndexFolder.at(index).current().orElseThrow());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), ArticleSchema.COPIES);
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), ArticleSchema.ID);
        for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
          boolean live =
              leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc);
          if (live && numbers.advanceExact(doc) && numbers.longValue() != 0) {
            groups
                .computeIfAbsent(numbers.longValue(), n -> new TreeSet<>())
                .add(ids.lookupOrd(ids.ordValue()).utf8ToString());
          }
        }
      }
    }
    return groups;
  }

  private static List<Article> archive() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      articles.add(article("single" + i, text(i)));
    }
    String agency = text(1_000);
    articles.add(article("a", agency));
    articles.add(article("b", "HAMBURG (dpa) - " + agency));
    articles.add(article("c", agency.substring(0, agency.length() * 7 / 10)));
    String other = text(2_000);
    articles.add(article("d", other));
    articles.add(article("e", other.toUpperCase(java.util.Locale.ROOT)));
    return articles;
  }

  @Test
  void nearIdenticalArticlesHaveOneNumberAndOthersNone() throws IOException {
    assertThat(groups(root.resolve("index"), archive(), 1_000).values())
        .containsExactlyInAnyOrder(Set.of("a", "b", "c"), Set.of("d", "e"));
  }

  @Test
  void theGroupsDoNotDependOnTheOrderOfArrival() throws IOException {
    List<Article> articles = archive();
    Map<Long, Set<String>> first = groups(root.resolve("1"), articles, 1_000);
    Collections.shuffle(articles, new Random(7));
    assertThat(groups(root.resolve("2"), articles, 9)).isEqualTo(first);
  }

  @Test
  void groupsFollowDeletionsAndChanges() throws IOException {
    Path index = root.resolve("index");
    groups(index, archive(), 1_000);
    try (ArticleIndexer indexer =
        ArticleIndexer.open(index, TranslationLexicon.empty(), IndexerConfig.defaults())) {
      indexer.delete("e");
      indexer.add(article("b", text(3_000)), Samples.origin("fb", "new"));
      indexer.relate();
    }
    assertThat(groups(index).values()).containsExactly(Set.of("a", "c"));
  }

  @Test
  void theGroupsAreTheSameWithLittleMemory() throws IOException {
    Path index = root.resolve("index");
    groups(index, archive(), 1_000);
    try (FSDirectory directory = FSDirectory.open(IndexFolder.at(index).current().orElseThrow());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      List<String> wrong = new ArrayList<>();
      CopyGroups.compare(reader, 1, (id, group) -> wrong.add(id));
      assertThat(wrong).isEmpty();
    }
  }

  /** Changes word after word until the texts are no copies. */
  @Test
  void noCopiesAreTakenForTooUnlikeToCompare() {
    String[] words = text(1).split(" ");
    byte[] original = CopySketch.of(String.join(" ", words));
    byte[] changed = original;
    int copies = 0;
    for (int i = 0; CopySketch.areCopies(original, changed, 0); i += 3) {
      int equal = 0;
      for (int bin = 0; bin < CopySketch.BINS; bin++) {
        equal += original[bin] == changed[bin] ? 1 : 0;
      }
      assertThat(CopySketch.mayBeCopies(equal)).isTrue();
      copies++;
      words[i] = "other";
      changed = CopySketch.of(String.join(" ", words));
    }
    assertThat(copies).isGreaterThan(3);
    assertThat(CopySketch.mayBeCopies(CopySketch.BINS / 20)).isFalse();
  }

  @Test
  void reportsOfOneTemplateAreNoCopies() {
    String template =
        """
        The company said its net profit for the quarter was %s mln dlrs against %s mln a year ago.
        Revenue was %s mln dlrs. The board proposes a dividend of %s cents a share, to be paid in
        the next month to shareholders of record, and expects the business to grow in all regions.
        """;
    byte[] one = CopySketch.of(String.format(java.util.Locale.ROOT, template, 31, 28, 410, 12));
    byte[] two = CopySketch.of(String.format(java.util.Locale.ROOT, template, 7, 9, 95, 3));
    assertThat(CopySketch.similarity(one, two)).isGreaterThan(.4);
    assertThat(CopySketch.areCopies(one, two, 0)).isFalse();
    assertThat(CopySketch.areCopies(one, one, 0)).isTrue();
  }

  @Test
  void theSameChineseTextInOtherParagraphsIsACopy() {
    String text = "汉堡港将新建两个港池，预计明年完工。工程耗资超过十亿欧元，由州政府承担大部分费用。";
    byte[] one = CopySketch.of(text);
    byte[] two = CopySketch.of(text.replace("。", "。\n\n"));
    assertThat(CopySketch.similarity(one, two)).isEqualTo(1);
    assertThat(CopySketch.areCopies(one, two, 0)).isTrue();
  }

  @Test
  void textsWithoutWordsHaveASketch() {
    assertThat(CopySketch.of("")).hasSize(CopySketch.BINS);
    assertThat(CopySketch.of("!?")).isEqualTo(CopySketch.of(""));
    assertThat(CopySketch.similarity(CopySketch.of("one"), CopySketch.of("two"))).isLessThan(.1);
  }
}
