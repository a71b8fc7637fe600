package io.kiosk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.Match;
import io.kiosk.query.QuerySyntaxException;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.StoredArticle;
import io.kiosk.search.TestArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertBookTest {

  @TempDir private Path folder;

  private static Alert alert(String name, String query) {
    return new Alert(name, query, false, Match.ALL, List.of(), List.of());
  }

  /** Remembers what it gets; may fail at the end of a batch. */
  private static final class Told implements AlertDelivery {
    private final List<String> lines = new ArrayList<>();
    private boolean again;
    private boolean failing;

    @Override
    public void begin(boolean mayBeAgain) {
      again = mayBeAgain;
    }

    @Override
    public void deliver(StoredArticle article, List<Alert> alerts) {
      alerts.forEach(each -> lines.add(each.name() + " " + article.id()));
    }

    @Override
    public void end() throws IOException {
      if (failing) {
        throw new IOException("disk full");
      }
    }
  }

  private Told check(Told told) throws IOException {
    try (ArticleSearcher searcher = ArticleSearcher.open(folder, TranslationLexicon.empty())) {
      AlertBook.of(folder).check(searcher, told);
    }
    return told;
  }

  private List<String> check() throws IOException {
    return check(new Told()).lines;
  }

  @Test
  void newArticlesAreToldOnceInAnyLanguage() throws IOException {
    AlertBook book = AlertBook.of(folder);
    assertThat(book.add(alert("port", "Bremen"))).isTrue();
    assertThat(book.add(alert("crane", "crane Bremen"))).isTrue();
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("a", "en", "A crane in Bremen").add("b", "de", "Bremen").add("c", "fr", "Paris");
      archive.commit();
      assertThat(check()).containsExactlyInAnyOrder("port a", "crane a", "port b");
      assertThat(check()).isEmpty();
      archive.add("b", "de", "Bremen again").add("d", "zh", "Bremen 港口").commit();
      assertThat(check()).as("an update is not new").containsExactly("port d");
    }
  }

  @Test
  void articlesThatWereThereBeforeTheFirstAlertAreNotNew() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("old", "en", "Bremen").commit();
      AlertBook.of(folder).add(alert("port", "Bremen"));
      archive.add("new", "en", "Bremen").commit();
      assertThat(check()).containsExactly("port new");
      AlertBook.of(folder).remove("port");
      archive.add("meanwhile", "en", "Bremen").commit();
      assertThat(check()).isEmpty();
      AlertBook.of(folder).add(alert("port", "Bremen"));
      assertThat(check()).isEmpty();
    }
  }

  @Test
  void aRebuiltIndexTellsNothingAgain() throws IOException {
    AlertBook.of(folder).add(alert("port", "Bremen"));
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("a", "en", "Bremen").commit();
      assertThat(check()).containsExactly("port a");
    }
    try (TestArchive rebuilt = new TestArchive(folder)) {
      rebuilt.add("a", "en", "Bremen").add("b", "en", "Bremen").commit();
      assertThat(check()).containsExactly("port b");
    }
  }

  @Test
  void whatCouldNotBeDeliveredComesAgainAndIsMarkedSo() throws IOException {
    AlertBook.of(folder).add(alert("port", "Bremen"));
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("a", "en", "Bremen").commit();
      Told failing = new Told();
      failing.failing = true;
      assertThatThrownBy(() -> check(failing)).hasMessage("disk full");
      assertThat(failing.again).isFalse();
      Told second = check(new Told());
      assertThat(second.lines).containsExactly("port a");
      assertThat(second.again).isTrue();
      archive.add("b", "en", "Bremen").commit();
      Told third = check(new Told());
      assertThat(third.lines).containsExactly("port b");
      assertThat(third.again).isFalse();
    }
  }

  @Test
  void aListOfReportedArticlesThatWasCutIsReadAsFarAsItGoes() throws IOException {
    AlertBook.of(folder).add(alert("port", "Bremen"));
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("a", "en", "Bremen").commit();
      check();
      Files.write(folder.resolve("alerts/seen"), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
      archive.add("b", "en", "Bremen").commit();
      assertThat(check()).containsExactly("port b");
      assertThat(check()).isEmpty();
    }
  }

  @Test
  void alertsAreKeptAsTheyAre() throws IOException {
    Alert strange =
        new Alert(
            "a\tb \\ \n=1",
            "title:x\t\"y\" \\",
            true,
            Match.MOST,
            List.of("zh"),
            List.of(Language.DE));
    AlertBook book = AlertBook.of(folder);
    book.add(strange);
    book.add(alert("two", "Bremen"));
    assertThat(book.list()).containsExactly(strange, alert("two", "Bremen"));
    assertThat(book.add(alert("two", "other"))).as("the name is taken").isFalse();
    assertThat(book.remove("none")).isFalse();
    assertThat(book.remove("two")).isTrue();
    assertThat(book.list()).containsExactly(strange);
  }

  @Test
  void anIndexWithoutAlertsHasNothingBesideIt() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("a", "en", "Bremen").commit();
      assertThat(check()).isEmpty();
      assertThat(AlertBook.of(folder).remove("none")).isFalse();
      assertThat(folder.resolve("alerts")).doesNotExist();
    }
  }

  @Test
  void aDamagedFileIsNamedWithItsLine() throws IOException {
    AlertBook.of(folder).add(alert("port", "Bremen"));
    Path file = folder.resolve("alerts/alerts.tsv");
    Files.writeString(file, "nonsense\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    assertThatThrownBy(() -> AlertBook.of(folder).list())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("alerts.tsv:3: expected 6 parts");
  }

  @Test
  void aBrokenQueryIsNoAlert() {
    assertThatThrownBy(() -> alert("x", "title:(open")).isInstanceOf(QuerySyntaxException.class);
    assertThatThrownBy(() -> alert(" ", "x")).isInstanceOf(IllegalArgumentException.class);
  }
}
