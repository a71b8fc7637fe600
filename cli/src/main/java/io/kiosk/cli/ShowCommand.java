package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.StoredArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints one article. */
@Command(
    name = "show",
    header = "Print an article.",
    footer = {"", "Example:", "  kiosk show 48f8ab5f1c2d | less"})
final class ShowCommand extends Verb {

  private enum Format {
    TEXT,
    JSON
  }

  @Parameters(paramLabel = "ID", description = "The id of an article, as search prints it.")
  private String id;

  @Mixin private IndexOption index;
  @Mixin private LexiconOption dictionaries;

  @Option(
      names = "--raw",
      description =
          "Print what the article was made from, if it is still there: the file, unpacked, or the"
              + " page or line inside it.")
  private boolean raw;

  @Option(
      names = "--gloss",
      description = "Under each paragraph, word by word what it says in another language.")
  private boolean gloss;

  @Option(
      names = {"--to", "--query-lang"},
      paramLabel = "LANG",
      description =
          "Language of the gloss: zh, de or en. Default: that of LC_ALL, LC_MESSAGES or LANG, else"
              + " English.")
  private String glossLanguage;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
  private Format format = Format.TEXT;

  ShowCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    Optional<Language> reader = FilterOptions.language("--to", glossLanguage);
    Optional<StoredArticle> found;
    List<StoredArticle> versions;
    try (ArticleSearcher searcher = index.open(terminal, TranslationLexicon.empty())) {
      found = searcher.article(id);
      versions = searcher.versions(id);
    }
    if (found.isEmpty()) {
      throw CommandFailure.failed("no article " + id + " in " + index.folder(terminal));
    }
    if (raw) {
      printFile(found.get());
    } else {
      Optional<ArticleGloss> glosses =
          gloss
              ? ArticleGloss.of(found.get(), reader, dictionaries.open(terminal), terminal)
              : Optional.empty();
      switch (format) {
        case TEXT -> new ArticleText(terminal).print(found.get(), versions, glosses);
        case JSON ->
            JsonOutput.line(
                terminal.out(),
                json -> {
                  ArticleJsonLine.write(json, found.get());
                  json.writeArrayPropertyStart("versions");
                  for (StoredArticle version : versions) {
                    json.writeStartObject();
                    json.writeStringProperty("id", version.id());
                    json.writeStringProperty("lang", version.lang());
                    JsonOutput.property(json, "title", version.title());
                    json.writeEndObject();
                  }
                  json.writeEndArray();
                  JsonOutput.property(
                      json, "gloss", glosses.map(g -> g.ofParagraphs(found.get().body())));
                });
      }
    }
    return ExitStatus.DONE;
  }

  /** Bytes as they are into a pipe or file; a terminal gets what is safe of them. */
  private void printFile(StoredArticle article) throws CommandFailure, IOException {
    RawInput input = RawInput.of(article);
    byte[] bytes = input.bytes();
    if (input.changed()) {
      terminal.say(article.file().orElse("") + ": has changed since it was indexed");
    }
    if (terminal.outIsTerminal()) {
      terminal.out().write(SafeText.lines(new String(bytes, StandardCharsets.UTF_8)));
    } else {
      terminal.outBytes().write(bytes);
      terminal.outBytes().flush();
    }
  }
}
