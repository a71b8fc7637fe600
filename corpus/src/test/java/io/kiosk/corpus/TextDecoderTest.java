package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.TextDecoder.Decoded;
import io.kiosk.corpus.TextDecoder.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

  private static final String CHINESE = "市政府昨天宣布，新的地铁线路将在明年春天开始运营，沿线居民都非常期待。工程历时五年，总投资超过一百亿元。";
  private static final String TRADITIONAL = "市政府昨天宣布，新的捷運路線將在明年春天開始營運，沿線居民都非常期待。工程歷時五年，總投資超過一百億元。";
  private static final String GERMAN =
      "Die Bürgermeisterin erklärte, dass für die Straße künftig größere Beträge nötig wären. "
          + "„Das überrascht niemanden“, sagte sie – und schloss die Sitzung früher als üblich.";

  @ParameterizedTest
  @CsvSource({
    "UTF-8, zh",
    "GBK, zh",
    "GB18030, zh",
    "Big5, zh-Hant",
    "UTF-16LE, zh",
    "UTF-16BE, zh",
    "UTF-8, de",
    "windows-1252, de",
    "UTF-16LE, de",
    "UTF-16BE, de"
  })
  void readsPagesInWhateverCharsetHoweverItIsDeclared(String charset, String language) {
    String text =
        switch (language) {
          case "zh" -> CHINESE;
          case "zh-Hant" -> TRADITIONAL;
          default -> GERMAN;
        };
    for (String declared :
        new String[] {charset, "", "UTF-8", "ISO-8859-1", "gb2312", "nonsense"}) {
      if (charset.equals("windows-1252") && declared.equals("gb2312")) {
        continue; // a browser would believe it, too; the next test has the pure case
      }
      String meta = declared.isEmpty() ? "" : "<meta charset=\"" + declared + "\">";
      String page = "<html><head>" + meta + "</head><body><p>" + text + "</p></body></html>";
      for (Optional<String> header : headers(declared)) {
        byte[] bytes = page.getBytes(Charset.forName(charset));
        Decoded decoded = TextDecoder.decode(file(bytes, header));

        assertThat(decoded.text())
            .as("%s, declared %s %s", charset, declared, header)
            .isEqualTo(page);
        assertThat(decoded.kind()).isEqualTo(Kind.HTML);
      }
    }
  }

  private static Iterable<Optional<String>> headers(String declared) {
    return Arrays.asList(Optional.empty(), Optional.of(declared.isEmpty() ? "%%%" : declared));
  }

  @Test
  void believesLatin9WhenItIsDeclared() {
    byte[] bytes = "10 € für Œuvres".getBytes(Charset.forName("ISO-8859-15"));

    assertThat(TextDecoder.decode(file(bytes, Optional.of("iso-8859-15"))).text())
        .isEqualTo("10 € für Œuvres");
  }

  @Test
  void readsLatin1AsBrowsersDo() {
    byte[] bytes = GERMAN.getBytes(Charset.forName("windows-1252"));

    assertThat(TextDecoder.decode(file(bytes, Optional.of("ISO-8859-1"))).text()).isEqualTo(GERMAN);
  }

  @Test
  void doesNotReadGermanAsChinese() {
    byte[] bytes = GERMAN.getBytes(Charset.forName("windows-1252"));

    assertThat(TextDecoder.decode(file(bytes, Optional.of("gb2312"))).text()).isEqualTo(GERMAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void believesAByteOrderMark(String charset) {
    byte[] bytes = ("\uFEFF" + CHINESE).getBytes(Charset.forName(charset));

    assertThat(TextDecoder.decode(file(bytes, Optional.of("windows-1252"))).text())
        .isEqualTo(CHINESE);
  }

  @Test
  void survivesAFewBrokenSequencesInUtf8() {
    byte[] bytes = (CHINESE.repeat(5) + "?").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xE5;

    assertThat(TextDecoder.decode(file(bytes, Optional.empty())).text())
        .isEqualTo(CHINESE.repeat(5) + "\uFFFD");
  }

  @Test
  void keepsTextWithAFewNullBytes() {
    byte[] bytes = ("a\u0000b " + GERMAN).getBytes(StandardCharsets.UTF_8);

    assertThat(TextDecoder.decode(file(bytes, Optional.empty())).kind()).isEqualTo(Kind.TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "\uFEFF", "\u00A0\u3000\r\n"})
  void callsBlankFilesEmpty(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(TextDecoder.decode(file(bytes, Optional.empty())).kind()).isEqualTo(Kind.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %PDF-1.7 stream            | a PDF document
          PK\\003\\004xl/workbook    | a ZIP archive or office document
          \\211PNG\\015\\012\\032     | a PNG image
          \\001\\002\\003\\004\\005\\006ab | control characters
          a\\0\\1\\0b\\0\\2\\0c\\0\\3\\0d\\0\\4\\0 | control characters
          """)
  void recognisesBinaryFiles(String content, String detail) {
    byte[] bytes = content.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
    Decoded decoded = TextDecoder.decode(file(bytes, Optional.empty()));

    assertThat(decoded).isEqualTo(new Decoded(Kind.BINARY, "", detail));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><title>x</title>",
        "\n<!-- saved from url=(0014)about:internet -->\n<HTML><body>x",
        "<?xml version=\"1.0\"?>\n<html xmlns=\"x\"><body/></html>",
        "<div class=article><p>Only a part of a page</p></div>",
        "Warning: in file x.php\n<html><head></head><body><p>a</p><p>b</p><p>c</p></body></html>"
      })
  void recognisesHtml(String text) {
    assertThat(kind(text)).isEqualTo(Kind.HTML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# A heading\n\nText with <b>one</b> tag.",
        "---\ntitle: x\n---\nText on the <html> tag and `</p>`.",
        "Just text: 1 < 2 and 3 > 2",
        "<https://example.com> is a link"
      })
  void recognisesText(String text) {
    assertThat(kind(text)).isEqualTo(Kind.TEXT);
  }

  private static Kind kind(String text) {
    return TextDecoder.decode(file(text.getBytes(StandardCharsets.UTF_8), Optional.empty())).kind();
  }

  private static RawFile file(byte[] bytes, Optional<String> charset) {
    return new RawFile(
        "file", bytes, charset, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
