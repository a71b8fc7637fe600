package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of docs/tour.md one after the other and compares what they print with what
 * stands there. With {@code -Ptour} it writes that instead.
 */
class TourTest {

  private static final Path TOUR = Path.of("../docs/tour.md");
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final boolean REWRITE = Boolean.getBoolean("kiosk.tour.rewrite");
  private static final Set<String> FILES = Set.of("bans.csv", "monday.jsonl");
  private static final String MONDAY =
      """
      {"id": "monday-1", "lang": "de", "published": "2024-07-22", "source": "Stadtbote", \
      "title": "Kaspersky schließt Büro", "body": "Nach dem Verbot schließt Kaspersky sein Büro."}
      {"id": "monday-2", "lang": "zh", "published": "2024-07-22", "title": "天气", "body": "今天晴。"}
      """;
  private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```\n");

  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(folder.resolve("monday.jsonl"), MONDAY, StandardCharsets.UTF_8);
  }

  @Test
  void everyCommandPrintsWhatStandsThere() throws IOException {
    String written = Files.readString(TOUR, StandardCharsets.UTF_8);
    StringBuilder tour = new StringBuilder();
    Matcher blocks = BLOCK.matcher(written);
    int end = 0;
    int commands = 0;
    while (blocks.find()) {
      tour.append(written, end, blocks.start()).append("```console\n");
      for (String line : blocks.group(1).lines().toList()) {
        if (line.startsWith("$ ")) {
          commands++;
          tour.append(line).append('\n').append(output(words(line.substring(2))));
        }
      }
      tour.append("```\n");
      end = blocks.end();
    }
    tour.append(written.substring(end));
    assertThat(commands).isGreaterThan(8);
    if (REWRITE) {
      Files.writeString(TOUR, tour, StandardCharsets.UTF_8);
    } else {
      assertThat(tour.toString())
          .as("docs/tour.md is no longer true; mvn -Ptour -pl cli -am verify writes it again")
          .isEqualTo(written);
    }
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|([^ ']+)").matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }

  private String output(List<String> typed) throws IOException {
    int pipe = typed.indexOf("|"); // into head -N
    List<String> words = pipe < 0 ? typed : typed.subList(0, pipe);
    String all = outputOf(words);
    if (pipe < 0) {
      return all;
    }
    assertThat(typed.get(pipe + 1)).isEqualTo("head");
    return all.lines()
        .limit(Integer.parseInt(typed.getLast().substring(1)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String outputOf(List<String> words) throws IOException {
    return switch (words.getFirst()) {
      case "cat" -> masked(Files.readString(folder.resolve(words.get(1)), StandardCharsets.UTF_8));
      case "kiosk" -> run(words.subList(1, words.size()));
      default -> throw new AssertionError("no command of the tour: " + words);
    };
  }

  /** Results and talk as a terminal of 80 columns without colour shows them. */
  private String run(List<String> args) {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            shown,
            shown,
            Map.of(
                "KIOSK_INDEX", folder.resolve("kiosk-index").toString(),
                "KIOSK_DATA", ROOT.resolve("lexicon/target/lexicon-data").toString(),
                "NO_COLOR", "1"),
            new Terminal.Facts(true, false, 80));
    Main.run(args.stream().map(this::inPlace).toArray(String[]::new), terminal);
    return masked(shown.toString(StandardCharsets.UTF_8));
  }

  /** Files of the tour lie below the temporary folder, articles in the project. */
  private String inPlace(String word) {
    return FILES.contains(word)
        ? folder.resolve(word).toString()
        : word.startsWith("corpus/") ? ROOT.resolve(word).toString() : word;
  }

  /** What differs from run to run and from machine to machine. */
  private String masked(String text) {
    return text.replace("\r\n", "\n")
        .replace(folder + "/", "")
        .replace(ROOT + "/", "")
        .replaceAll("(?m)^ *\\d+ %  .*\n", "") // progress
        .replaceAll("\\(\\d+ ms\\)", "(9 ms)")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "2026-11-22T09:00:00Z");
  }
}
