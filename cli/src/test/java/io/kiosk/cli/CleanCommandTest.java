package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCommandTest {

  private static final String SENTENCE =
      "The town council decided on Monday evening to rebuild the old bridge over the river. ";

  @TempDir private Path folder;
  private Path page;

  @BeforeEach
  void writePage() throws IOException {
    page = write("town.html", page("Bridge to be rebuilt"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String page(String title) {
    String body =
        IntStream.range(0, 4)
            .mapToObj(i -> "<p>" + SENTENCE.repeat(2) + "Part " + i + " follows.</p>")
            .collect(Collectors.joining("\n"));
    return "<!DOCTYPE html><html lang='en'><head><title>"
        + title
        + "</title></head><body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav><article><h1>"
        + title
        + "</h1>"
        + body
        + "</article></body></html>";
  }

  private static Program.Run clean(Object... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = "clean";
    System.arraycopy(args, 0, all, 1, args.length);
    return new Program().run(all);
  }

  @Test
  void textIsTheBody() {
    Program.Run run = clean(page);
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("The town council decided").doesNotContain("Sport");
    assertThat(run.err()).contains("1 article, 0 rejected");
  }

  @Test
  void jsonIsAnArticleALineWithItsFile() {
    Program.Run run = clean(page, "--format", "json");
    assertThat(run.outLines())
        .singleElement()
        .asString()
        .startsWith("{\"file\":\"" + page + "\"")
        .contains("\"title\":\"Bridge to be rebuilt\"", "\"lang\":\"en\"", "\"body\":\"The town");
  }

  @Test
  void markdownHasFactsAndTitle() {
    assertThat(clean(page, "--format", "markdown").out())
        .startsWith("---\ntitle: \"Bridge to be rebuilt\"\n")
        .contains("\n# Bridge to be rebuilt\n\nThe town council");
  }

  @Test
  void standardInputIsRead() {
    Program.Run run = new Program().input(page("From a pipe")).run("clean", "-");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("The town council");
  }

  @Test
  void everyInputThatIsNoArticleIsNamedAndTheOthersGoOn() throws IOException {
    Path empty = write("a/empty.html", "");
    Path binary = folder.resolve("a/binary.html");
    Files.write(binary, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 0, 0});
    Path missing = folder.resolve("a/missing.html");
    Program.Run run = clean(empty, binary, missing, page, "--format", "json");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(empty + ": empty", binary + ": ", missing + ": ");
    assertThat(run.err()).contains("1 article, 3 rejected");
    assertThat(run.outLines()).hasSize(4).last().asString().contains("\"body\"");
    assertThat(run.outLines().getFirst()).contains("\"rejected\":\"empty");
  }

  @Test
  void unreadableFilesAreNamed() throws IOException {
    Path locked = write("locked.html", page("Locked"));
    assertThat(locked.toFile().setReadable(false)).isTrue();
    assumeFalse(Files.isReadable(locked), "the superuser reads everything");
    Program.Run run = clean(locked);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(locked + ": unreadable");
  }

  @Test
  void folderWithoutFilesIsAFailure() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("nothing"));
    Program.Run run = clean(empty);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("there is no file in " + empty);
  }

  @Test
  void outWritesAFileForEachInputNamedLikeIt() throws IOException {
    Path again = write("other/town.md", "# Bridge\n\n" + SENTENCE.repeat(6) + "\n");
    Path bad = write("bad.html", "");
    Path out = folder.resolve("out");
    Program.Run run = clean(page, again, bad, "--out", out);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(out.resolve("town.txt")).content().startsWith("The town council");
    assertThat(out.resolve("town~2.txt")).content().contains("The town council");
    assertThat(out).isDirectoryNotContaining("glob:**bad*");
    clean(page, "--out", out, "--format", "json");
    assertThat(out.resolve("town.json")).content().contains("\"body\":\"The town council");
  }

  @Test
  void articlesOfOneContainerAreNumbered() throws IOException {
    Path warc = write("crawl.warc", record("https://a.example/1") + record("https://a.example/2"));
    Path out = folder.resolve("out");
    Program.Run run = clean(warc, "--out", out);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(out.resolve("crawl-00001.txt")).content().startsWith("The town council");
    assertThat(out.resolve("crawl-00002.txt")).content().startsWith("The town council");
  }

  private static String record(String url) {
    String page = page("News of " + url);
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
            + page.length()
            + "\r\n\r\n"
            + page;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
        + url
        + "\r\nWARC-Date: 2024-07-18T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:"
        + java.util.UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8))
        + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
        + http.length()
        + "\r\n\r\n"
        + http
        + "\r\n\r\n";
  }

  @Test
  void explainShowsWhatWasKeptAndWhatNot() {
    Program.Run run = clean(page, "--explain");
    assertThat(run.status()).isZero();
    assertThat(run.outLines()).anyMatch(line -> line.startsWith("kept     paragraph"));
    assertThat(run.outLines())
        .anyMatch(line -> line.startsWith("dropped  ") && line.contains("Home"));
  }

  @Test
  void textThatManyPagesOfASiteRepeatIsDropped() throws IOException {
    String notice = "The tower of the old town hall can be climbed on every day of the week. ";
    for (String town : new String[] {"Aford", "Bford", "Cford", "Dford", "Eford"}) {
      String own = "<p>" + SENTENCE.replace("The town", town + "'s") + "It is late.</p>";
      write(
          "site/" + town + ".html",
          page(town).replaceFirst("<p>.*</p>", own + "<p>" + notice.repeat(2) + "</p>"));
    }

    Program.Run plain = clean(folder.resolve("site"));
    Program.Run site = clean("--site", folder.resolve("site"));
    Program.Run explained = clean("--site", "--explain", folder.resolve("site"));

    assertThat(plain.out()).contains("The tower of the old town hall");
    assertThat(site.status()).isZero();
    assertThat(site.out()).contains("Aford's council", "Eford's council").doesNotContain("tower");
    assertThat(explained.out()).contains("of the site's 5 articles");
  }

  @Test
  void aSiteIsNotReadFromStandardInput() {
    Program.Run run = clean("--site", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--site reads its input twice");
  }
}
