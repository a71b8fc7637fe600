package io.kiosk.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A document of text and tables, which begins with a heading of the first level. Several may share
 * a file. Not for several threads.
 */
final class Markdown {

  private final StringBuilder out = new StringBuilder();

  /** Text and a blank line. */
  Markdown text(String text) {
    out.append(text.strip()).append("\n\n");
    return this;
  }

  /** A resource of this package, written by hand. */
  Markdown resource(String name) {
    try (InputStream in = Markdown.class.getResourceAsStream(name)) {
      return text(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** A table; its head and every row have the same number of cells. */
  Markdown table(List<String> head, List<List<String>> rows) {
    row(head);
    row(head.stream().map(cell -> "---").toList());
    rows.forEach(this::row);
    out.append('\n');
    return this;
  }

  private void row(List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Where, when and with what the figures were taken. */
  Markdown circumstances() {
    return text(
        String.format(
            Locale.ROOT,
            "Measured %s at commit %s on %d cores (%s, %s), load average %.1f at the start, JDK %s,"
                + " %d MB of heap.",
            LocalDate.now(ZoneOffset.UTC),
            commit(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            Runtime.version(),
            Runtime.getRuntime().maxMemory() >> 20));
  }

  /** What git calls the sources in the current folder; "unknown" without git. */
  private static String commit() {
    List<String> command = Arrays.asList("git", "describe", "--always", "--dirty", "--abbrev=10");
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return name.isEmpty() ? "unknown" : name;
    } catch (IOException e) {
      return "unknown";
    }
  }

  /**
   * Writes the document to a file, in the place of what stands there under the same heading, and
   * says so.
   */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    String document = toString();
    Files.writeString(
        file, Files.exists(file) ? within(Files.readString(file), document) : document);
    System.err.println("wrote " + file);
  }

  /** A file with a document in the place of the one with its heading, or behind all others. */
  static String within(String file, String document) {
    String heading = document.lines().findFirst().orElseThrow();
    List<String> parts = new ArrayList<>(List.of(file.strip().split("\n(?=# )")));
    parts.replaceAll(part -> part.strip() + "\n");
    int at =
        parts.stream().map(part -> part.lines().findFirst().orElse("")).toList().indexOf(heading);
    if (at < 0) {
      parts.add(document);
    } else {
      parts.set(at, document);
    }
    return String.join("\n", parts);
  }

  /** The document. */
  @Override
  public String toString() {
    return out.toString().strip() + "\n";
  }

  /** Three places after the point. */
  static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
