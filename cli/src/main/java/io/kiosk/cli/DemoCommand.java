package io.kiosk.cli;

import io.kiosk.index.ArchiveIndexing;
import io.kiosk.index.IndexingReport;
import io.kiosk.index.Outcome;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Shows on the articles that come with the program what it does. */
@Command(
    name = "demo",
    header = "Index the articles that come with Kiosk and ask a question in each language.",
    footer = {"", "Example:", "  kiosk demo"})
final class DemoCommand extends Verb {

  private static final List<String> QUESTIONS =
      List.of(
          "Kaspersky leaves the US market",
          "Kaspersky zieht sich aus den USA zurück",
          "卡巴斯基退出美国市场",
          "volcano erupts in Iceland");

  DemoCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    LuceneLog.silence();
    Path articles = ProgramFolder.articles();
    TranslationLexicon lexicon = ProgramFolder.lexicon(terminal);
    try (TemporaryFolder folder = TemporaryFolder.create("kiosk-demo-")) {
      Path index = folder.path().resolve("index");
      IndexingReport report =
          ArchiveIndexing.builder(index, lexicon).build().run(List.of(articles));
      if (report.count(Outcome.ADDED) == 0) {
        throw CommandFailure.failed("there is no article in " + articles);
      }
      Writer out = terminal.out();
      out.write(
          "Indexed "
              + Texts.count(report.count(Outcome.ADDED), "scraped article")
              + " in Chinese, German and English.\n");
      try (ArticleSearcher searcher = ArticleSearcher.open(index, lexicon)) {
        for (String question : QUESTIONS) {
          ask(searcher, question);
        }
      }
    }
    next(articles);
    return ExitStatus.DONE;
  }

  private void ask(ArticleSearcher searcher, String question) throws IOException {
    Writer out = terminal.out();
    boolean colors = terminal.colorsOut();
    out.write("\n" + Style.BOLD.on("$ kiosk search \"" + question + "\"", colors) + "\n\n");
    try (ResultPrinter printer =
        ResultFormat.TEXT.printer(out, List.of(), colors, terminal.columns())) {
      PrintedHits hits = new PrintedHits(printer, Optional.empty(), question);
      searcher.search(SearchRequest.of(ArticleQuery.parse(question)), hits);
      printer.end();
      if (hits.count() == 0) {
        out.write("Nothing found: no article has enough of that, in any language.\n");
      }
    }
    terminal.flush();
  }

  private void next(Path articles) throws IOException {
    String folder =
        Files.isDirectory(Path.of("corpus/articles")) ? "corpus/articles" : articles.toString();
    terminal.out().write("\nNext, with articles of your own or these:\n");
    terminal.out().write("  kiosk index \"" + folder + "\"\n");
    terminal.out().write("  kiosk search \"Russian antivirus software\"\n");
  }
}
