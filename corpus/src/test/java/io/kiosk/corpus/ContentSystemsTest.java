package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Cleaned;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pages as widespread content systems make them, with invented names and {@code {1}} to {@code {3}}
 * where the paragraphs of the article stand.
 */
class ContentSystemsTest {

  private static final Map<String, List<String>> PARAGRAPHS =
      Map.of(
          "de",
          List.of(
              "Der Stadtrat von Musterhafen hat am Dienstag beschlossen, den abgebrannten Fischmarkt"
                  + " wieder aufzubauen, und will die Händler noch vor dem Winter zurückholen.",
              "Zwei Drittel der Kosten trägt die Versicherung, wie der Bürgermeister nach der"
                  + " Sitzung sagte; den Rest nimmt die Stadt aus ihren Rücklagen.",
              "Seit dem Brand im März verkauften die Händler ihren Fisch in Zelten, einige gaben"
                  + " auf, andere fanden auf der anderen Seite der Bucht neue Kunden."),
          "en",
          List.of(
              "The harbour council voted on Tuesday to rebuild the old fish market, which burnt"
                  + " down in March, and to let the traders move back before winter.",
              "Two thirds of the money come from the insurance, the mayor said after the meeting,"
                  + " and the town will pay the rest out of its savings.",
              "Traders had sold their fish from tents since the fire; some of them gave up, others"
                  + " found new customers on the other side of the bay."),
          "zh",
          List.of(
              "示例市议会周二投票决定重建三月份被烧毁的旧鱼市场，并计划让商户在冬季来临之前搬回原址继续经营。",
              "市长在会后表示，三分之二的资金来自保险赔付，其余部分将由市财政的积蓄承担，不会增加市民的负担。",
              "火灾发生以来，商户们一直在帐篷里卖鱼，有的已经放弃了生意，有的则在海湾的另一侧找到了新的顾客。"));

  private final ArticleCleaner cleaner = new ArticleCleaner();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de-amp                 | Fischmarkt kehrt zurück            | Eva Muster      | 2024-07-18T07:30:00Z
          de-custom-elements     | Fischmarkt kehrt zurück            | Eva Muster      | 2024-07-18
          de-joomla              | Fischmarkt kehrt zurück            | Eva Muster      | 2024-07-18T07:30:00Z
          de-paper               | Fischmarkt kehrt zurück            | Eva Muster      | 2024-07-18T07:30:00Z
          de-topic-heading       | Fischmarkt kehrt zurück            | Eva Muster      | 2024-07-18
          de-typo3               | Fischmarkt kehrt zurück            |                 | 2024-07-18
          de-wordpress-old       | Fischmarkt kehrt zurück            |                 | 2024-07-18
          de-wordpress-theme     | Fischmarkt kehrt zurück            | Eva Muster      | 2024-07-18
          en-about-author        | Fish market returns to the harbour     | Ann Roe         | 2024-07-18
          en-arc                 | Fish market returns to the harbour | Ann Roe, Jo Doe | 2024-07-18T09:30:00Z
          en-author-link         | Fish market returns to the harbour     | Ann Roe         | 2024-07-18
          en-blogger             | Fish market returns                | Ann Roe         | 2024-07-18T16:30:00Z
          en-broadcaster         | Fish market returns to the harbour     | Ann Roe         | 2024-07-18
          en-drupal              | Fish market returns to the harbour | Ann Roe         | 2024-07-18
          en-forum               | Fish market returns to the harbour | user0           | 2024-07-18
          en-local-paper         | Fish market returns to the harbour | ANN ROE         | 2024-07-18T14:30:00Z
          en-newsletter          | Fish market returns to the harbour | Ann Roe         | 2024-07-18T09:30:00Z
          en-next                | Fish market returns to the harbour |                 | 2024-07-18T09:30:00Z
          en-split               | Fish market returns to the harbour |                 | 2024-07-18
          en-standfirst          | Fish market returns to the harbour | Ann Roe         | 2024-07-18T09:30:00Z
          en-teaser-article      | Fish market returns                |                 | 2024-07-18
          en-unnamed-comments    | Fish market returns to the harbour     | Ann Roe         | 2024-07-18
          en-wordpress-blocks    | Fish market returns to the harbour | Ann Roe         | 2024-07-18T07:30:00Z
          zh-account-page        | 示例市将重建旧鱼市场               | 王小明          | 2024-07-18
          zh-authority           | 示例市人民政府关于重建鱼市场的通知 | 示例市人民政府  | 2024-07-18
          zh-blogs               | 示例市将重建旧鱼市场               | 小明            | 2024-07-18
          zh-date-source         | 示例市将重建旧鱼市场               | 示例日报        | 2024-07-18T01:30:00Z
          zh-dedecms             | 示例市将重建旧鱼市场               | 王小明          | 2024-07-18
          zh-discuz              | 示例市将重建旧鱼市场               |                 | 2024-07-18
          zh-floors              | 示例市将重建旧鱼市场                   |                 |
          zh-font-size           | 示例市将重建旧鱼市场                   | 示例网              | 2024-07-18
          zh-government          | 示例市将重建旧鱼市场               | 市府办          | 2024-07-18
          zh-old-portal          | 示例市将重建旧鱼市场               | 示例晚报        | 2004-07-18
          zh-portal-path         | 示例市将重建旧鱼市场               | 示例日报        | 2024-07-18T01:30:00Z
          zh-portal-post         | 示例市将重建旧鱼市场               | 示例日报        | 2024-07-18
          zh-portal-stacked-date | 示例市将重建旧鱼市场               | 示例日报        | 2024-07-18
          zh-questions           | 示例市将重建旧鱼市场               | 王小明          | 2024-07-18
          zh-script-date         | 示例市将重建旧鱼市场               |                 | 2024-07-18
          zh-tables              | 示例市将重建旧鱼市场               |                 | 2004-07-16
          """)
  void readsTheArticleAndNothingElse(String page, String title, String author, String published)
      throws IOException {
    List<String> paragraphs = PARAGRAPHS.get(page.substring(0, 2));

    Article article =
        ((Cleaned) cleaner.clean(RawFile.of(page + ".html", read(page, paragraphs)))).article();

    assertThat(article.title()).contains(title);
    assertThat(article.author().orElse(null)).isEqualTo(author);
    assertThat(article.published().map(Object::toString).orElse(null)).isEqualTo(published);
    assertThat(article.body()).isEqualTo(String.join("\n\n", paragraphs));
  }

  private static byte[] read(String page, List<String> paragraphs) throws IOException {
    try (InputStream in = ContentSystemsTest.class.getResourceAsStream("pages/" + page + ".html")) {
      String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (int i = 0; i < paragraphs.size(); i++) {
        html = html.replace("{" + (i + 1) + "}", paragraphs.get(i));
      }
      return html.getBytes(StandardCharsets.UTF_8);
    }
  }
}
