package io.kiosk.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the program in this process, with streams and variables of its own. */
final class Program {

  /** What a run left behind. */
  record Run(int status, String out, String err) {
    List<String> outLines() {
      return out.lines().toList();
    }

    List<String> errLines() {
      return err.lines().toList();
    }
  }

  private final Map<String, String> variables = new HashMap<>();
  private String input = "";
  private Terminal.Facts facts = Terminal.Facts.PIPES;

  Program with(String variable, Object value) {
    variables.put(variable, value.toString());
    return this;
  }

  Program input(String text) {
    input = text;
    return this;
  }

  Program onTerminal(int columns) {
    facts = new Terminal.Facts(true, true, columns);
    return this;
  }

  Run run(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int status = Main.run(words, new Terminal(in, out, err, variables, facts));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
