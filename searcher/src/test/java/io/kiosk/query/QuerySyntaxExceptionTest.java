package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySyntaxExceptionTest {

  /** Query with ^^ before the place of the error, arrow, part of the message. */
  private static final String ERRORS =
      """
      a title:^^                           => the query ends here, expected a word
      a title: ^^                          => write \\title: for the mere text
      (title:^^) AND b                     => found ")", expected a word
      title:^^???                          => found "?", expected a word
      title:^^"abc                         => this quote is not closed
      title:=^^“abc                        => this quote is not closed
      title:^^""                           => has no word in it
      title:^^(abc                         => this bracket is not closed: write a )
      x body:^^(a (c OR b) y               => this bracket is not closed
      title:^^()                           => nothing in this bracket
      lang:^^                              => expected a language such as de
      lang:^^deutsch                       => found "deutsch", expected the code of a language
      lang:de,^^x                          => found "x", expected the code of a language
      lang:^^*                             => expected the code of a language
      lang:^^(de zh                        => this bracket is not closed
      lang:(^^)                            => expected a language
      lang:(de ^^AND zh)                   => take only values and OR
      source:(dpa ^^-afp)                  => write -source:value to exclude one
      source:^^"dpa                        => this quote is not closed
      author:^^,                           => expected a name
      published:^^yesterday                => expected a date: 2024, 2024-06 or 2024-06-15
      published:^^2024-13                  => found "2024-13"
      published:^^2023-02-29               => found "2023-02-29"
      published:^^24-06                    => found "24-06"
      published:^^>=2024                   => found ">=2024"
      published:^^[2024-06 TO 2024-07      => this range cannot be read: write [2024-06 TO 2024-07]
      published:^^[2024-06 - 2024-07]      => this range cannot be read
      published:[2024 TO ^^July]           => found "July"
      published:[^^2024-07 TO 2024-06]     => no day lies in this range
      published:{^^2024-06 TO 2024-06}     => no day lies in this range
      a word^^~3                           => found "~3" behind a word, expected ~0, ~1 or ~2
      ="a b"^^~3                           => leave out the = or the ~
      "a b"^^~12345                        => expected a distance of at most 9999
      word^^^0                             => expected a weight from 0.01 to 100
      """;

  static Stream<String[]> errors() {
    return ERRORS.lines().map(line -> line.split("\\s*=> ", 2));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorNamesItsPlace(String marked, String message) {
    int offset = marked.indexOf("^^");
    String query = marked.substring(0, offset) + marked.substring(offset + 2);

    QuerySyntaxException error =
        catchThrowableOfType(QuerySyntaxException.class, () -> QueryReader.read(query));

    assertThat(error).hasMessageContaining(message);
    assertThat(error).hasMessageStartingWith("character " + (offset + 1) + ": ");
    assertThat(error.offset()).isEqualTo(offset);
    assertThat(error.query()).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lang:", "published:", "a~", "\"a b\"~"})
  void messageStaysShort(String start) {
    String query = start + "7".repeat(5_000);

    QuerySyntaxException error =
        catchThrowableOfType(QuerySyntaxException.class, () -> QueryReader.read(query));

    assertThat(error.getMessage()).hasSizeLessThan(250);
  }

  @Test
  void messageShowsNoControlCharacters() {
    QuerySyntaxException error =
        catchThrowableOfType(
            QuerySyntaxException.class, () -> QueryReader.read("lang:\u001b[2J\u202exx"));

    assertThat(error).hasMessageContaining("found \"\uFFFD[2J\uFFFDxx\"");
  }
}
