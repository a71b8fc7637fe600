package io.kiosk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Cleans thousands of damaged files: every one must give an article that keeps its promises or a
 * rejection, and soon. The seeds are fixed, so a find comes again; {@code mvn -Pfuzz} tries many
 * more.
 */
class FuzzTest {

  private static final int MUTATIONS = Integer.getInteger("kiosk.fuzz.mutations", 2_000);
  private static final long MAX_NANOS = 5_000_000_000L;

  private static final List<byte[]> SNIPPETS =
      Stream.of(
              "\u0000\u0000",
              "\u202E\u2066",
              "\uFEFF\u200B\u00AD",
              "\u001B[31m\u0007",
              "a\u0301\u0302\u0303\u0304".repeat(20),
              "<div>".repeat(300),
              "</div></p></td>",
              "<!--",
              "<script>",
              "<![CDATA[",
              "<table><tr><td>",
              "<title>",
              "<h1>",
              "<svg><math>",
              "&#0;&#xD800;&#x10FFFF;&bogus;",
              "<a href='javascript:x'>",
              "{\"@type\":[[[[",
              "---\n",
              "9999-99-99 2024年13月40日 31.02.2024",
              "\n".repeat(200),
              " ".repeat(5_000),
              "中".repeat(2_000))
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  private static final List<byte[]> BROKEN =
      List.of(
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0x81, 0x30, (byte) 0x81},
          new byte[] {0x1F, (byte) 0x8B, 8, 0});

  private final ArticleCleaner cleaner = new ArticleCleaner();

  @Test
  void everyDamagedFileGivesAnArticleOrARejection() throws IOException {
    List<byte[]> samples = samples();
    int articles = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Random random = new Random(seed);
      byte[] file = mutate(samples, random);
      long start = System.nanoTime();
      CleaningResult result = clean(seed, file);
      assertThat(System.nanoTime() - start)
          .as("nanoseconds of seed %d", seed)
          .isLessThan(MAX_NANOS);
      if (result instanceof Cleaned cleaned) {
        check(seed, cleaned.article());
        articles++;
      } else {
        assertThat(((Rejected) result).message()).as("seed %d", seed).isNotBlank();
      }
    }
    assertThat(articles).as("most damage is survived").isGreaterThan(MUTATIONS / 3);
  }

  /**
   * A find of seed 2366: nothing but a list is left, so no blank line tells that lines are short.
   */
  @Test
  void anArticleThatIsAListIsReadBackAsItWas() throws IOException {
    String page =
        "<html><body><ul><li>Buses will run every ten minutes from now on.</li>"
            + "<li>The bridge over the river will be closed to all cars.</li></ul>";

    check(2366, ((Cleaned) clean(2366, page.getBytes(StandardCharsets.UTF_8))).article());
  }

  private CleaningResult clean(int seed, byte[] file) {
    try {
      return cleaner.clean(RawFile.of("seed-" + seed, file));
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed + " was not survived", e);
    }
  }

  private static void check(int seed, Article article) throws IOException {
    assertThat(TextNormalizer.normalize(article.body()).strip())
        .as("body of seed %d is normalised", seed)
        .isEqualTo(article.body());
    for (String line :
        Stream.concat(article.title().stream(), article.author().stream()).toList()) {
      assertThat(TextNormalizer.line(line)).as("line of seed %d", seed).isEqualTo(line);
    }
    assertThat(article.published().isPresent()).isEqualTo(article.publishedFrom().isPresent());
    assertThat(readBack(article)).as("article of seed %d read back", seed).isEqualTo(article);
  }

  private static Article readBack(Article article) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ArticleWriter writer = ArticleWriter.of(out)) {
      writer.write(article);
    }
    try (ArticleReader reader =
        ArticleReader.of("x", new ByteArrayInputStream(out.toByteArray()), new ReadingNotes())) {
      return ((Cleaned) reader.read().orElseThrow().result()).article();
    }
  }

  private static List<byte[]> samples() throws IOException {
    List<byte[]> samples = new ArrayList<>();
    for (Path folder : List.of(Path.of("articles"), resources())) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          samples.add(Files.readAllBytes(file));
        }
      }
    }
    String old = Files.readString(resources().resolve("old.html"));
    samples.add(old.getBytes(Charset.forName("GB18030")));
    samples.add(old.getBytes(StandardCharsets.UTF_16LE));
    return samples;
  }

  private static Path resources() {
    return Path.of("src/test/resources/io/kiosk/corpus/samples");
  }

  private static byte[] mutate(List<byte[]> samples, Random random) {
    byte[] file = samples.get(random.nextInt(samples.size()));
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count && file.length > 4; i++) {
      int at = random.nextInt(file.length);
      int length = Math.min(file.length - at, 1 + random.nextInt(200));
      file =
          switch (random.nextInt(7)) {
            case 0 -> flipped(file, random);
            case 1 -> joined(file, 0, at, file, at + length, file.length);
            case 2 -> joined(file, 0, at + length, file, at, file.length);
            case 3 -> inserted(file, at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
            case 4 -> inserted(file, at, BROKEN.get(random.nextInt(BROKEN.size())));
            case 5 -> Arrays.copyOf(file, at + 1);
            default -> {
              byte[] other = samples.get(random.nextInt(samples.size()));
              yield joined(file, 0, at, other, random.nextInt(other.length), other.length);
            }
          };
    }
    return file;
  }

  private static byte[] flipped(byte[] file, Random random) {
    byte[] flipped = file.clone();
    for (int i = 0; i < 20; i++) {
      flipped[random.nextInt(file.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  private static byte[] inserted(byte[] file, int at, byte[] snippet) {
    return joined(joined(file, 0, at, snippet, 0, snippet.length), file, at);
  }

  private static byte[] joined(byte[] head, byte[] file, int from) {
    return joined(head, 0, head.length, file, from, file.length);
  }

  private static byte[] joined(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
    byte[] joined = new byte[toA - fromA + toB - fromB];
    System.arraycopy(a, fromA, joined, 0, toA - fromA);
    System.arraycopy(b, fromB, joined, toA - fromA, toB - fromB);
    return joined;
  }
}
