package io.kiosk.cli;

import io.kiosk.search.Facets;
import java.io.IOException;
import java.io.Writer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many articles per language, publisher and month, in a few lines under the hits. */
final class FacetText {

  private static final int INDENT = 11;
  private static final int MOST_SOURCES = 12;

  /** Longer spans are shown by year. */
  private static final int MOST_MONTHS = 24;

  private final Writer out;
  private final boolean colors;
  private final int columns;

  FacetText(Writer out, boolean colors, int columns) {
    this.out = out;
    this.colors = colors;
    this.columns = columns;
  }

  void write(Facets facets) throws IOException {
    List<String> languages = new ArrayList<>();
    facets.languages().forEach((tag, count) -> languages.add(entry(tag, count)));
    line("languages", languages);
    line("sources", sources(facets));
    line("published", dates(facets));
  }

  private static List<String> sources(Facets facets) {
    List<String> sources = new ArrayList<>();
    facets.sources().entrySet().stream()
        .limit(MOST_SOURCES)
        .forEach(source -> sources.add(entry(source.getKey(), source.getValue())));
    long others =
        facets.sources().values().stream().skip(MOST_SOURCES).mapToLong(Long::longValue).sum();
    if (others > 0) {
      int more = facets.sources().size() - MOST_SOURCES;
      sources.add(entry(Texts.count(more, "other"), others));
    }
    if (facets.unnamed() > 0) {
      sources.add(entry("(not known)", facets.unnamed()));
    }
    return sources;
  }

  private static List<String> dates(Facets facets) {
    Map<String, Long> counts = new TreeMap<>();
    boolean byYear = facets.months().size() > MOST_MONTHS;
    for (Map.Entry<YearMonth, Long> month : facets.months().entrySet()) {
      String name = byYear ? Integer.toString(month.getKey().getYear()) : month.getKey().toString();
      counts.merge(name, month.getValue(), Long::sum);
    }
    List<String> dates = new ArrayList<>();
    counts.forEach((name, count) -> dates.add(entry(name, count)));
    if (facets.yearOnly() > 0) {
      dates.add(entry("(year only)", facets.yearOnly()));
    }
    if (facets.undated() > 0) {
      dates.add(entry("(no date)", facets.undated()));
    }
    return dates;
  }

  /** A name and its count, which stay on one line. */
  private static String entry(String name, long count) {
    return SafeText.fit(SafeText.line(name), 40) + String.format(Locale.ROOT, " %,d", count);
  }

  private void line(String name, List<String> entries) throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    StringBuilder line = new StringBuilder(SafeText.pad(name, INDENT));
    int used = INDENT;
    for (int i = 0; i < entries.size(); i++) {
      String separator = i == 0 ? "" : " · ";
      int width = SafeText.width(entries.get(i));
      if (i > 0 && used + separator.length() + width > columns) {
        out.write(Style.DIM.on(line.toString(), colors) + "\n");
        line = new StringBuilder(" ".repeat(INDENT));
        used = INDENT;
        separator = "";
      }
      line.append(separator).append(entries.get(i));
      used += separator.length() + width;
    }
    out.write(Style.DIM.on(line.toString(), colors) + "\n");
  }
}
