package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.Hit;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path README = Path.of("../README.md");
  private static final Path THIS = Path.of("src/test/java/io/kiosk/cli/ReadmeTest.java");

  /** What the README shows; that it compiles is what is tested. */
  static void example() throws IOException {
    TranslationLexicon lexicon = TranslationLexicon.open(Path.of("data"));
    try (ArticleSearcher searcher = ArticleSearcher.open(Path.of("kiosk-index"), lexicon)) {
      ArticleQuery query = ArticleQuery.parse("Kaspersky leaves the US market");
      SearchRequest request = SearchRequest.builder(query).in(List.of("zh", "de")).limit(5).build();
      for (Hit hit : searcher.search(request).hits()) {
        System.out.println(hit.article().title().orElse("(no title)"));
        hit.matched().forEach(met -> System.out.println("  " + met.query() + " -> " + met.term()));
      }
    }
  }

  @Test
  void itsProgramCompiles() throws IOException {
    Matcher block = Pattern.compile("(?s)```java\n(.*?)```").matcher(read(README));
    assertThat(block.find()).isTrue();
    assertThat(withoutSpace(read(THIS))).contains(withoutSpace(block.group(1)));
  }

  @Test
  void everyVerbThatItCallsHasHelp() throws IOException {
    Matcher calls = Pattern.compile("(?m)^(?:bin/|\\$ )?kiosk ([a-z]+)\\b").matcher(read(README));
    int found = 0;
    while (calls.find()) {
      found++;
      assertThat(new Program().run(calls.group(1), "--help").status()).as(calls.group()).isZero();
    }
    assertThat(found).isGreaterThan(5);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
