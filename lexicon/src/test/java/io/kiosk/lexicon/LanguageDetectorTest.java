package io.kiosk.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.LanguageDetector.Detection;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zh | 市政府昨天宣布，新的地铁线路将在明年春天开始运营，沿线居民都非常期待。
          zh-Hant | 市政府昨天宣布，新的捷運路線將在明年春天開始營運，沿線居民都非常期待。
          zh | 研究人员在 GitHub 上发布了 Linux 内核 io_uring 漏洞的分析报告
          ja | 市は昨日、新しい地下鉄路線が来年の春に開業すると発表した。
          ko | 시는 어제 새로운 지하철 노선이 내년 봄에 개통된다고 발표했다.
          de | Die Stadt hat gestern angekündigt, dass die neue Linie im Frühjahr den Betrieb aufnimmt.
          de | Streit um den Haushalt: Minister lehnt Vorschlag der Opposition ab
          en | The city announced yesterday that the new line will open to the public next spring.
          en | Minister rejects plan by opposition in row over the budget
          fr | La ville a annoncé hier que la nouvelle ligne de métro ouvrira ses portes au printemps.
          es | El ayuntamiento anunció ayer que la nueva línea de metro abrirá en la primavera.
          it | Il comune ha annunciato ieri che la nuova linea della metropolitana aprirà in primavera.
          pt | A prefeitura anunciou ontem que a nova linha do metrô não será aberta antes da primavera.
          nl | De stad heeft gisteren aangekondigd dat de nieuwe lijn in het voorjaar wordt geopend.
          sv | Staden meddelade i går att den nya linjen ska öppnas för alla under våren.
          da | Kommunen har i går meddelt, at den nye linje skal åbne efter påske og ikke før.
          nb | Kommunen har i går meldt at den nye linjen skal åpne etter påske og ikke før.
          fi | Kaupunki ilmoitti eilen, että uusi linja avataan keväällä, mutta se ei ole vielä varmaa.
          pl | Miasto ogłosiło wczoraj, że nowa linia metra zostanie otwarta w przyszłym roku.
          cs | Město včera oznámilo, že nová linka metra bude otevřena až v příštím roce.
          sk | Mesto včera oznámilo, že nová linka metra bude otvorená až v budúcom roku, ale nie je to isté.
          sl | Mesto je včeraj sporočilo, da bo nova proga odprta spomladi, vendar še ni znano, kdaj.
          hr | Grad je jučer objavio da će nova linija biti otvorena u proljeće, ali još nije poznato kada.
          hu | A város tegnap bejelentette, hogy az új vonal csak jövő tavasszal nyílik meg, és nem előbb.
          ro | Primăria a anunțat ieri că noua linie de metrou va fi deschisă în primăvară, după mai mulți ani.
          tr | Belediye dün yeni metro hattının gelecek yıl ilkbaharda açılacağını ve bunun için çok çalıştığını duyurdu.
          vi | Thành phố hôm qua thông báo tuyến tàu điện mới sẽ được mở cửa vào mùa xuân năm sau.
          id | Pemerintah kota kemarin mengumumkan bahwa jalur baru itu akan dibuka untuk umum pada tahun depan.
          ru | Мэрия вчера объявила, что новая линия метро откроется весной следующего года.
          uk | Мерія вчора оголосила, що нова лінія метро відкриється навесні наступного року.
          bg | Общината съобщи вчера, че новата линия ще бъде открита през пролетта, а не по-рано.
          el | Ο δήμος ανακοίνωσε χθες ότι η νέα γραμμή του μετρό θα ανοίξει την άνοιξη.
          ar | أعلنت البلدية أمس أن الخط الجديد سيفتتح في الربيع المقبل.
          fa | شهرداری دیروز اعلام کرد که خط جدید مترو در بهار آینده گشایش می‌یابد.
          he | העירייה הודיעה אתמול כי הקו החדש ייפתח באביב.
          th | เมืองประกาศเมื่อวานนี้ว่าเส้นทางใหม่จะเปิดในฤดูใบไม้ผลิ
          hi | नगर निगम ने कल घोषणा की कि नई लाइन वसंत में खुलेगी।
          """)
  void recognisesOneSentence(String tag, String text) {
    assertThat(LanguageDetector.detect(text).language().toLanguageTag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "2024 – 17.30 %", "😀", "\u0000\uD800", "xkcd qwrtz zzz"})
  void knowsNothingOfTextWithoutWords(String text) {
    assertThat(LanguageDetector.detect(text)).isEqualTo(Detection.UNKNOWN);
  }

  @Test
  void doesNotForceAnUnlistedLanguage() {
    String basque =
        "Udalak atzo iragarri zuen metro linea berria datorren udaberrian irekiko dutela, "
            + "herritar askok aspalditik eskatzen zuten bezala, eta lanak amaitzear daudela.";

    assertThat(LanguageDetector.detect(basque).language()).isEqualTo(Locale.ROOT);
  }

  @Test
  void isSurerOfLongerText() {
    String sentence = "The minister said that the talks would go on, but he gave no details. ";

    assertThat(LanguageDetector.detect(sentence.repeat(3)).confidence())
        .isGreaterThan(.95)
        .isGreaterThanOrEqualTo(LanguageDetector.detect("said no").confidence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          卡巴斯基退出美国市场               | zh
          Kaspersky 禁令                     | zh
          卡巴斯基 the ban on Kaspersky      | zh en
          Warum verlässt Kaspersky die USA?  | de
          Why does Kaspersky leave the US?   | en
          Kaspersky                          | de en
          Tesla Berlin                       | de en
          Bundestag                          | de en
          Sicherheitslücken in Routern       | de
          vulnerabilities of the router      | en
          Москва                             | ''
          東京オリンピック                   | zh
          """)
  void givesTheLanguagesThatAQueryMayBeIn(String query, String tags) {
    assertThat(
            String.join(
                " ", LanguageDetector.candidates(query).stream().map(Locale::getLanguage).toList()))
        .isEqualTo(tags);
  }

  @Test
  void takesNoLongerForLongText() {
    String text = "Der Minister sagte, dass \u4E2D\u6587 und so weiter. ".repeat(1_000_000);

    Detection detection =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> LanguageDetector.detect(text));

    assertThat(detection.language()).isEqualTo(Locale.GERMAN);
  }
}
