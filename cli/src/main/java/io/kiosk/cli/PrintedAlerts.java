package io.kiosk.cli;

import io.kiosk.alert.Alert;
import io.kiosk.alert.AlertDelivery;
import io.kiosk.search.StoredArticle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alerts on standard output: for each article its alerts, title and facts. */
final class PrintedAlerts implements AlertDelivery {

  private static final int INDENT = 4;

  private final Terminal terminal;

  PrintedAlerts(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void begin(boolean again) {
    terminal.clearProgress();
    if (again) {
      terminal.say("alerts: the last run was cut short, some of these may have been told before");
    }
  }

  @Override
  public void deliver(StoredArticle article, List<Alert> alerts) throws IOException {
    String names = alerts.stream().map(Alert::name).collect(Collectors.joining(", "));
    write("alert " + names + ": " + article.title().orElse("(no title)"), "");
    String facts =
        Stream.of(
                article.published().or(() -> Optional.of("no date")),
                article.source(),
                Optional.of(article.lang()),
                Optional.of(article.id()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · "));
    write(facts, " ".repeat(INDENT));
  }

  private void write(String text, String indent) throws IOException {
    for (String line : SafeText.wrap(SafeText.line(text), terminal.columns() - INDENT)) {
      terminal.out().write(indent + line + "\n");
    }
  }

  @Override
  public void end() throws IOException {
    terminal.flush();
  }
}
