package io.kiosk.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page or scraped text with what a cleaner should make of it.
 *
 * @param id name of the page, or of the text's file
 * @param lang {@code de}, {@code en} or {@code zh}
 * @param set where its gold comes from
 * @param bytes as scraped
 * @param charset that the bytes are in
 * @param html whether it is a page and not scraped text
 * @param with segments that belong to the article
 * @param without segments that do not
 * @param withoutLines texts that must not be a whole line
 * @param text the whole article, if it is known
 * @param title headline, if known
 * @param author names, if known
 * @param date ISO date of day, month or year precision, if known
 */
record GoldPage(
    String id,
    String lang,
    String set,
    byte[] bytes,
    Charset charset,
    boolean html,
    List<String> with,
    List<String> without,
    List<String> withoutLines,
    Optional<String> text,
    Optional<String> title,
    Optional<String> author,
    Optional<String> date) {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Gold that is another extractor's output; comparing with it would measure likeness to that. */
  private static final String LEFT_OUT = "readability";

  /** The pages of {@code gold.jsonl} and {@code pages/ID.html.gz} in a folder. */
  static List<GoldPage> pages(Path folder) throws IOException {
    List<GoldPage> pages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      String id = gold.get("id").asString();
      if (!gold.get("source_set").asString().equals(LEFT_OUT)) {
        Path file = folder.resolve("pages").resolve(id + ".html.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          pages.add(of(id, gold, in.readAllBytes(), true));
        }
      }
    }
    return pages;
  }

  /** The texts that {@code seeds_gold.jsonl} of a folder names, which lie in another folder. */
  static List<GoldPage> texts(Path folder, Path texts) throws IOException {
    List<GoldPage> pages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("seeds_gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      String file = gold.get("file").asString();
      pages.add(of(file, gold, Files.readAllBytes(texts.resolve(file)), false));
    }
    return pages;
  }

  private static GoldPage of(String id, JsonNode gold, byte[] bytes, boolean html) {
    return new GoldPage(
        id,
        gold.get("lang").asString(),
        string(gold, "source_set").orElse("texts"),
        bytes,
        Charset.forName(string(gold, "charset").orElse("UTF-8")),
        html,
        strings(gold, "with"),
        strings(gold, "without"),
        strings(gold, "without_lines"),
        string(gold, "gold_text"),
        string(gold, "title"),
        string(gold, "author"),
        string(gold, "date"));
  }

  private static List<String> strings(JsonNode object, String key) {
    List<String> values = new ArrayList<>();
    object.path(key).forEach(value -> values.add(value.asString()));
    return values;
  }

  private static Optional<String> string(JsonNode object, String key) {
    JsonNode value = object.path(key);
    if (value.isArray()) {
      return Optional.of(String.join(", ", strings(object, key)));
    }
    return value.isString() && !value.asString().isBlank()
        ? Optional.of(value.asString())
        : Optional.empty();
  }

  /** The page as text, as every extractor gets it that does not read bytes. */
  String decoded() {
    return new String(bytes, charset);
  }

  /** Language and set. */
  String group() {
    return lang + "/" + set;
  }

  /** The id, so that a log line does not print the bytes. */
  @Override
  public String toString() {
    return id;
  }
}
