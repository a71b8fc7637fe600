package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteBoilerplateTest {

  private static final String NOTICE = "Visit the harbour museum, open on 6 days a week";

  @Test
  void linesThatManyArticlesRepeatAreTheSites() {
    List<Article> articles = articles(8);

    assertThat(bodies(articles))
        .allSatisfy(body -> assertThat(body).doesNotContainIgnoringCase("museum"))
        .allSatisfy(body -> assertThat(body).contains("The council of town"))
        .noneMatch(body -> body.contains("\n\n\n"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfTheArticlesDoesNotMatter(long seed) {
    List<Article> articles = articles(40);
    List<String> expected = bodies(articles).stream().sorted().toList();

    Collections.shuffle(articles, new Random(seed));

    assertThat(bodies(articles).stream().sorted()).isEqualTo(expected);
  }

  @Test
  void fewRepetitionsAreNone() {
    assertThat(bodies(articles(SiteBoilerplate.MIN_PAGES - 1)))
        .allSatisfy(body -> assertThat(body).containsIgnoringCase("museum"));
  }

  @Test
  void aLineOfASmallShareOfTheArticlesStays() {
    List<Article> articles = new ArrayList<>(articles(5));
    for (int i = 0; i < 30; i++) {
      articles.add(Article.builder(text("harbour " + word(i))).build());
    }

    assertThat(bodies(articles).subList(0, 5))
        .allSatisfy(body -> assertThat(body).containsIgnoringCase("museum"));
  }

  @Test
  void copiesOfOneArticleKeepTheirText() {
    String text = text("a");

    assertThat(bodies(Collections.nCopies(10, Article.builder(text).build())))
        .allSatisfy(body -> assertThat(body).isEqualTo(text));
  }

  @Test
  void theIdFollowsTheBodyOnlyIfItCameFromIt() {
    List<Article> articles = articles(6);
    Article named = Article.builder(articles.get(0).body()).id("a-1").build();
    SiteBoilerplate site = survey(articles);

    assertThat(site.without(cleaned(named)))
        .isInstanceOfSatisfying(Cleaned.class, c -> assertThat(c.article().id()).isEqualTo("a-1"));
    assertThat(site.without(cleaned(articles.get(0))))
        .isInstanceOfSatisfying(
            Cleaned.class, c -> assertThat(c.article().id()).isNotEqualTo(articles.get(0).id()));
  }

  @Test
  void rejectedFilesStayRejected() {
    Rejected rejected = new Rejected("a.html", Reason.NO_ARTICLE, "no running text");

    assertThat(survey(articles(5)).without(rejected)).isEqualTo(rejected);
  }

  @Test
  void explanationsSayHowOftenALineIsRepeated() {
    Article article = articles(5).get(2);
    List<ExplainedBlock> blocks =
        article
            .body()
            .lines()
            .filter(line -> !line.isEmpty())
            .map(line -> new ExplainedBlock("paragraph", line, true, "article text"))
            .toList();

    Explanation explanation =
        survey(articles(5)).without(new Explanation(cleaned(article), blocks));

    assertThat(explanation.blocks())
        .extracting(ExplainedBlock::reason)
        .containsExactly("article text", "in 5 of the site's 5 articles", "article text");
  }

  private static List<String> bodies(List<Article> articles) {
    SiteBoilerplate site = survey(articles);
    return articles.stream()
        .map(article -> ((Cleaned) site.without(cleaned(article))).article().body())
        .toList();
  }

  private static SiteBoilerplate survey(List<Article> articles) {
    SiteBoilerplate site = new SiteBoilerplate();
    articles.forEach(site::add);
    return site;
  }

  private static Cleaned cleaned(Article article) {
    return new Cleaned("file", article);
  }

  /** Articles of their own text, each with the same notice but for case and number. */
  private static List<Article> articles(int count) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String notice = NOTICE.replace("6", Integer.toString(i));
      String line = i % 2 == 0 ? notice + "." : notice.toUpperCase(Locale.ROOT);
      String body = text(word(i)) + "\n\n" + line + "\n\n" + text("other " + word(i));
      articles.add(Article.builder(body).build());
    }
    return articles;
  }

  /** A word of letters, for numbers count as equal. */
  private static String word(int i) {
    return "abcdefghij".charAt(i % 10) + "klmnopqrst".substring(i / 10 % 10);
  }

  private static String text(String word) {
    return "The council of town "
        + word
        + " has voted to rebuild the old fish market there at once.";
  }
}
