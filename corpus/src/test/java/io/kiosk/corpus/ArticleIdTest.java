package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/news/1?p=2",
        "https://www.Example.com:443/news/1/?p=2",
        "https://example.com/news/1?utm_source=x&p=2&fbclid=abc#comments"
      })
  void isTheSameForAddressesOfOnePage(String url) {
    assertThat(id(url)).isEqualTo(id("https://example.com/news/1?p=2")).matches("[0-9a-f]{16}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/news/1?p=3",
        "https://example.com/News/1?p=2",
        "https://example.com/news/1",
        "https://example.com:8080/news/1?p=2",
        "https://m.example.com/news/1?p=2"
      })
  void differsForOtherPages(String url) {
    assertThat(id(url)).isNotEqualTo(id("https://example.com/news/1?p=2"));
  }

  @Test
  void comesFromTitleAndBodyWithoutUrl() {
    String id = ArticleId.of(Optional.empty(), Optional.of("T"), "B");

    assertThat(id)
        .matches("[0-9a-f]{16}")
        .isEqualTo(ArticleId.of(Optional.of(URI.create("mailto:a@b")), Optional.of("T"), "B"))
        .isNotEqualTo(ArticleId.of(Optional.empty(), Optional.of("T"), "C"))
        .isNotEqualTo(ArticleId.of(Optional.empty(), Optional.empty(), "B"));
  }

  private static String id(String url) {
    return ArticleId.of(Optional.of(URI.create(url)), Optional.of("T"), "B");
  }
}
