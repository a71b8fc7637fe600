package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScrapedTextTest {

  @Test
  void splitsFrontMatterFromText() {
    ScrapedText text =
        ScrapedText.of(
            """
            ---
            title: "The plan: what now"
            Source-URL: https://example.com/a?b=c:d
            date: 2024-07-18 09:30:00
            authors:
              - Jane Doe
              - 'John Roe'
            tags: [city, "plan"]
            description: >
              two
              lines
            layout: post
            ---

            Text.
            """);

    assertThat(text.frontMatter())
        .containsEntry("title", "The plan: what now")
        .containsEntry("url", "https://example.com/a?b=c:d")
        .containsEntry("published", "2024-07-18 09:30:00")
        .containsEntry("author", "Jane Doe, John Roe")
        .containsEntry("tags", "city, plan")
        .containsEntry("description", "two lines")
        .containsEntry("layout", "post");
    assertThat(text.lines()).containsExactly("", "Text.");
  }

  @Test
  void readsTomlFences() {
    ScrapedText text = ScrapedText.of("+++\ntitle = \"T\"\ndate = 2024-07-18\n+++\nText.");

    assertThat(text.frontMatter())
        .containsEntry("title", "T")
        .containsEntry("published", "2024-07-18");
    assertThat(text.lines()).containsExactly("Text.");
  }

  @Test
  void survivesAFenceThatIsNeverClosed() {
    ScrapedText text = ScrapedText.of("---\ntitle: T\nurl: https://example.com/\n\nText.\nMore.");

    assertThat(text.frontMatter()).containsEntry("title", "T");
    assertThat(text.lines()).containsExactly("", "Text.", "More.");
  }

  @Test
  void readsHeaderLinesWithoutFences() {
    ScrapedText text = ScrapedText.of("标题：市议会通过规划\n来源：示例网\n发布时间：2024-07-18\n\n正文。");

    assertThat(text.frontMatter())
        .containsEntry("title", "市议会通过规划")
        .containsEntry("source", "示例网")
        .containsEntry("published", "2024-07-18");
    assertThat(text.lines()).containsExactly("", "正文。");
  }

  @Test
  void readsHeaderLinesThatBlankOnesPart() {
    ScrapedText text =
        ScrapedText.of(
            "Title: The plan\n\nURL Source: https://example.com/1\n\n"
                + "Published Time: 2024-07-18\n\nMarkdown Content:\nText.\n\nMore.");

    assertThat(text.frontMatter())
        .containsEntry("title", "The plan")
        .containsEntry("url", "https://example.com/1")
        .containsEntry("published", "2024-07-18");
    assertThat(text.lines()).containsExactly("", "", "Text.", "", "More.");
    assertThat(ScrapedText.of("标题：规划\n来源：示例网\n正文：市议会通过规划。").lines()).containsExactly("市议会通过规划。");
  }

  @Test
  void leavesTextAloneThatOnlyHasColons() {
    String text = "Note: this is text\nand: more of it\n\nTitle: one key is not enough\nText.";

    assertThat(ScrapedText.of(text).frontMatter()).isEmpty();
    assertThat(ScrapedText.of(text).lines()).hasSize(5);
  }

  @Test
  void losesNoTextBehindARule() {
    ScrapedText text = ScrapedText.of("---\nA paragraph that follows a rule.\n\nAnother.");

    assertThat(text.frontMatter()).isEmpty();
    assertThat(text.lines()).contains("A paragraph that follows a rule.", "Another.");
  }
}
