package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void quotesAsTheStandardSays() {
    assertThat(Csv.line(List.of("a", "b,c", "say \"x\"", "two\nlines", "")))
        .isEqualTo("a,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1", "\r=1"})
  void noCellBeginsLikeAFormula(String text) {
    assertThat(Csv.line(List.of(text))).startsWith("\"'");
  }
}
