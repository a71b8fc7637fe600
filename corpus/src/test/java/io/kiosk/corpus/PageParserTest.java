package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageParserTest {

  private static final List<String> TAGS =
      List.of(
          ("p div b i a font table tr td th tbody thead caption colgroup col ul li ol dl dt dd h1"
                  + " h2 form button span nobr object em br hr img input pre blockquote center section"
                  + " ruby rt rp rb option label body html head meta article o:p small")
              .split(" "));

  @Test
  void buildsTheTreesOfBrokenPagesThatJsoupBuilds() {
    for (int seed = 0; seed < 4_000; seed++) {
      String page = soup(new Random(seed));

      assertThat(shape(PageParser.parse(page, ""))).as(page).isEqualTo(shape(Jsoup.parse(page)));
    }
  }

  @Test
  void buildsTheTreesOfSamplesThatJsoupBuilds() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/io/kiosk/corpus/samples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        String page = Files.readString(file);

        assertThat(shape(PageParser.parse(page, ""))).isEqualTo(shape(Jsoup.parse(page)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>one<template><p>two</template>three",
        "<math><mi>x</mi></math><p>text",
        "<svg><desc><p>one</svg>two",
        "<svg><g>never ended<p>text",
        "<select><option>a<b>c</select>text",
        "<noscript><p>never ended",
        "<frameset><frame></frameset>",
        "<plaintext><p>text"
      })
  void leavesToJsoupWhatItDoesNotKnow(String page) {
    assertThat(PageParser.parse(page, "").html()).isEqualTo(Jsoup.parse(page).html());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a<!-- <p>x --->b",
        "<p>a<!-->b",
        "<p>a<!--->b",
        "<p>a<!-- x --!>b",
        "<p>a<!x>b",
        "<p>a<?x?>b",
        "<p>a</>b",
        "<p>a</3>b",
        "<p>a<![CDATA[x>b",
        "<p>a<script>if (a<b) '</p>'</script>b",
        "<p>a<script><!-- <script> </script> --></script>b",
        "<p>a<script><!--></script>b",
        "<p>a<STYLE>p > b { }</sTyle  >b",
        "<p>a<svg><path d='>'/><style>a>b{}</style><svg/><!-- </svg> --></svg>b",
        "<p>a<select><option value='</select>'>x</select>b",
        "<p>a<iframe><p>x</iframe>b",
        "<p>a<noscript><p>x</noscript>b",
        "<p>a<textarea><p></textarea>b",
        "<p title='>'>ab",
        "<p a=\"b\"c='d'e=f/>ab"
      })
  void passesOverWhatNobodyReads(String page) {
    Document parsed = PageParser.parse(page, "");

    assertThat(words(parsed.body())).isEqualTo("ab");
    assertThat(parsed.selectFirst("p").parent()).isEqualTo(parsed.body());
  }

  @Test
  void keepsTextThatOnlyLooksLikeMarkup() {
    assertThat(PageParser.parse("<p>1 < 2 <3 & x<", "").body().text()).isEqualTo("1 < 2 <3 & x<");
  }

  @Test
  void endsWithATagThatDoesNotEnd() {
    assertThat(PageParser.parse("<p>text<a href='x", "").body().text()).isEqualTo("text");
    assertThat(PageParser.parse("<p>text</a", "").body().text()).isEqualTo("text");
    assertThat(PageParser.parse("<p>text</", "").body().text()).startsWith("text");
    assertThat(PageParser.parse("<p>text<!-- x", "").body().text()).isEqualTo("text");
    assertThat(PageParser.parse("<title>text", "").title()).isEqualTo("text");
  }

  @Test
  void keepsJsonLdAndAttributesThatAreRead() {
    Document page =
        PageParser.parse(
            "<script type='Application/LD+JSON'>{\"a\":\"</b>\"}</script>"
                + "<p CLASS=\"x&amp;y\" class=z onclick='f()' hidden>text",
            "");

    assertThat(page.selectFirst("script").data()).isEqualTo("{\"a\":\"</b>\"}");
    Element paragraph = page.selectFirst("p");
    assertThat(paragraph.className()).isEqualTo("x&y");
    assertThat(paragraph.hasAttr("hidden")).isTrue();
    assertThat(paragraph.attributesSize()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'',<div>,511,nested deeper than 512 elements",
    "'',<b><p>,200000,more than 500000 elements and texts",
    "<template></template>,<div>,511,nested deeper than 512 elements",
    "'',<p>,500001,more than 500000 elements and texts",
    "<math>,<p>,500001,more than 500000 elements and texts"
  })
  void rejectsMoreThanTheLimits(String start, String tags, int times, String message) {
    assertThatThrownBy(() -> PageParser.parse(start + tags.repeat(times), ""))
        .isInstanceOf(PageParser.TooLargeException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<template></template>"})
  void readsPagesUpToTheLimitOfDepth(String start) {
    Document page = PageParser.parse("<body>" + start + "<div>".repeat(510) + "text", "");

    assertThat(page.select("div")).hasSize(510);
    assertThat(page.select("div").last().parents()).hasSize(511);
  }

  /** Tags of a few kinds opened and closed at random, and some text. */
  private static String soup(Random random) {
    StringBuilder page = new StringBuilder(random.nextInt(3) > 0 ? "<!DOCTYPE html>" : "");
    List<String> tags = new ArrayList<>();
    for (int i = 3 + random.nextInt(8); i > 0; i--) {
      tags.add(TAGS.get(random.nextInt(TAGS.size())));
    }
    for (int i = 2 + random.nextInt(30); i > 0; i--) {
      String tag = tags.get(random.nextInt(tags.size()));
      int choice = random.nextInt(10);
      if (choice < 5) {
        String names = random.nextInt(4) == 0 ? " class=c" + random.nextInt(2) : "";
        page.append('<').append(tag).append(names).append('>');
      } else if (choice < 8) {
        page.append("</").append(tag).append('>');
      } else {
        page.append(choice == 8 ? " " : "text" + i);
      }
    }
    return page.toString();
  }

  private static String words(Element element) {
    StringBuilder words = new StringBuilder();
    element.traverse(
        (node, depth) -> words.append(node instanceof TextNode text ? text.getWholeText() : ""));
    return words.toString();
  }

  /** Elements, names and texts without white space. */
  private static String shape(Node node) {
    StringBuilder shape = new StringBuilder();
    if (node instanceof Element element) {
      shape.append('<').append(element.normalName()).append(element.className()).append('>');
      boolean read =
          switch (element.normalName()) {
            case "script", "style", "noscript", "svg", "select", "iframe" -> false;
            default -> true;
          };
      for (Node child : read ? element.childNodes() : List.<Node>of()) {
        shape.append(shape(child));
      }
      shape.append("</>");
    } else if (node instanceof TextNode text) {
      shape.append(text.getWholeText().strip());
    }
    return shape.toString();
  }
}
