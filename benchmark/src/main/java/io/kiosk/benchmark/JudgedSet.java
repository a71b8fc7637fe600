package io.kiosk.benchmark;

import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles with queries and judgements: {@code docs.jsonl}, {@code queries.jsonl} and {@code
 * qrels.txt} (TREC) of a folder. What follows the last point of an article's id is its language,
 * what stands before it the item, of which there may be an article and a query in each language.
 *
 * @param folder that holds the three files
 * @param distractors files of more articles, in which nothing is to be found
 * @param queries that have a judged article
 */
record JudgedSet(Path folder, List<Path> distractors, List<Query> queries) {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** A query in its language with the ids of its articles. */
  record Query(String id, String lang, String text, Set<String> relevant) {

    /** The id without its language. */
    String item() {
      return id.substring(0, id.lastIndexOf('.'));
    }
  }

  static JudgedSet read(Path folder, List<Path> distractors) throws IOException {
    Map<String, Set<String>> relevant = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("qrels.txt"))) {
      String[] parts = line.strip().split("\\s+");
      if (parts.length == 4 && Integer.parseInt(parts[3]) > 0) {
        relevant.computeIfAbsent(parts[0], query -> new HashSet<>()).add(parts[2]);
      }
    }
    List<Query> queries = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("queries.jsonl"))) {
      JsonNode query = JSON.readTree(line);
      String id = query.get("id").asString();
      if (relevant.containsKey(id)) {
        queries.add(
            new Query(
                id, query.get("lang").asString(), query.get("text").asString(), relevant.get(id)));
      }
    }
    return new JudgedSet(folder, List.copyOf(distractors), List.copyOf(queries));
  }

  /**
   * The queries of items that are asked in every language, those of an item together.
   *
   * @param most how many items at most
   */
  List<List<Query>> parallel(int most) {
    return queries.stream()
        .collect(Collectors.groupingBy(Query::item, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(item -> item.size() == Language.values().length)
        .limit(most)
        .toList();
  }

  /** The articles of the set, and those that nothing is to be found in. */
  List<Path> articles() {
    List<Path> files = new ArrayList<>(List.of(folder.resolve("docs.jsonl")));
    files.addAll(distractors);
    return files;
  }

  /** The folder's name. */
  String name() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  static String language(String article) {
    return article.substring(article.lastIndexOf('.') + 1);
  }
}
