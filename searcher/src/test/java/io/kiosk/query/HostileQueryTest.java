package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kiosk.query.QueryPart.Boost;
import io.kiosk.query.QueryPart.Clause;
import io.kiosk.query.QueryPart.Everything;
import io.kiosk.query.QueryPart.Exact;
import io.kiosk.query.QueryPart.Filter;
import io.kiosk.query.QueryPart.Fuzzy;
import io.kiosk.query.QueryPart.Group;
import io.kiosk.query.QueryPart.InField;
import io.kiosk.query.QueryPart.Occur;
import io.kiosk.query.QueryPart.Phrase;
import io.kiosk.query.QueryPart.Wildcard;
import io.kiosk.query.QueryPart.Words;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileQueryTest {

  private static final String[] PIECES = {
    "a",
    "b",
    "Kaspersky",
    "x1",
    "5",
    "卡",
    "巴斯基",
    "吗",
    "ü",
    "\"",
    "\"",
    "“",
    "”",
    "„",
    "(",
    "(",
    ")",
    ")",
    "[",
    "]",
    "{",
    "}",
    "+",
    "-",
    "!",
    "~",
    "~1",
    "^",
    "^2",
    "*",
    "?",
    ":",
    "=",
    "/",
    "\\",
    "|",
    "&",
    "<",
    ">",
    "@",
    ".",
    ",",
    "'",
    " ",
    " ",
    " ",
    " ",
    "\u3000",
    "\t",
    "\n",
    "AND",
    "OR",
    "NOT",
    " AND ",
    " OR ",
    " NOT ",
    "TO",
    "fn:",
    "title:",
    "body:",
    "lang:",
    "lang:de",
    "source:",
    "author:x",
    "published:",
    "published:2024",
    "[2024 TO *]",
    "😀",
    "\uD83D",
    "\uDE00",
    "\u0000",
    "\u202e",
    "\uFFFF"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyTextIsReadOrRefusedWithItsPlace(long seed) {
    Random random = new Random(seed);
    int read = 0;
    for (int round = 0; round < 6_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(14); pieces >= 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      read += readOrRefused(text.toString());
    }
    assertThat(read).as("texts without an error, of 6,000").isGreaterThan(2_400);
  }

  @Test
  void aQueryCutAnywhereIsReadOrRefusedWithItsPlace() {
    String query =
        "title:(\"US market\"~5 OR =Kaspersky^2) AND -lang:(zh de) +kasper* word~1 NOT source:“新华社”"
            + " published:[2024-06 TO 2024-07} 卡?斯基 \\AND";
    for (int end = 0; end <= query.length(); end++) {
      readOrRefused(query.substring(0, end));
      readOrRefused(query.substring(end));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "()",
        "(a ",
        "((a) ",
        "\"",
        "\" ",
        "\".",
        "=\"",
        "=“ ",
        "=“a ",
        "\\",
        "\\\"",
        "a",
        "a ",
        "卡",
        "?",
        "*",
        "a?",
        "a*",
        "a**",
        "a~",
        "~1",
        "^2",
        "a^2 ",
        "9",
        "9^",
        "-",
        "-a ",
        "+(",
        "a AND ",
        "OR ",
        "NOT ",
        "a OR (",
        "title:",
        "title:a ",
        "title:(",
        "title:\"a\" ",
        "lang:de ",
        "lang:(",
        "lang:de,",
        "published:[",
        "published:2024 ",
        "\"a b\" ",
        "\"a",
        "a\"",
        " ",
        "'a",
        "[",
        "?a",
        "a\\*",
        "吗?",
        "\uD83D",
        "x:"
      })
  void hugeQueriesAreAnsweredFast(String piece) {
    String text = piece.repeat(QueryReader.MAX_LENGTH / piece.length());

    Assertions.assertTimeout(Duration.ofSeconds(5), () -> readOrRefused(text));
  }

  @Test
  void tooLongQueryIsRefused() {
    String longest = "a".repeat(QueryReader.MAX_LENGTH);

    assertThat(QueryReader.read(longest)).isEqualTo(new Words(longest, 0));
    assertRefused(longest + "a", QueryReader.MAX_LENGTH, "expected at most 100000");
    assertThatExceptionOfType(QuerySyntaxException.class)
        .isThrownBy(() -> QueryReader.plain(longest + "a"));
  }

  @Test
  void tooManyClausesAreRefused() {
    String most = "+a ".repeat(QueryReader.MAX_CLAUSES);

    assertThat(((Group) QueryReader.read(most)).clauses()).hasSize(QueryReader.MAX_CLAUSES);
    assertRefused(most + "+b", most.length() + 1, "more than 1024 words, phrases and filters");
  }

  @Test
  void tooDeepBracketsAreRefused() {
    String deepest = nested(QueryOperators.MAX_DEPTH);

    assertThat(QueryReader.read(deepest)).isInstanceOf(Group.class);
    assertRefused(nested(QueryOperators.MAX_DEPTH + 1), 3 * QueryOperators.MAX_DEPTH + 1, "nested");
    assertRefused(nested(10_000), 3 * QueryOperators.MAX_DEPTH + 1, "nested");
  }

  @Test
  void bracketsThatGroupNothingMayBeNestedAtWill() {
    String text = "(".repeat(20_000) + "a" + ")".repeat(20_000);

    assertThat(QueryReader.read(text)).isEqualTo(new Words(text, 0));
  }

  @Test
  void endlessWordsWithGapsAreRefused() {
    assertRefused("b " + "a".repeat(200) + "*", 102, "expected at most 100");
  }

  private static String nested(int depth) {
    return "-(b".repeat(depth) + " OR c" + ")".repeat(depth);
  }

  private static void assertRefused(String query, int offset, String message) {
    assertThatExceptionOfType(QuerySyntaxException.class)
        .isThrownBy(() -> QueryReader.read(query))
        .withMessageContaining(message)
        .satisfies(error -> assertThat(error.offset()).isEqualTo(offset));
  }

  private static int readOrRefused(String query) {
    try {
      check(query, QueryReader.read(query));
      return 1;
    } catch (QuerySyntaxException e) {
      assertThat(e.offset()).as(query).isBetween(0, query.length());
      assertThat(e.query()).isEqualTo(query);
      return 0;
    } catch (RuntimeException e) {
      throw new AssertionError("reading: " + query, e);
    }
  }

  private static void check(String query, QueryPart part) {
    switch (part) {
      case Words words -> at(query, words.offset(), words.text());
      case Phrase phrase -> at(query, phrase.offset(), phrase.text());
      case Exact exact -> at(query, exact.offset(), exact.text());
      case Wildcard wildcard -> at(query, wildcard.offset(), wildcard.pattern());
      case Fuzzy fuzzy -> at(query, fuzzy.offset(), fuzzy.word());
      case Filter.Source source -> at(query, source.offset(), source.name());
      case Filter.Author author -> at(query, author.offset(), author.name());
      case Filter.Lang lang -> at(query, lang.offset(), "");
      case Filter.Published published -> at(query, published.offset(), "");
      case Everything everything -> at(query, everything.offset(), "");
      case InField inField -> check(query, inField.part());
      case Boost boost -> check(query, boost.part());
      case Group group -> {
        assertThat(group.clauses()).as(query).anyMatch(c -> c.occur() != Occur.EXCLUDED);
        for (Clause clause : group.clauses()) {
          check(query, clause.part());
        }
      }
    }
  }

  private static void at(String query, int offset, String text) {
    if (!query.startsWith(text, offset)) {
      throw new AssertionError(text + " is not at " + offset + " of: " + query);
    }
  }
}
