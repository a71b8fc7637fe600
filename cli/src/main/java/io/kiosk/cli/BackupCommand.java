package io.kiosk.cli;

import io.kiosk.index.IndexBackup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies an index. */
@Command(
    name = "backup",
    header = "Copy the index as its last commit left it, also while it is being written.",
    footer = {"", "Example:", "  kiosk backup /media/disk/archive-2024-07-18 --index archive"})
final class BackupCommand extends Verb {

  @Parameters(
      paramLabel = "DIR",
      description = "A folder that is missing or empty; the copy is an index like the original.")
  private Path target;

  @Mixin private IndexOption index;

  BackupCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException {
    LuceneLog.silence();
    long bytes = IndexBackup.copy(index.folder(terminal), target);
    terminal.say(
        String.format(
            Locale.ROOT,
            "%.1f MB copied to %s; every file agrees with its checksum",
            bytes / 1e6,
            target));
    return ExitStatus.DONE;
  }
}
