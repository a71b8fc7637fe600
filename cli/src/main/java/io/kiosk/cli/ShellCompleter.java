package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.ArticleQuery;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.Facets;
import io.kiosk.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may stand at the cursor: verbs, options and their values, fields, sources, languages. */
final class ShellCompleter implements Completer {

  private static final List<String> FIELDS =
      List.of("title:", "body:", "lang:", "source:", "author:", "published:");
  private static final Set<String> NUMBERED = Set.of("open", "gloss", "show", "similar");

  private final ShellSession session;
  private final Path index;
  private List<String> languages;
  private List<String> sources;

  ShellCompleter(ShellSession session, Path index) {
    this.session = session;
    this.index = index;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String before = line.line().substring(0, line.cursor());
    String word = line.word().substring(0, line.wordCursor());
    List<String> words = ShellWords.of(before);
    List<String> earlier =
        before.endsWith(" ") || words.isEmpty() ? words : words.subList(0, words.size() - 1);
    for (String value : values(earlier, word)) {
      if (value.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT))) {
        boolean complete = !value.endsWith(":");
        candidates.add(
            new Candidate(value, SafeText.line(value), null, null, null, null, complete));
      }
    }
  }

  /** What may stand after some words where a word is begun. */
  List<String> values(List<String> earlier, String begun) {
    if (begun.startsWith("lang:")) {
      return languages().stream().map(tag -> "lang:" + tag).toList();
    }
    if (begun.startsWith("source:")) {
      return sources().stream().map(name -> "source:" + quoted(name)).toList();
    }
    if (earlier.isEmpty()) {
      List<String> first = new ArrayList<>(session.verbs());
      first.addAll(FIELDS);
      return first;
    }
    CommandSpec spec = command(earlier);
    OptionSpec option = spec.findOption(earlier.getLast());
    if (option != null && option.arity().max() > 0) {
      return switch (earlier.getLast()) {
        case "--in" -> languages();
        case "--source" -> sources().stream().map(ShellCompleter::quoted).toList();
        case "--query-lang", "--to-lang" -> List.of("zh", "de", "en");
        default -> candidates(option);
      };
    }
    if (begun.startsWith("-")) {
      return spec.options().stream()
          .filter(each -> !each.hidden())
          .map(OptionSpec::longestName)
          .toList();
    }
    List<String> values = new ArrayList<>(spec.subcommands().keySet());
    if (NUMBERED.contains(earlier.getFirst())) {
      values.addAll(session.numbers());
    } else {
      values.addAll(FIELDS);
    }
    return values;
  }

  /** The command that some words call; a line that begins with none is a search. */
  private CommandSpec command(List<String> words) {
    Map<String, CommandLine> verbs = session.program().subcommands();
    String first = words.getFirst();
    String verb = first.equals("open") || first.equals("gloss") ? "show" : first;
    CommandLine line = verbs.getOrDefault(verb, verbs.get("search"));
    CommandLine nested = words.size() > 1 ? line.getSubcommands().get(words.get(1)) : null;
    return (nested == null ? line : nested).getCommandSpec();
  }

  private static List<String> candidates(OptionSpec option) {
    return option.completionCandidates() == null
        ? List.of()
        : StreamSupport.stream(option.completionCandidates().spliterator(), false)
            .map(value -> value.toLowerCase(Locale.ROOT))
            .toList();
  }

  private static String quoted(String name) {
    String safe = SafeText.line(name).replace("\"", "");
    return safe.contains(" ") ? '"' + safe + '"' : safe;
  }

  private List<String> languages() {
    read();
    return languages;
  }

  private List<String> sources() {
    read();
    return sources;
  }

  /** Counts once what the index has; without one there is nothing to complete. */
  private void read() {
    if (sources != null) {
      return;
    }
    languages = List.of("zh", "de", "en");
    sources = List.of();
    try (ArticleSearcher searcher = ArticleSearcher.open(index, TranslationLexicon.empty())) {
      SearchRequest all =
          SearchRequest.builder(ArticleQuery.parse("*"))
              .limit(1)
              .snippets(false)
              .facets(true)
              .build();
      Facets facets = searcher.search(all).facets().orElseThrow();
      languages = List.copyOf(facets.languages().keySet());
      sources = List.copyOf(facets.sources().keySet());
    } catch (IOException e) {
      // the next command says what is wrong
    }
  }
}
