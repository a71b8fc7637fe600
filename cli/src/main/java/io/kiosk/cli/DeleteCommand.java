package io.kiosk.cli;

import io.kiosk.index.ArticleIndexer;
import io.kiosk.index.IndexerConfig;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes articles from an index. */
@Command(
    name = "delete",
    header = "Remove articles from the index.",
    footer = {"", "Example:", "  kiosk delete 48f8ab5f1c2d 9b1f0c33aa01"})
final class DeleteCommand extends Verb {

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids, as search prints them.")
  private List<String> ids;

  @Mixin private IndexOption index;

  DeleteCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException {
    TranslationLexicon lexicon = ProgramFolder.lexicon(terminal);
    index.open(terminal, lexicon).close(); // only an index that is there is opened for writing
    Path folder = index.folder(terminal);
    long deleted = 0;
    try (ArticleIndexer indexer = ArticleIndexer.open(folder, lexicon, IndexerConfig.defaults())) {
      for (String id : ids) {
        if (indexer.delete(id)) {
          deleted++;
        } else {
          terminal.complain("no article " + id + " in " + folder);
        }
      }
      indexer.relate();
      indexer.commit();
    }
    terminal.say(Texts.count(deleted, "article") + " deleted");
    return deleted == ids.size() ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
