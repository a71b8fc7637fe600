package io.kiosk.cli;

import io.kiosk.index.IndexingProgress;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a run is: a bar that moves on a terminal, elsewhere a line now and then. */
final class ProgressBar {

  private static final int CELLS = 20;

  /** A shorter run needs no bar. */
  private static final Duration FIRST_BAR = Duration.ofSeconds(1);

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final Terminal terminal;
  private Duration lastLine = Duration.ZERO;

  ProgressBar(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(IndexingProgress progress) {
    if (terminal.showsProgress()) {
      if (progress.elapsed().compareTo(FIRST_BAR) >= 0) {
        terminal.progress(bar(progress) + text(progress));
      }
    } else if (progress.elapsed().minus(lastLine).compareTo(BETWEEN_LINES) >= 0) {
      lastLine = progress.elapsed();
      terminal.say(text(progress));
    }
  }

  private static String bar(IndexingProgress progress) {
    if (isUnknown(progress)) {
      return "";
    }
    int done = (int) (share(progress) * CELLS);
    return "[" + "=".repeat(done) + " ".repeat(CELLS - done) + "] ";
  }

  static String text(IndexingProgress progress) {
    double seconds = Math.max(.001, progress.elapsed().toMillis() / 1000.0);
    String rate =
        String.format(
            Locale.ROOT,
            "%s, %,.0f/s",
            Texts.count(progress.inputs(), "input"),
            progress.inputs() / seconds);
    if (isUnknown(progress)) {
      return rate;
    }
    double share = share(progress);
    String left =
        share >= 1
            ? ", finishing"
            : share > 0 && seconds > 1
                ? ", " + duration(seconds / share * (1 - share)) + " left"
                : "";
    return String.format(Locale.ROOT, "%3d %%  %s%s", (int) (100 * share), rate, left);
  }

  private static boolean isUnknown(IndexingProgress progress) {
    return progress.totalBytes().orElse(0) == 0;
  }

  private static double share(IndexingProgress progress) {
    return Math.min(1, progress.bytes() / (double) progress.totalBytes().getAsLong());
  }

  /** In the two largest units: {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    } else if (whole < 3_600) {
      return whole / 60 + " min " + whole % 60 + " s";
    }
    return whole / 3_600 + " h " + whole % 3_600 / 60 + " min";
  }
}
