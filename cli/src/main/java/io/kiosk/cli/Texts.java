package io.kiosk.cli;

import io.kiosk.schema.Language;
import io.kiosk.search.MatchedTerm;
import io.kiosk.search.Version;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small phrases that several commands print. */
final class Texts {

  private Texts() {}

  /** {@code 1 article}, {@code 12,345 articles}. */
  static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** A score with as many digits as tell neighbours apart. */
  static String score(double score) {
    return String.format(Locale.ROOT, "%.6f", score);
  }

  /** The English name of a language. */
  static String name(Language language) {
    return language.locale().getDisplayLanguage(Locale.ENGLISH);
  }

  /** A share of 1, as in {@code .25}. */
  static String weight(double weight) {
    String text = String.format(Locale.ROOT, "%.2f", weight);
    return text.startsWith("0") ? text.substring(1) : text;
  }

  /** Which word met which: {@code market → Markt}; one word if they are the same. */
  static String matched(MatchedTerm match) {
    return match.query().equalsIgnoreCase(match.term())
        ? match.term()
        : match.query() + " → " + match.term();
  }

  /** Where else a story is told: {@code German 48f8ab5f1c2d, Chinese 9b1f0c33aa01}. */
  static String versions(List<Version> versions) {
    return versions.stream()
        .map(
            version ->
                Language.of(version.lang()).map(Texts::name).orElse(version.lang())
                    + " "
                    + version.id())
        .collect(Collectors.joining(", "));
  }
}
