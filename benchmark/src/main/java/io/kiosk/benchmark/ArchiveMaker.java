package io.kiosk.benchmark;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes a {@link SyntheticArchive}. Arguments: {@code CORPORA ARTICLES OUT.jsonl}, or {@code
 * CORPORA ARTICLES FOLDER} for a page each, 1,000 in a folder, or {@code CORPORA ARTICLES FOLDER
 * CHANGED} to write that many of the pages there anew, spread evenly, with another text.
 */
final class ArchiveMaker {

  private static final long SEED = 20_240_718;
  private static final int PAGES_A_FOLDER = 1_000;

  private ArchiveMaker() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    if (args.length < 3 || args.length > 4) {
      System.err.println("usage: ArchiveMaker CORPORA ARTICLES OUT.jsonl|FOLDER [CHANGED]");
      System.exit(2);
    }
    SyntheticArchive archive = SyntheticArchive.of(Path.of(args[0]), SEED);
    int articles = Integer.parseInt(args[1]);
    Path out = Path.of(args[2]);
    if (args.length == 4) {
      int changed = Integer.parseInt(args[3]);
      for (int i = 0; i < changed; i++) {
        int number = (int) ((long) i * articles / changed);
        write(out, number, archive.article(number, 1));
      }
    } else if (args[2].endsWith(".jsonl")) {
      try (ArticleWriter writer = ArticleWriter.open(out)) {
        for (int i = 0; i < articles; i++) {
          writer.write(archive.article(i, 0));
        }
      }
    } else {
      for (int i = 0; i < articles; i++) {
        write(out, i, archive.article(i, 0));
      }
    }
  }

  private static void write(Path out, int number, Article article) throws IOException {
    Path folder = out.resolve(String.format(Locale.ROOT, "%04d", number / PAGES_A_FOLDER));
    Files.createDirectories(folder);
    Path page = folder.resolve(String.format(Locale.ROOT, "%07d.html", number));
    Files.writeString(page, SyntheticArchive.page(article), StandardCharsets.UTF_8);
  }
}
