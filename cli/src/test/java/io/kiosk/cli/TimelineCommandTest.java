package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TimelineCommandTest {

  private static final String HOSTILE =
      "Kaspersky <script>alert(1)</script>\"'& ]]> =cmd \u001b[31m\u202e\uffff";

  @TempDir private static Path folder;
  private static Archive archive;

  @BeforeAll
  static void index() throws IOException {
    archive = Archive.in(folder);
  }

  private static Program.Run timeline(Object... args) {
    List<Object> all = new ArrayList<>(List.of("timeline"));
    all.addAll(List.of(args));
    return archive.program().run(all.toArray());
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String element) {
    List<String> texts = new ArrayList<>();
    NodeList all = document.getElementsByTagName(element);
    for (int i = 0; i < all.getLength(); i++) {
      texts.add(all.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void barsShowWhatIsWhereAndNotesSayWhatHasNoBar() {
    Program.Run run = timeline("*");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.outLines().get(0)).startsWith("2024-06  1 ▒▒▒").hasSize(80);
    assertThat(run.outLines().get(1)).startsWith("2024-07  1 ▓▓▓").hasSize(80);
    assertThat(run.out())
        .contains("\n▓ German 1 · ▒ English 1\n")
        .contains("\nof 1 article only the year is known (other 1), no bar counts them\n")
        .contains("\n1 article has no date (zh 1)\n");
    assertThat(run.err()).contains("4 articles");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int columns : new int[] {40, 80}) {
      for (String unit : List.of("day", "week", "month")) {
        Program.Run run = archive.program().onTerminal(columns).run("timeline", "*", "--by", unit);
        assertThat(run.outLines()).isNotEmpty().allMatch(line -> SafeText.width(line) <= columns);
      }
    }
  }

  @Test
  void emptyBucketsAreShownAndLongGapsAreOneLine() throws IOException {
    Path days = folder.resolve("days.jsonl");
    List<String> lines = new ArrayList<>();
    for (String day : List.of("2024-01-01", "2024-01-03", "2024-02-01")) {
      lines.add("{\"id\":\"" + day + "\",\"date\":\"" + day + "\",\"body\":\"Some words.\"}");
    }
    Files.write(days, lines, StandardCharsets.UTF_8);
    Path index = folder.resolve("days");
    assertThat(archive.program().run("index", "--index", index, days).status()).isZero();
    assertThat(timeline("*", "--by", "day", "--index", index).outLines())
        .extracting(line -> line.replaceAll(" ?[░▒█]+", "|"))
        .startsWith(
            "2024-01-01  1|",
            "2024-01-02  0",
            "2024-01-03  1|",
            "… 28 days without",
            "2024-02-01  1|");
    assertThat(timeline("*", "--by", "day", "--format", "csv", "--index", index).outLines())
        .hasSize(33);
  }

  @Test
  void csvBeginsWithTheFirstDayOfTheBucket() {
    assertThat(timeline("Kaspersky", "--format", "csv").out())
        .isEqualTo(
            "month,zh,de,en,other,total\r\n2024-06-01,0,0,1,0,1\r\n2024-07-01,0,1,0,0,1\r\n");
    assertThat(timeline("Kaspersky", "--format", "csv", "--by", "week").out())
        .isEqualTo("week,zh,de,en,other,total\r\n2024-07-15,0,1,0,0,1\r\n");
    assertThat(timeline("Kaspersky", "--format", "csv", "--by", "week").err())
        .contains("of 1 article only the month or the year is known (en 1)")
        .contains("1 article has no date (zh 1)");
  }

  @Test
  void filtersHoldAsInASearch() {
    assertThat(timeline("Kaspersky", "--format", "csv", "--in", "de", "--from", "2024").out())
        .isEqualTo("month,zh,de,en,other,total\r\n2024-07-01,0,1,0,0,1\r\n");
  }

  @Test
  void pictureIsWellFormedAndCountsEveryBar() throws Exception {
    Document svg = xml(timeline("Kaspersky", "--format", "svg").out());
    assertThat(svg.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(texts(svg, "title"))
        .containsExactly(
            "Articles per month: Kaspersky", "2024-06: English 1", "2024-07: German 1");
    assertThat(texts(svg, "text"))
        .contains("Kaspersky", "2024-06", "2024-07", "1 article has no date (zh 1)");
    Document page = xml(timeline("Kaspersky", "--format", "html").out());
    assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(texts(page, "td"))
        .containsExactly("2024-06", "0", "0", "1", "0", "1", "2024-07", "0", "1", "0", "0", "1");
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(1);
  }

  @Test
  void barsEndInsideThePicture() throws Exception {
    Document svg = xml(timeline("*", "--format", "svg", "--by", "day").out());
    NodeList rectangles = svg.getElementsByTagName("rect");
    assertThat(rectangles.getLength()).isGreaterThan(1);
    for (int i = 0; i < rectangles.getLength(); i++) {
      Element each = (Element) rectangles.item(i);
      double right = number(each, "x") + number(each, "width");
      double bottom = number(each, "y") + number(each, "height");
      assertThat(right).isLessThanOrEqualTo(960);
      assertThat(bottom).isLessThanOrEqualTo(440);
      assertThat(number(each, "y")).isNotNegative();
    }
  }

  /** Articles of many years, so that every unit has crowded labels. */
  @Test
  void noLabelLeavesThePictureOrMeetsAnother() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int year = 1980; year < 2026; year += 5) {
      for (String lang : List.of("zh", "de", "en", "fr")) {
        String id = lang + year;
        lines.add(
            String.format(
                java.util.Locale.ROOT,
                "{\"id\":\"%s\",\"lang\":\"%s\",\"date\":\"%d-12-31\",\"body\":\"%s.\"}",
                id,
                lang,
                year,
                id));
      }
    }
    Path file = Files.write(folder.resolve("years.jsonl"), lines, StandardCharsets.UTF_8);
    Path index = folder.resolve("years");
    assertThat(archive.program().run("index", "--index", index, file).status()).isZero();
    String wide = "zh1980 ".repeat(9) + "卡巴斯基".repeat(30);
    for (String unit : List.of("day", "week", "month")) {
      for (String from : List.of("1980", "2010", "2015", "2020")) {
        String svg =
            timeline("*", "--by", unit, "--format", "svg", "--from", from, "--index", index).out();
        assertLabelsFit(xml(svg), unit + " from " + from);
      }
    }
    String plain =
        timeline("--plain", "--match", "any", wide, "--format", "svg", "--index", index).out();
    assertLabelsFit(xml(plain), wide);
  }

  private static void assertLabelsFit(Document svg, String what) {
    NodeList labels = svg.getElementsByTagName("text");
    assertThat(labels.getLength()).as(what).isGreaterThan(3);
    List<double[]> boxes = new ArrayList<>();
    for (int i = 0; i < labels.getLength(); i++) {
      Element label = (Element) labels.item(i);
      double size = number(label, "font-size");
      double width = SafeText.width(label.getTextContent()) * size * .62;
      double x = number(label, "x");
      double left =
          switch (label.getAttribute("text-anchor")) {
            case "end" -> x - width;
            case "middle" -> x - width / 2;
            default -> x;
          };
      double y = number(label, "y");
      assertThat(left).as(what).isNotNegative();
      assertThat(left + width).as(what + ": " + label.getTextContent()).isLessThanOrEqualTo(960);
      assertThat(y).as(what).isBetween(size, 440.0);
      for (double[] box : boxes) {
        boolean apart = left >= box[1] || left + width <= box[0] || Math.abs(y - box[2]) >= size;
        assertThat(apart).as(what + ": " + label.getTextContent()).isTrue();
      }
      boxes.add(new double[] {left, left + width, y});
    }
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void nothingFoundIsAPictureWithoutBars() throws Exception {
    Program.Run text = timeline("Vulkan");
    assertThat(text.status()).isZero();
    assertThat(text.out()).isEmpty();
    assertThat(text.err()).contains("0 articles");
    assertThat(texts(xml(timeline("Vulkan", "--format", "svg").out()), "g")).isEmpty();
    assertThat(timeline("Vulkan", "--format", "csv").outLines()).hasSize(1);
  }

  @Test
  void hostileQueryIsTextInEveryFormat() throws Exception {
    for (String format : List.of("text", "csv", "svg", "html")) {
      Program.Run run = timeline("--plain", "--match", "any", HOSTILE, "--format", format);
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out().chars().filter(c -> c != '\n' && c != '\r'))
          .isNotEmpty()
          .noneMatch(c -> c < 0x20 || c >= 0x7f && c <= 0x9f || c == 0x202e);
    }
    for (String format : List.of("svg", "html")) {
      Document picture =
          xml(timeline("--plain", "--match", "any", HOSTILE, "--format", format).out());
      assertThat(picture.getElementsByTagName("script").getLength()).isZero();
    }
  }

  @Test
  void aStrayDateDoesNotFloodTheOutput() throws IOException {
    Path stray = folder.resolve("stray.jsonl");
    Files.writeString(
        stray,
        """
        {"id":"old","date":"0001-01-01","body":"Some words."}
        {"id":"new","date":"9999-12-31","body":"Some words."}
        """,
        StandardCharsets.UTF_8);
    Path index = folder.resolve("stray");
    assertThat(archive.program().run("index", "--index", index, stray).status()).isZero();
    Program.Run run = timeline("*", "--by", "day", "--format", "csv", "--index", index);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("days, from 0001-01-01 to 9999-12-31: narrow that by --from");
    assertThat(timeline("*", "--by", "day", "--index", index).outLines()).hasSizeLessThan(8);
  }

  @Test
  void outputGoesToAFile() throws Exception {
    Path file = folder.resolve("picture.svg");
    Program.Run run = timeline("Kaspersky", "--format", "svg", "--output", file);
    assertThat(run.out()).isEmpty();
    assertThat(xml(Files.readString(file)).getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(folder.resolve("picture.svg.meta.json")).content().contains("Kaspersky");
  }

  @Test
  void wrongUnitIsWrongUsage() {
    assertThat(timeline("Kaspersky", "--by", "year").status()).isEqualTo(2);
    assertThat(timeline("title:(Kaspersky").status()).isEqualTo(2);
  }
}
