package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineJoinerTest {

  @Test
  void unwrapsMarkdownWithAddressesLongerThanALine() {
    String address = "https://www.example.com/" + "a-long-path/".repeat(8);
    List<String> lines =
        LineJoiner.unwrap(
            List.of(
                "The council voted on the plan after a long debate, which the",
                "[mayor of the",
                "town](" + address + ")",
                "had opened with a speech about the money that the town would",
                "need for its schools, and in the end all of the members that",
                "were there agreed to it, although some of them had said that",
                "they would not.",
                "",
                "  * An item of a list that goes on over more than one line of",
                "    the text"));

    assertThat(lines)
        .containsExactly(
            "The council voted on the plan after a long debate, which the [mayor of the town]("
                + address
                + ") had opened with a speech about the money that the town would need for its"
                + " schools, and in the end all of the members that were there agreed to it,"
                + " although some of them had said that they would not.",
            "",
            "  * An item of a list that goes on over more than one line of the text");
  }

  @Test
  void unwrapsTextOfWhichSomeLinesWereLeftWhole() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      lines.add("The council voted on the plan after a long debate, which the");
      lines.add("mayor had opened with a speech about money for all of its");
      lines.add("schools.");
      lines.add("");
    }
    lines.add("* [Another plan of the council](https://www.example.com/" + "x/".repeat(30) + ")");
    lines.add("goes on");

    assertThat(LineJoiner.unwrap(lines))
        .startsWith(
            "The council voted on the plan after a long debate, which the mayor had opened with a"
                + " speech about money for all of its schools.",
            "")
        .endsWith(lines.get(lines.size() - 2), "goes on");
  }

  @Test
  void unwrapsTextUnderAMenuWhoseLinesAreShorter() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      lines.add("Another headline of a menu in " + i);
    }
    lines.add("");
    lines.add("The council voted on the plan after a long debate, which the");
    lines.add("mayor of the town had opened with a speech about the money it");
    lines.add("needs for all of its schools, and in the end all of the members");
    lines.add("agreed to it.");

    assertThat(LineJoiner.unwrap(lines))
        .hasSize(32)
        .endsWith(
            "The council voted on the plan after a long debate, which the mayor of the town had"
                + " opened with a speech about the money it needs for all of its schools, and in"
                + " the end all of the members agreed to it.");
  }

  @Test
  void unwrapsChineseByColumns() {
    String text =
        "市议会经过长时间的辩论，就新的城市规划进行了表决。所有议员最后都投了赞成票，"
            + "尽管其中有几位此前曾经表示反对。市长在开幕致辞中谈到学校所需要的资金，"
            + "并感谢全体市民的支持。他说，这项规划将在未来十年里改变整座城市的面貌，"
            + "新的学校和道路明年春天就会开工建设，预计三年之内全部完成。";
    List<String> wrapped =
        List.of(
            text.substring(0, 30),
            text.substring(30, 60),
            text.substring(60, 90),
            text.substring(90, 120),
            text.substring(120));

    assertThat(LineJoiner.unwrap(wrapped)).containsExactly(text);
  }

  @Test
  void mendsWordsThatWrappingParted() {
    List<String> parted =
        List.of(
            "Der Rat der Stadt stimmte nach einer langen Debatte dem Bebau-",
            "ungsplan zu, und alle seine Mitglieder sprachen sich für die Bus-",
            "und Bahnlinien aus, die nach dem Willen der Verwaltung schon im kom-",
            "menden Jahr in das neue Viertel am Fluss fahren sollen, was auch die",
            "Opposition begrüßte.");
    List<String> whole =
        List.of(
            "The council of the town voted after a long debate for a plan of long-",
            "term growth, and all of its members spoke in favour of the bus lines",
            "and the railway that the new quarter at the river will have from the",
            "next year on, which the opposition welcomed too, after many years in",
            "which nothing was built.");

    assertThat(LineJoiner.unwrap(parted))
        .containsExactly(
            "Der Rat der Stadt stimmte nach einer langen Debatte dem Bebauungsplan zu, und alle"
                + " seine Mitglieder sprachen sich für die Bus- und Bahnlinien aus, die nach dem"
                + " Willen der Verwaltung schon im kommenden Jahr in das neue Viertel am Fluss"
                + " fahren sollen, was auch die Opposition begrüßte.");
    assertThat(LineJoiner.unwrap(whole).getFirst()).contains("a plan of long-term growth");
  }

  @Test
  void joinsNumbersAndForeignWordsInChineseSentences() {
    assertThat(
            LineJoiner.join(
                List.of("据该公司昨天发表的声明，他们将在年底以前裁减大约", "50", "名员工，并关闭办公室。", "评论", "50", "分享")))
        .containsExactly("据该公司昨天发表的声明，他们将在年底以前裁减大约50名员工，并关闭办公室。", "评论", "50", "分享");
    assertThat(
            LineJoiner.join(List.of("据该公司昨天发表的声明，他们将在年底以前裁员", "2005-03-21 01:20:44", "有人说，这样不好。")))
        .hasSize(3);
  }

  @Test
  void rulesAreNotJoinedToTheLineAbove() {
    String line = "The council voted on the plan after a long debate, which the";
    List<String> lines = List.of(line, line, line, line, line, "mayor", "=".repeat(60), "Text.");

    assertThat(LineJoiner.unwrap(lines)).contains("=".repeat(60));
  }

  @Test
  void leavesLinesOfDifferentLengthAsTheyAre() {
    List<String> lines =
        List.of("Home", "Politics", "The council voted on the plan after a long debate.", "Sports");

    assertThat(LineJoiner.unwrap(lines)).isEqualTo(lines);
  }

  @Test
  void joinsTheNumbersOfNotesInBrackets() {
    List<String> lines =
        List.of(
            "One study found that regular meals help (",
            "4",
            ",",
            "11",
            ").",
            "Another one, of more people, found the opposite of that.");

    assertThat(LineJoiner.join(lines))
        .containsExactly(
            "One study found that regular meals help (4, 11).",
            "Another one, of more people, found the opposite of that.");
  }

  @Test
  void joinsAFullStopBehindALink() {
    assertThat(
            LineJoiner.join(List.of("Focus rather on making", "healthy changes", ".", "Summary")))
        .containsExactly("Focus rather on making healthy changes.", "Summary");
  }

  @Test
  void leavesLinesBehindAnEndedSentenceAlone() {
    List<String> lines = List.of("The council (all of it) voted on the plan.", "4", ").", "Sports");

    assertThat(LineJoiner.join(lines)).isEqualTo(lines);
  }
}
