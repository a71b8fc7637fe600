package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes all articles. */
@Command(
    name = "export",
    header = "Write all articles as JSON Lines; index takes them back.",
    footer = {"", "Example:", "  kiosk export | gzip > archive.jsonl.gz"})
final class ExportCommand extends Verb {

  @Mixin private IndexOption index;

  private long written;

  ExportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException {
    terminal.interruption().endsBy(() -> {});
    try (ArticleSearcher searcher = index.open(terminal, TranslationLexicon.empty())) {
      searcher.forEachArticle(
          article -> {
            if (terminal.interruption().requested()) {
              throw new UncheckedIOException(
                  new InterruptedIOException(Texts.count(written, "article") + " written"));
            }
            try {
              JsonOutput.line(terminal.out(), json -> ArticleJsonLine.write(json, article));
              written++;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    terminal.say(Texts.count(written, "article") + " written");
    return ExitStatus.DONE;
  }
}
