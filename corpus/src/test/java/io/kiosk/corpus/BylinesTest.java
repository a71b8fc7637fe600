package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          时间：2004年10月21日14:18 作者：王小明      | 王小明
          作者：王小明 李芳                          | 王小明 李芳
          采写：南都记者 王小明 李芳                 | 王小明 李芳
          □ 本报记者 王小明                          | 王小明
          本报记者王小明发自北京                     | 王小明
          示例网黑龙江频道 记者 王小明 李芳          | 王小明 李芳
          顶端新闻·河南商报记者马俊/文 受访者供图    | 马俊
          【文/示例网专栏作者 王小明】               | 王小明
          Von Eva Muster                             | Eva Muster
          Ein Artikel von Eva Muster · 27.01.2022    | Eva Muster
          Autor: Dr. Eva Muster                      | Dr. Eva Muster
          05.02.2020 - Redaktion: Eva von der Au     | Eva von der Au
          By Jane Q. Doe and John O'Neil             | Jane Q. Doe and John O'Neil
          Posted on September 21, 2020 by Jane Doe   | Jane Doe
          """)
  void readsTheAuthorOfALine(String line, String expected) {
    assertThat(Bylines.author(line)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "记者从西藏自治区农业农村厅召开的会议上了解到",
        "Powered by Example Software",
        "Die Zahl stieg von Januar bis Mai.",
        "作者：佚名",
        "来源：示例报 作者： 转载请注明：",
        "by admin",
        "Von admin",
        "文化新闻",
        ""
      })
  void readsNoAuthorWhereNoneIsNamed(String line) {
    assertThat(Bylines.author(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          By Jane Doe on Friday December 19, 2025 | Jane Doe
          View all posts by Jane Doe              | Jane Doe
          Jane Doe December 19, 2025              | Jane Doe
          Theresa May                             | Theresa May
          Eva Muster Fr, 12. Mai                  | Eva Muster
          Redaktion -                             | Redaktion
          Eva Muster/dpa                          | Eva Muster
          Eva Muster/XY-Z                         | Eva Muster
          Beispielfunk (www.funk.example)         | Beispielfunk
          r23                                     | r23
          孔德明                                  | 孔德明
          """)
  void takesOffWhatIsNoPartOfAName(String text, String expected) {
    assertThat(Bylines.name(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat,",
        "104363",
        "01:30 Min.",
        "Foto © Muster",
        "发表于",
        "L_104485",
        "No Author",
        "am",
        "https://a.example",
        "-"
      })
  void refusesWhatIsNoName(String text) {
    assertThat(Bylines.name(text)).isEmpty();
  }

  @Test
  void readsReportersSignaturesOriginsAndEditors() {
    assertThat(Bylines.reporter("新华社巴黎12月9日电（记者唐霁）法国9日")).contains("唐霁");
    assertThat(Bylines.reporter("据新华社拉萨电（记者 格桑边觉）记者近日")).contains("格桑边觉");
    assertThat(Bylines.signature("过一个平安的新春佳节。（常书香 马丹阳 ）")).contains("常书香 马丹阳");
    assertThat(Bylines.reporter("促进工业绿色发展。（记者 王小蓉）")).contains("王小蓉");
    assertThat(Bylines.signature("会议通过了决定。（完）")).isEmpty();
    assertThat(Bylines.signature("Es bleibt spannend. (Eva M. Muster) +++"))
        .contains("Eva M. Muster");
    assertThat(Bylines.signature("Es bleibt spannend (siehe Seite 3).")).isEmpty();
    assertThat(Bylines.source("2019-05-18 来源：中国地理学会")).contains("中国地理学会");
    assertThat(Bylines.source("原创 南方都市报 2019-09-09 16:01:46")).contains("南方都市报");
    assertThat(Bylines.editor("（ 责任编辑：魏喆 ）")).contains("魏喆");
  }

  @ParameterizedTest
  @ValueSource(strings = {"作者", "记者 王小明 ", "Von Eva ", "by A. ", "(", "王", " und Eva"})
  void isFastOnHostileLines(String piece) {
    String line = piece.repeat(20_000 / piece.length());

    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(4),
        () -> {
          Bylines.author(line);
          Bylines.source(line);
          Bylines.editor(line);
          Bylines.signature(line);
          Bylines.names(line);
          Bylines.name(line);
        });
  }
}
