package io.kiosk.cli;

import io.kiosk.index.IndexVerification;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks an index for damage. */
@Command(
    name = "verify",
    header = "Check the index for damage: every file, every article, every word of it.",
    footer = {
      "",
      "Example:",
      "  kiosk verify --index archive && kiosk backup copy --index archive"
    })
final class VerifyCommand extends Verb {

  @Mixin private IndexOption index;

  VerifyCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    LuceneLog.silence();
    TranslationLexicon lexicon = ProgramFolder.lexicon(terminal);
    if (terminal.showsProgress()) {
      terminal.progress("checking " + index.folder(terminal));
    }
    IndexVerification.Result result;
    try {
      result = IndexVerification.verify(index.folder(terminal), lexicon);
    } finally {
      terminal.clearProgress();
    }
    if (result.problems().isEmpty()) {
      row("files", "%,d sound, %.1f MB", result.files(), result.bytes() / 1e6);
      row("articles", "%,d sound: identity, text, and every word of the text", result.articles());
      row("copies", result.grouped() ? "grouped as they should be" : "not grouped yet: run index");
      return ExitStatus.DONE;
    }
    result.problems().forEach(problem -> terminal.printUnchecked(SafeText.line(problem)));
    throw CommandFailure.failed(
        index.folder(terminal) + " is damaged: restore a backup, or run kiosk rebuild");
  }

  private void row(String name, String format, Object... values) {
    terminal.printUnchecked(SafeText.pad(name, 12) + String.format(Locale.ROOT, format, values));
  }
}
