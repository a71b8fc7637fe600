package io.kiosk.cli;

import io.kiosk.corpus.ArticleCleaner;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import io.kiosk.corpus.ExplainedBlock;
import io.kiosk.corpus.Explanation;
import io.kiosk.corpus.RawFile;
import io.kiosk.corpus.RawFileReader;
import io.kiosk.corpus.RawFileReader.Input;
import io.kiosk.corpus.SiteBoilerplate;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns raw files into articles. */
@Command(
    name = "clean",
    header = "Turn scraped pages and texts into clean articles.",
    footer = {"", "Example:", "  kiosk clean pages --format json > articles.jsonl"})
final class CleanCommand extends Verb {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "HTML, scraped text or markdown; folders are walked; - is standard input.")
  private List<Path> paths;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (body only), json (an article a line) or markdown. Default: text.")
  private CleanedFormat format = CleanedFormat.TEXT;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write a file there for each input, named like it.")
  private Path out;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Charset that an HTTP header would name for these files.")
  private String charset;

  @Option(
      names = "--explain",
      description = "Show every block, whether it was kept, and why, instead of the article.")
  private boolean explain;

  @Option(
      names = "--site",
      description = {
        "The files are pages of one site: read them twice, and drop text that many of them",
        "repeat. Not for standard input."
      })
  private boolean site;

  private final ArticleCleaner cleaner = new ArticleCleaner();
  private long cleaned;
  private long rejected;
  private SiteBoilerplate repeated;

  CleanCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws CommandFailure, IOException {
    if (explain && out != null) {
      throw CommandFailure.usage("either --explain or --out, not both");
    }
    if (site) {
      repeated = survey();
    }
    try (RawFileReader reader = RawFileReader.open(paths, terminal.in(), charset(charset));
        CleanedOutput output =
            out == null ? CleanedOutput.to(terminal, format) : CleanedOutput.into(out, format)) {
      Optional<Input> next = reader.read();
      while (next.isPresent()) {
        Input input = next.get();
        next = reader.read();
        process(input, output.place(input, next));
      }
    }
    if (cleaned + rejected == 0) {
      throw CommandFailure.failed("there is no file in " + paths.getFirst());
    }
    terminal.say(Texts.count(cleaned, "article") + ", " + rejected + " rejected");
    return rejected == 0 ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  /** The first pass over a site. */
  private SiteBoilerplate survey() throws CommandFailure, IOException {
    if (paths.contains(Path.of("-"))) {
      throw CommandFailure.usage("--site reads its input twice, which standard input cannot be");
    }
    SiteBoilerplate survey = new SiteBoilerplate();
    try (RawFileReader reader = RawFileReader.open(paths, terminal.in(), charset(charset))) {
      Optional<Input> next = reader.read();
      while (next.isPresent()) {
        if (next.get() instanceof Input.Raw raw
            && clean(raw.file()) instanceof CleaningResult.Cleaned cleaned) {
          survey.add(cleaned.article());
        }
        next = reader.read();
      }
    }
    return survey;
  }

  /** The charset that an option names. */
  static Optional<String> charset(String name) throws CommandFailure {
    try {
      if (name == null || Charset.isSupported(name)) {
        return Optional.ofNullable(name);
      }
    } catch (IllegalCharsetNameException e) {
      // said below
    }
    throw CommandFailure.usage("--charset must be one like utf-8 or gb18030, got " + name);
  }

  private void process(Input input, CleanedOutput.Place place) throws IOException {
    switch (input) {
      case Input.Raw raw -> {
        if (explain) {
          explain(raw.file());
        } else {
          CleaningResult result = clean(raw.file());
          report(repeated == null ? result : repeated.without(result), place);
        }
      }
      case Input.Unreadable unreadable -> report(unreadable.result(), place);
      case Input.Articles articles ->
          report(
              new Rejected(
                  articles.path().toString(),
                  Reason.NO_ARTICLE,
                  "it holds articles that are clean already; kiosk index takes them"),
              place);
    }
  }

  /** A page that the cleaner cannot bear must not end the run. */
  private CleaningResult clean(RawFile file) {
    try {
      return cleaner.clean(file);
    } catch (RuntimeException | StackOverflowError e) {
      return new Rejected(file.origin(), Reason.UNREADABLE, "the cleaner failed: " + e);
    }
  }

  private void report(CleaningResult result, CleanedOutput.Place place) throws IOException {
    count(result);
    place.write(result);
  }

  private void count(CleaningResult result) {
    switch (result) {
      case CleaningResult.Cleaned article -> cleaned++;
      case Rejected reason -> {
        rejected++;
        terminal.complain(reason.origin() + ": " + reason.message());
      }
    }
  }

  private void explain(RawFile file) throws IOException {
    Explanation found = cleaner.explain(file);
    Explanation explanation = repeated == null ? found : repeated.without(found);
    count(explanation.result());
    boolean colors = terminal.colorsOut();
    terminal.out().write(Style.BOLD.on(SafeText.line(file.origin()), colors) + "\n");
    for (ExplainedBlock block : explanation.blocks()) {
      String line =
          (block.kept() ? "kept     " : "dropped  ")
              + SafeText.pad(block.kind() + ": " + block.reason(), 40)
              + "  "
              + SafeText.line(block.text());
      String fitted = SafeText.fit(line, terminal.columns());
      terminal.out().write((block.kept() ? fitted : Style.DIM.on(fitted, colors)) + "\n");
    }
  }
}
