package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteLinksTest {

  private static final SiteLinks SITE =
      SiteLinks.UNKNOWN.and("https://www.post.example/2024/market");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/2024/harbour",
        "harbour//older",
        "#comments",
        "mailto:desk@other.example",
        "//POST.example",
        "https://post.example:8080/a",
        "http://sport.post.example?a",
        "https://archive.example/2014/http://www.post.example/market",
        "https://social.example/share?u=https://post.example/market",
        ""
      })
  void linksOfTheSiteAreItsOwn(String href) {
    assertThat(SITE.isOwn(href)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/market",
        "//shop.example",
        "https://compost.example/",
        "https://post.example.other.example/"
      })
  void otherLinksLeadAway(String href) {
    assertThat(SITE.isOwn(href)).isFalse();
  }

  @Test
  void sitesBeneathOneEndingAreDifferent() {
    SiteLinks site = SiteLinks.UNKNOWN.and("https://news.post.co.uk/");

    assertThat(site.isOwn("https://post.co.uk/")).isTrue();
    assertThat(site.isOwn("https://other.co.uk/")).isFalse();
  }

  @Test
  void aCopyOfAnotherSitesArticleBelongsToBoth() {
    SiteLinks site = SITE.and("https://copies.example/7");

    assertThat(site.isOwn("https://copies.example/8")).isTrue();
    assertThat(site.isOwn("https://post.example/8")).isTrue();
    assertThat(site.isOwn("https://shop.example/8")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/2024/market", "https://localhost/"})
  void whereTheSiteIsUnknownNothingLeadsAway(String address) {
    assertThat(SiteLinks.UNKNOWN.and(address).isOwn("https://other.example/")).isTrue();
    assertThat(SITE.and(address)).isSameAs(SITE);
  }
}
