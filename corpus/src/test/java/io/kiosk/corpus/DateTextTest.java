package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  private static final DateCustom AMERICAN = new DateCustom(false, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-07-18                            | 2024-07-18
          2024-7-8                              | 2024-07-08
          2024/07/18                            | 2024-07-18
          2024.07.18 12:30                      | 2024-07-18
          20240718                              | 2024-07-18
          20240718T093000Z                      | 2024-07-18T09:30:00Z
          2024-07-18T09:30:00Z                  | 2024-07-18T09:30:00Z
          2024-07-18T09:30:00.123+02:00         | 2024-07-18T07:30:00Z
          2024-07-18T09:30:00+0200              | 2024-07-18T07:30:00Z
          2024-07-18T01:30:00+08:00             | 2024-07-18
          2024-07-18 23:30:00 EDT               | 2024-07-18
          2024-07-18T09:30:00                   | 2024-07-18
          2024年7月18日                         | 2024-07-18
          2024 年 07 月 18 日 09:30             | 2024-07-18
          2024年07月18日09:30:12                | 2024-07-18
          2024年7月18日 星期四 下午3:30         | 2024-07-18
          2024年7月                             | 2024-07
          18.07.2024                            | 2024-07-18
          18. 7. 2024                           | 2024-07-18
          18.07.24                              | 2024-07-18
          18. Juli 2024                         | 2024-07-18
          Donnerstag, 18. Juli 2024, 9.30 Uhr   | 2024-07-18
          1. März 2024                          | 2024-03-01
          3. Jänner 2024                        | 2024-01-03
          12. Dez. 2024 - 14:00 Uhr             | 2024-12-12
          18.07.2024, 09:30 Uhr MESZ            | 2024-07-18T07:30:00Z
          July 18, 2024                         | 2024-07-18
          Jul 18th 2024                         | 2024-07-18
          Thursday, July 18th, 2024 at 9:30 p.m. EDT | 2024-07-18
          July 18, 2024 9:30 AM EDT             | 2024-07-18T13:30:00Z
          18 July 2024                          | 2024-07-18
          18th of July 2024                     | 2024-07-18
          18-Jul-2024                           | 2024-07-18
          Thu, 18 Jul 2024 09:30:00 GMT         | 2024-07-18T09:30:00Z
          Thu, 18 Jul 2024 09:30:00 +0000       | 2024-07-18T09:30:00Z
          Thu Jul 18 09:30:00 CEST 2024         | 2024-07-18T07:30:00Z
          07/18/2024                            | 2024-07-18
          18/07/2024                            | 2024-07-18
          03/04/2024                            | 2024-03-04
          2024-07                               | 2024-07
          July 2024                             | 2024-07
          1721295000                            | 2024-07-18T09:30:00Z
          1721295000000                         | 2024-07-18T09:30:00Z
          """)
  void readsADate(String text, String iso) {
    assertThat(DateText.parse(text, AMERICAN)).contains(PublicationDate.parse(iso));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4 Stunden ago",
        "3小时前",
        "vor 2 Tagen",
        "yesterday",
        "30.02.2024",
        "2024-13-01",
        "192.168.20.24",
        "1.2.2024.1",
        "2024-07-18-19",
        "version 10.12.2.2019",
        "12345678",
        "+49 30 2024 0718",
        "$1,234,567,890",
        "0001-01-01T00:00:00"
      })
  void findsNoneWhereThereIsNone(String text) {
    assertThat(DateText.parse(text, AMERICAN)).isEmpty();
  }

  @Test
  void readsTheDayFirstWhereThatIsTheCustom() {
    assertThat(DateText.parse("03/04/2024", DateCustom.UNKNOWN))
        .contains(PublicationDate.parse("2024-04-03"));
    assertThat(DateText.parse("03/14/2024", DateCustom.UNKNOWN))
        .contains(PublicationDate.parse("2024-03-14"));
  }

  @Test
  void callsATimeInUtcByTheDayOfItsReaders() {
    DateCustom german = DateCustom.of("de-DE", Optional.empty());
    DateCustom chinese = DateCustom.of("zh-CN", Optional.empty());

    assertThat(DateText.parse("2024-07-17T22:00:00Z", german))
        .contains(PublicationDate.parse("2024-07-18"));
    assertThat(DateText.parse("2024-07-17T20:00:00.000Z", chinese))
        .contains(PublicationDate.parse("2024-07-18"));
    assertThat(DateText.parse("2024-07-17T20:00:00Z", german))
        .contains(PublicationDate.parse("2024-07-17T20:00:00Z"));
  }

  @Test
  void findsAllDatesOfATextInTheirOrder() {
    String text = "Am 3. Mai 2024 und am 18.07.2024, zuletzt 2024-08-01 (siehe 1/2024)";

    assertThat(DateText.find(text, DateCustom.UNKNOWN))
        .extracting(found -> found.date().toString())
        .containsExactly("2024-05-03", "2024-07-18", "2024-08-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Apr\u0131l 2024", "12. Apr\u0131l 2024", "Augu\u017ft 12, 2024"})
  void lettersThatOnlyLookLikeAMonthAreNone(String text) {
    assertThat(DateText.parse(text, AMERICAN)).isEmpty();
  }
}
