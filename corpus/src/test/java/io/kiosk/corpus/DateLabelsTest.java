package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.DateLabels.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLabelsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Veröffentlicht am '            | ''              | PUBLISHED",
        "'Published: Mon, '              | ''              | PUBLISHED",
        "'发布时间：'                    | ''              | PUBLISHED",
        "'vom '                          | ''              | PUBLISHED",
        "''                              | ' 阅读10544次'  | PUBLISHED",
        "''                              | ' 来源：新华社' | PUBLISHED",
        "'zuletzt aktualisiert am '      | ''              | CHANGED",
        "'Last updated: '                | ''              | CHANGED",
        "'更新时间：'                    | ''              | CHANGED",
        "'Copyright '                    | ''              | OTHER",
        "'Joined: '                      | ''              | OTHER",
        "'Der Stammtisch findet am Mi. ' | ''              | OTHER",
        "'会议时间：'                    | ''              | OTHER",
        "'（'                            | '－12日，天津）' | OTHER",
        "''                              | '-21. Juli'     | OTHER",
        "'Im Gesetzblatt vom '           | ' wurde'        | NONE",
        "'candidate '                    | ''              | NONE",
        "''                              | ' - 14:33'      | NONE"
      })
  void saysWhatDayIsMeant(String before, String behind, Meaning expected) {
    assertThat(DateLabels.of(before, behind)).isEqualTo(expected);
  }

  @Test
  void readsNamesOfElements() {
    assertThat(DateLabels.isPublished("entry pubDate")).isTrue();
    assertThat(DateLabels.isDate("article-datum")).isTrue();
    assertThat(DateLabels.isOther("profile-joined")).isTrue();
    assertThat(DateLabels.isOther("article-date")).isFalse();
  }
}
