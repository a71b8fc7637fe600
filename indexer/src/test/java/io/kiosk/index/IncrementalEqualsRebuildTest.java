package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleWriter;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to the files, in whatever order, an updated index holds what a rebuilt one does.
 * A run that is abandoned without a commit stands for a crash.
 */
class IncrementalEqualsRebuildTest {

  private static final Instant START = Instant.parse("2024-07-18T09:30:00Z");
  private static final int STEPS = 12;

  @TempDir private Path root;
  private Path files;
  private Random random;
  private int minutes;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anUpdatedIndexHoldsWhatARebuiltOneDoes(long seed) throws IOException {
    random = new Random(seed);
    files = Files.createDirectories(root.resolve("files/sub")).getParent();
    Path index = root.resolve("index");
    StringBuilder history = new StringBuilder("seed " + seed + ":");
    for (int step = 0; step < STEPS; step++) {
      for (int change = random.nextInt(5); change >= 0; change--) {
        history.append(' ').append(change());
      }
      if (random.nextInt(4) == 0) {
        history.append(" crash");
        crash(index);
      }
      update(index, random.nextInt(3) > 0);
      history.append(" update;");
    }
    update(index, true);
    Path rebuilt = root.resolve("rebuilt");
    update(rebuilt, true);
    assertThat(IndexContent.of(index)).as(history.toString()).isEqualTo(IndexContent.of(rebuilt));
    assertThat(IndexContent.of(index)).isNotEmpty();
  }

  private IndexingReport update(Path index, boolean prune) throws IOException {
    return ArchiveIndexing.builder(index, TranslationLexicon.empty())
        .config(IndexerConfig.defaults().withThreads(2))
        .prune(prune)
        .build()
        .run(List.of(files));
  }

  /** Some of the files are indexed, of which only a part is committed. */
  private void crash(Path index) throws IOException {
    List<Path> all = all();
    try (ArticleIndexer indexer =
        ArticleIndexer.open(index, TranslationLexicon.empty(), IndexerConfig.defaults())) {
      Ledger ledger = new Ledger();
      try (KnownFiles known = new KnownFiles(indexer)) {
        Intake intake = new Intake(indexer, known, ledger, false);
        int committed = random.nextInt(all.size() + 1);
        for (int i = 0; i < all.size(); i++) {
          if (i == committed) {
            indexer.commit();
          }
          Path file = all.get(i);
          if (file.toString().endsWith(".html")) {
            FileState state = FileState.of(file);
            io.kiosk.corpus.RawFile raw =
                io.kiosk.corpus.RawFile.of(file.toString(), Files.readAllBytes(file));
            intake.raw(raw, state.name(), state, false);
          }
        }
        indexer.abandon();
      }
    }
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> walk = Files.walk(files)) {
      return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private String change() throws IOException {
    List<Path> all = all();
    int kind = all.isEmpty() ? 0 : random.nextInt(9);
    Path some = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    return switch (kind) {
      case 0, 1, 2 -> "write " + write(random.nextInt(3) == 0 ? files.resolve("sub") : files);
      case 3 -> {
        touch(some);
        yield "touch " + some.getFileName();
      }
      case 4, 5 -> {
        Files.delete(some);
        yield "delete " + some.getFileName();
      }
      case 6 -> {
        Path to = some.resolveSibling("moved" + random.nextInt(100) + ending(some));
        Files.move(some, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        yield "move " + some.getFileName() + ">" + to.getFileName();
      }
      case 7 -> {
        Path to = files.resolve("copy" + random.nextInt(100) + ending(some));
        Files.copy(some, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        touch(to);
        yield "copy " + some.getFileName() + ">" + to.getFileName();
      }
      default -> {
        if (some.toString().endsWith(".html")) {
          Files.writeString(some, " ", StandardCharsets.UTF_8);
          touch(some);
        }
        yield "empty " + some.getFileName();
      }
    };
  }

  private static String ending(Path file) {
    return file.toString().endsWith(".html") ? ".html" : ".jsonl";
  }

  private String write(Path folder) throws IOException {
    boolean lines = random.nextInt(4) == 0;
    Path file = folder.resolve("f" + random.nextInt(8) + (lines ? ".jsonl" : ".html"));
    if (lines) {
      try (ArticleWriter writer = ArticleWriter.open(file)) {
        for (int line = 0; line < 1 + random.nextInt(5); line++) {
          int id = random.nextInt(6);
          Article article =
              Samples.article(
                  "line" + id,
                  id % 2 == 0 ? "de" : "zh",
                  "Titel",
                  VersionLinksTest.text(random.nextInt(4), "de") + " Text von " + id);
          writer.write(article);
        }
      }
    } else {
      String html = Stories.html("url" + random.nextInt(6), "word" + random.nextInt(4));
      Files.writeString(file, html, StandardCharsets.UTF_8);
    }
    touch(file);
    return file.getFileName().toString();
  }

  /** Every change has a time of its own, sometimes before those of others. */
  private void touch(Path file) throws IOException {
    minutes++;
    int minute = random.nextInt(4) == 0 ? -minutes : minutes;
    Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(60L * minute)));
  }
}
