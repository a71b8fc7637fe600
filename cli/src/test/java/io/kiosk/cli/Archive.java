package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.LexiconSourceWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small archive in three languages, its index and a small lexicon, for tests. */
final class Archive {

  static final List<String> ARTICLES =
      List.of(
          """
          {"id":"de-1","lang":"de","source":"Der Bote","published":"2024-07-16","title":"Kaspersky \
          verlässt den Markt","url":"https://bote.example/1","body":"Der Hersteller Kaspersky zieht \
          sich aus dem Markt zurück.\\n\\nDie Mitarbeiter werden entlassen."}""",
          """
          {"id":"en-1","lang":"en","source":"The Courier","published":"2024-06","title":"Kaspersky \
          banned","body":"The government bans the market for Kaspersky software."}""",
          """
          {"id":"zh-1","lang":"zh","title":"卡巴斯基退出市场","body":"卡巴斯基实验室宣布退出美国市场。"}""",
          """
          {"id":"fr-1","lang":"fr","published":"2023","title":"Le marché","body":"Les fleurs \
          sont belles."}""");

  private final Path folder;

  private Archive(Path folder) {
    this.folder = folder;
  }

  /** Indexes the articles below a folder. */
  static Archive in(Path folder) throws IOException {
    Archive archive = new Archive(folder);
    LexiconSourceWriter words = new LexiconSourceWriter(1);
    words.translations(Locale.ENGLISH, Locale.CHINESE, "kaspersky", 1, Map.of("卡巴斯基", 1.0));
    words.translations(Locale.ENGLISH, Locale.CHINESE, "market", 1, Map.of("市场", 1.0));
    words.translations(Locale.ENGLISH, Locale.GERMAN, "market", 1, Map.of("markt", 1.0));
    words.translations(Locale.GERMAN, Locale.ENGLISH, "markt", 1, Map.of("market", 1.0));
    words.translations(Locale.CHINESE, Locale.ENGLISH, "卡巴斯基", 1, Map.of("kaspersky", 1.0));
    words.translations(Locale.CHINESE, Locale.ENGLISH, "市场", 1, Map.of("market", 1.0));
    words.words(Locale.CHINESE, List.of("卡巴斯基", "市场", "退出", "美国", "实验室", "宣布"));
    words.write(archive.data().resolve("test"));
    Path articles = folder.resolve("articles.jsonl");
    Files.writeString(articles, String.join("\n", ARTICLES), StandardCharsets.UTF_8);
    Program.Run run = archive.program().run("index", articles);
    assertThat(run.status()).as(run.err()).isZero();
    return archive;
  }

  Path folder() {
    return folder;
  }

  Path index() {
    return folder.resolve("index");
  }

  Path data() {
    return folder.resolve("data");
  }

  /** The program, which finds this index and lexicon. */
  Program program() {
    return new Program().with("KIOSK_INDEX", index()).with("KIOSK_DATA", data());
  }
}
