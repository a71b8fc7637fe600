package io.kiosk.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Times commands from their start to their end, each run in a process of its own. */
final class StartTimer {

  private static final int WARM_UP = 3;
  private static final int RUNS = 20;

  private StartTimer() {}

  /** A row for the commands that a search is made of: Java alone, Kiosk's help, a search. */
  static List<List<String>> rows(Path program, Path index)
      throws IOException, InterruptedException {
    String kiosk = program.resolve("bin").resolve("kiosk").toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        row(
            "Java alone (`-version`)",
            List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-version")),
        row("`kiosk --version`", List.of(kiosk, "--version")),
        row(
            "`kiosk search`, an English word in English articles",
            List.of(
                kiosk,
                "search",
                "inflation",
                "--query-lang",
                "en",
                "--in",
                "en",
                "--index",
                index.toString())),
        row(
            "`kiosk search`, a question over all languages",
            List.of(
                kiosk,
                "search",
                "Die Notenbank erhöht die Zinsen wegen der Inflation",
                "--index",
                index.toString())));
  }

  private static List<String> row(String name, List<String> command)
      throws IOException, InterruptedException {
    double[] millis = new double[RUNS];
    for (int run = -WARM_UP; run < RUNS; run++) {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(command + " ended with exit code " + process.exitValue());
      }
      if (run >= 0) {
        millis[run] = (System.nanoTime() - start) / 1e6;
      }
    }
    List<Double> all = new ArrayList<>(Arrays.stream(millis).boxed().toList());
    return List.of(name, Spread.of(all).text("%.0f"));
  }
}
