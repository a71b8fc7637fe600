package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTextTest {

  private static final String ONE =
      "The harbour council voted on Tuesday to rebuild the old \"fish market\", which burnt down.";
  private static final String TWO =
      "Two thirds of the money come from the insurance, the mayor said after the meeting.";

  private final ArticleCleaner cleaner = new ArticleCleaner();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>window.STATE={\"title\":\"T\",\"content\":\"<p>ONE</p><p>TWO</p>\"};</script>",
        "<script>window.STATE={content:\"\\u003Cp\\u003EONE\\u003C\\u002Fp\\u003E<p>TWO</p>\"};</script>",
        "<script type='application/json'>[{\"text\":\"ONE\"}, {\"text\":\"TWO\"}, {\"x\":[]}]</script>",
        "<script>a.push([1,\"{\\\"text\\\":\\\"ONE\\\"},{\\\"text\\\":\\\"TWO\\\"}\"])</script>",
        "<textarea style='display:none'>&lt;p&gt;ONE&lt;/p&gt;&lt;p&gt;TWO&lt;/p&gt;</textarea>"
      })
  void findsTextThatOnlyScriptsHave(String data) {
    boolean textarea = data.startsWith("<textarea");
    boolean nested = data.contains("a.push");
    String quoted = nested ? ONE.replace("\"", "\\\\\\\"") : ONE.replace("\"", "\\\"");
    String page =
        "<html><head><title>Market returns</title></head><body><div id='app'></div>"
            + data.replace("ONE", textarea ? ONE : quoted).replace("TWO", TWO)
            + "</body></html>";

    assertThat(((Cleaned) clean(page)).article().body()).isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void leavesTheTextThatIsSeen() {
    String seen =
        "The market in the harbour comes back, and the traders are glad of that, one said.";
    String page =
        "<body><p>" + seen + "</p><script>x={\"consent\":\"<p>" + TWO + TWO + "</p>\"}</script>";

    assertThat(((Cleaned) clean(page)).article().body()).isEqualTo(seen);
  }

  @Test
  void labelsOfTheInterfaceAreNoText() {
    String page =
        "<body><div id='app'></div><script>x={\"a\":\"Show more of these articles to me\","
            + "\"b\":\"Sign in with your account\"}</script>";

    assertThat(clean(page)).isInstanceOf(Rejected.class);
  }

  private CleaningResult clean(String page) {
    return cleaner.clean(RawFile.of("page.html", page.getBytes(StandardCharsets.UTF_8)));
  }
}
