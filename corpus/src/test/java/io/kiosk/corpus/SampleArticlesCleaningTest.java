package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Cleaned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five articles that come with the project: where their text begins and ends, and how long. */
class SampleArticlesCleaningTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          000_dd00257ba898f495.txt | 卡巴斯基实验室在本周宣布关闭 | 其他防病毒解决方案来确保网络安全。 | 1400 | 1440 | 微信
          001_9ea05f069fa7a46b.txt | 俄罗斯网络安全公司卡巴斯基实验室周一表示 | 替代技术解决方案提供额外的动力。 | 1970 | 2020 | 特别声明
          002_8a264aab6523451d.txt | Der russische Sicherheitsanbieter | aufrechtzuerhalten.“ | 1500 | 1800 | Chrome
          003_5a94d905dfeb835f.txt | The Biden administration announced | prepared for any sort of retaliation.” | 4000 | 4250 | Politico
          004_530b6ad222b4eac6.txt | After the United States announced | all for themselves." | 2700 | 3000 | Deutsch
          """)
  void theTextIsWholeAndNothingElse(
      String file, String start, String end, int atLeast, int atMost, String leak)
      throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("articles", file));
    CleaningResult result = new ArticleCleaner().clean(RawFile.of(file, bytes));
    assertThat(result).isInstanceOf(Cleaned.class);
    String body = ((Cleaned) result).article().body();
    assertThat(body).startsWith(start).endsWith(end).doesNotContain(leak, "![", "](", "**");
    assertThat(body.length()).isBetween(atLeast, atMost);
  }
}
