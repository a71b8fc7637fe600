package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path README = Path.of("../README.md");

  @Test
  void everyVerbThatItCallsHasHelp() throws IOException {
    Matcher calls = Pattern.compile("(?m)^(?:bin/|\\$ )?kiosk ([a-z]+)\\b").matcher(read(README));
    int found = 0;
    while (calls.find()) {
      found++;
      assertThat(new Program().run(calls.group(1), "--help").status()).as(calls.group()).isZero();
    }
    assertThat(found).isGreaterThan(5);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
