package io.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the order of modules and packages that docs/architecture.md describes. */
class StructureTest {

  /** What each package may import of ours. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("lexicon", Set.of()),
          Map.entry("lexicon.data", Set.of("lexicon")),
          Map.entry("corpus", Set.of("lexicon")),
          Map.entry("schema", Set.of()),
          Map.entry("analysis", Set.of("lexicon", "schema")),
          Map.entry("query", Set.of("lexicon", "schema", "analysis")),
          Map.entry("search", Set.of("lexicon", "schema", "analysis", "query")),
          Map.entry("alert", Set.of("lexicon", "schema", "query", "search")),
          Map.entry("index", Set.of("lexicon", "corpus", "schema", "analysis")),
          Map.entry(
              "cli",
              Set.of(
                  "lexicon", "corpus", "schema", "analysis", "query", "search", "alert", "index")));

  private static final int MOST_LINES = 600;
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?io\\.kiosk\\.([a-z.]+)\\.[A-Z]");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:final |sealed |abstract )*(?:class|record|enum|interface) (\\w+)");

  private static final Pattern PUBLIC_SIGNATURE =
      Pattern.compile("(?m)^ *public (?!static final)[^;={]*\\([^;={]*[;{]");

  private static final Pattern THROWN = Pattern.compile("@throws (\\w+)");

  private record Source(Path file, String ofPackage, String text) {}

  @Test
  void packagesImportOnlyThoseBeforeThem() throws IOException {
    List<String> against = new ArrayList<>();
    for (Source source : sources("src/main/java", MAY_IMPORT.keySet())) {
      Matcher imports = IMPORT.matcher(source.text);
      while (imports.find()) {
        String imported = imports.group(1);
        if (!imported.equals(source.ofPackage)
            && !MAY_IMPORT.get(source.ofPackage).contains(imported)) {
          against.add(source.file + " imports " + imported);
        }
      }
    }
    assertThat(against).isEmpty();
  }

  @Test
  void filesStayShort() throws IOException {
    assertThat(sources("src/main/java", MAY_IMPORT.keySet()))
        .allSatisfy(
            source ->
                assertThat(source.text.lines().count())
                    .as(source.file.toString())
                    .isLessThanOrEqualTo(MOST_LINES));
  }

  @Test
  void publicTypesHaveAUserOutsideTheirPackage() throws IOException {
    List<Source> programs = sources("src/main/java", Set.of());
    List<String> unused = new ArrayList<>();
    for (Source source : sources("src/main/java", MAY_IMPORT.keySet())) {
      Matcher type = PUBLIC_TYPE.matcher(source.text);
      while (type.find() && !type.group(1).equals("Main")) { // started by the JVM
        String name = type.group(1);
        if (programs.stream().noneMatch(other -> uses(other, source.ofPackage, name))
            && programs.stream().noneMatch(other -> isGivenBy(other, source, name))) {
          unused.add(source.file.toString());
        }
      }
    }
    assertThat(unused).as("public types that no other package uses; tests do not count").isEmpty();
  }

  /** Whether a source of another package names a type. */
  private static boolean uses(Source other, String ofPackage, String type) {
    return !other.ofPackage.equals(ofPackage)
        && Pattern.compile("\\bio\\.kiosk\\." + ofPackage + "\\." + type + "\\b")
            .matcher(other.text)
            .find();
  }

  /** Whether another public type of the same package has it in a public signature. */
  private static boolean isGivenBy(Source other, Source source, String type) {
    Pattern name = Pattern.compile("\\b" + type + "\\b");
    return other != source
        && other.ofPackage.equals(source.ofPackage)
        && PUBLIC_TYPE.matcher(other.text).find()
        && (THROWN.matcher(other.text).results().anyMatch(tag -> tag.group(1).equals(type))
            || PUBLIC_SIGNATURE
                .matcher(other.text)
                .results()
                .anyMatch(signature -> name.matcher(signature.group()).find()));
  }

  /** The sources of all modules, of the given packages or, if none is given, of all. */
  private static List<Source> sources(String folder, Set<String> packages) throws IOException {
    Set<Source> found = new TreeSet<>((a, b) -> a.file.compareTo(b.file));
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.filter(path -> Files.isDirectory(path.resolve(folder))).toList()) {
        try (Stream<Path> files = Files.walk(module.resolve(folder))) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> source(file, module.resolve(folder)))
              .filter(source -> packages.isEmpty() || packages.contains(source.ofPackage))
              .forEach(found::add);
        }
      }
    }
    assertThat(found.size()).as("files found").isGreaterThan(40);
    return List.copyOf(found);
  }

  private static Source source(Path file, Path root) {
    try {
      String name = root.relativize(file.getParent()).toString().replace('/', '.');
      return new Source(file, name.replaceFirst("^io\\.kiosk\\.", ""), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
