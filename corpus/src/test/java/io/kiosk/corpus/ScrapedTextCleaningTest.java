package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Cleaned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scraped texts of many makes. A line of a sample begins with {@code +} if the article has it and
 * with {@code -} if not.
 */
class ScrapedTextCleaningTest {

  private static final Path SAMPLES = Path.of("src/test/resources/io/kiosk/corpus/cleaning");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "de-agency.txt",
        "de-cookies-front.md",
        "de-list-byline.md",
        "de-portal.txt",
        "en-markdown-links.md",
        "en-broadcaster.txt",
        "en-nav-comments.txt",
        "en-release.md",
        "en-wrapped.txt",
        "zh-account.txt",
        "zh-feed.txt",
        "zh-hant.txt",
        "zh-portal.txt",
        "zh-repost.txt"
      })
  void theArticleAndNothingElseIsKept(String sample) throws IOException {
    List<String> marked = Files.readAllLines(SAMPLES.resolve(sample), StandardCharsets.UTF_8);
    String raw = marked.stream().map(line -> line.substring(2)).collect(Collectors.joining("\n"));
    List<String> lines = clean(sample, raw).lines().map(ScrapedTextCleaningTest::squeeze).toList();
    String body = String.join("", lines);

    List<String> missed = new ArrayList<>();
    List<String> leaked = new ArrayList<>();
    for (String line : marked) {
      String text = squeeze(plain(line.substring(2)));
      if (line.startsWith("+") && !body.contains(text)) {
        missed.add(line);
      } else if (line.startsWith("-") && isIn(lines, text)) {
        leaked.add(line);
      }
    }
    assertThat(missed).as("missed").isEmpty();
    assertThat(leaked).as("leaked").isEmpty();
  }

  private static String clean(String name, String raw) {
    CleaningResult result =
        new ArticleCleaner().clean(RawFile.of(name, raw.getBytes(StandardCharsets.UTF_8)));
    assertThat(result).isInstanceOf(Cleaned.class);
    return ((Cleaned) result).article().body();
  }

  /** A short label may be a word of the text, but no line of it. */
  private static boolean isIn(List<String> lines, String text) {
    return !text.isEmpty()
        && lines.stream().anyMatch(l -> l.equals(text) || text.length() > 15 && l.contains(text));
  }

  private static String plain(String markdown) {
    return markdown
        .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .replaceAll("^(?:#+|>|-|\\*(?=\\s)) *", "")
        .replace("**", "");
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }
}
