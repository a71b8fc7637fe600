package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.query.QueryPart.Group;
import io.kiosk.query.QueryPart.Mode;
import io.kiosk.query.QueryPart.Occur;
import io.kiosk.query.QueryPart.Phrase;
import io.kiosk.query.QueryPart.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Questions and headlines of people mean themselves. {@code -Dkiosk.queries=DIR} names a folder
 * with files {@code queries.jsonl} anywhere below it, each line with a key {@code text}.
 */
class RecordedQueriesTest {

  private static final Pattern TEXT = Pattern.compile("\"text\": *\"((?:[^\"\\\\]|\\\\.)*)\"");

  @Test
  @EnabledIfSystemProperty(named = "kiosk.queries", matches = ".+")
  void questionsAndHeadlinesAreReadAsWordsAndQuotations() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(System.getProperty("kiosk.queries")))) {
      files = walk.filter(file -> file.endsWith("queries.jsonl")).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        check(text(line));
      }
    }
  }

  private static void check(String query) {
    QueryPart read = QueryReader.read(query);
    if (query.indexOf('"') == query.lastIndexOf('"')) {
      assertThat(read).isEqualTo(new Words(query.strip(), query.indexOf(query.strip())));
    } else if (read instanceof Group group) {
      assertThat(group.mode()).as(query).isEqualTo(Mode.MOST);
      assertThat(group.clauses())
          .as(query)
          .allMatch(c -> c.occur() == Occur.OPTIONAL)
          .allMatch(c -> c.part() instanceof Words || c.part() instanceof Phrase);
    } else {
      assertThat(read).as(query).isInstanceOfAny(Words.class, Phrase.class);
    }
  }

  private static String text(String line) {
    Matcher matcher = TEXT.matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    String json = matcher.group(1);
    assertThat(json).as("escapes other than \\\" and \\\\").doesNotContainPattern("\\\\[^\"\\\\]");
    return json.replaceAll("\\\\(.)", "$1");
  }
}
