package io.kiosk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which articles answer which queries, in TREC's format: {@code QUERY_ID 0 ARTICLE_ID GRADE} a
 * line; grades below 1 are no answer. The language of an article is what follows the last dot of
 * its id.
 */
final class Judgements {

  private final Map<String, Map<String, Map<String, Integer>>> grades = new LinkedHashMap<>();

  private Judgements() {}

  /**
   * Reads a file.
   *
   * @throws CommandFailure naming the line that is none of the format
   */
  static Judgements read(Path file) throws CommandFailure, IOException {
    Judgements judgements = new Judgements();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line;
      while ((line = lines.readLine()) != null) {
        number++;
        if (!line.isBlank()) {
          judgements.add(file + ":" + number, line.strip().split("\\s+"));
        }
      }
    }
    return judgements;
  }

  private void add(String place, String[] parts) throws CommandFailure {
    if (parts.length != 4) {
      throw CommandFailure.failed(
          place + ": expected QUERY_ID 0 ARTICLE_ID GRADE, got " + parts.length + " words");
    }
    int grade;
    try {
      grade = Integer.parseInt(parts[3]);
    } catch (NumberFormatException e) {
      throw CommandFailure.failed(place + ": the grade must be a number, got " + parts[3]);
    }
    if (grade >= 1) {
      grades
          .computeIfAbsent(parts[0], id -> new TreeMap<>())
          .computeIfAbsent(suffix(parts[2]), language -> new LinkedHashMap<>())
          .put(parts[2], grade);
    }
  }

  /** The queries that have an answer. */
  Set<String> queries() {
    return grades.keySet();
  }

  /**
   * The answers of a query and their grades, per language of the article; empty if there is none.
   */
  Map<String, Map<String, Integer>> byLanguage(String query) {
    return grades.getOrDefault(query, Map.of());
  }

  /** What follows the last dot of an id, or nothing. */
  static String suffix(String id) {
    int dot = id.lastIndexOf('.');
    return dot < 0 ? "" : id.substring(dot + 1);
  }

  /** What precedes the last dot of an id: the same for all versions of an item. */
  static String item(String id) {
    int dot = id.lastIndexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }
}
