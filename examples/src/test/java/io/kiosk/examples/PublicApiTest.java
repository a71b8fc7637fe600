package io.kiosk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.corpus.Article;
import io.kiosk.index.ArticleIndexer;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.data.LexiconData;
import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares what each library offers with the file api.txt beside its POM, so that nobody changes it
 * unawares. After a change that is meant: {@code mvn verify -Papi}, and look at the difference.
 */
class PublicApiTest {
  private static final Map<String, Class<?>> ONE_OF =
      Map.of(
          "lexicon", TranslationLexicon.class,
          "lexicon-data", LexiconData.class,
          "corpus", Article.class,
          "searcher", ArticleSearcher.class,
          "indexer", ArticleIndexer.class);

  /** What every record and enum has. */
  private static final Set<String> USUAL =
      Set.of("equals", "hashCode", "toString", "values", "valueOf");

  @ParameterizedTest
  @CsvSource({"lexicon", "lexicon-data", "corpus", "searcher", "indexer"})
  void theApiIsAsWrittenDown(String module) throws Exception {
    Path file = Path.of("..", module, "api.txt");
    String api = api(ONE_OF.get(module));
    if (Boolean.getBoolean("kiosk.api.write")) {
      Files.writeString(file, api);
    }
    assertThat(api).isEqualTo(Files.readString(file));
  }

  private static String api(Class<?> one) throws IOException, URISyntaxException {
    List<String> lines = new ArrayList<>();
    for (String name : classes(one)) {
      Class<?> type = find(name, one.getClassLoader());
      if (isVisible(type)) {
        lines.addAll(lines(type));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static Class<?> find(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isVisible(Class<?> type) {
    return type == null
        || Modifier.isPublic(type.getModifiers()) && isVisible(type.getEnclosingClass());
  }

  private static List<String> lines(Class<?> type) {
    List<String> members = new ArrayList<>();
    Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
        .<AccessibleObject>flatMap(Arrays::stream)
        .filter(member -> isOffered((Member) member))
        .forEach(member -> members.add("  " + text(member)));
    members.sort(null);
    StringBuilder head = new StringBuilder(type.toGenericString());
    if (type.isRecord()) {
      head.append(
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::toString)
              .collect(Collectors.joining(", ", "(", ")")));
    } else if (type.getGenericSuperclass() != null && type.getSuperclass() != Object.class) {
      head.append(" extends ").append(type.getGenericSuperclass().getTypeName());
    }
    for (var each : type.getGenericInterfaces()) {
      head.append(" : ").append(each.getTypeName());
    }
    members.addFirst(head.toString());
    return members;
  }

  private static String text(AccessibleObject member) {
    return member instanceof Executable executable
        ? executable.toGenericString()
        : member.toString();
  }

  private static boolean isOffered(Member member) {
    int modifiers = member.getModifiers();
    return (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
        && !member.isSynthetic()
        && !USUAL.contains(member.getName());
  }

  /** Names of all classes beside one, in order, from a folder or a jar. */
  private static List<String> classes(Class<?> one) throws IOException, URISyntaxException {
    URI place = one.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path path = Path.of(place);
    if (Files.isDirectory(path)) {
      return classes(path);
    }
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      return classes(jar.getPath("/"));
    }
  }

  private static List<String> classes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.startsWith("io/kiosk/") && file.endsWith(".class"))
          .filter(file -> !file.endsWith("package-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .toList();
    }
  }
}
