package io.kiosk.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of boilerplate in all three languages at once (pages mix them), read from the resources
 * {@code boilerplate-*.txt}; their sections are explained in the English one. Immutable.
 */
final class WordLists {

  private static final List<String> RESOURCES =
      List.of("boilerplate-en.txt", "boilerplate-de.txt", "boilerplate-zh.txt");

  private static final WordLists INSTANCE = read();

  /** Phrases that are a whole block, and those that begin a short one. */
  record Labels(Set<String> whole, PhraseSet openings) {
    /** Whether a block that folds to this text is such a label. */
    boolean match(String folded, double weight) {
      return whole.contains(folded) || weight <= 9 && openings.prefixOf(folded) != null;
    }
  }

  final Labels userInterface;
  final Labels related;
  final Labels tail;
  final Labels comments;
  final PhraseSet crossReference;
  final PhraseSet notice;
  final PhraseSet credit;
  final PhraseSet author;
  final PhraseSet byline;
  final PhraseSet noArticle;
  final PhraseSet reply;
  final PhraseSet consent;

  private WordLists(Map<String, List<String>> sections) {
    userInterface = labels(sections, "interface");
    related = labels(sections, "related");
    tail = labels(sections, "tail");
    comments = labels(sections, "comments");
    crossReference = phrases(sections, "cross-reference");
    notice = phrases(sections, "notice");
    credit = phrases(sections, "credit");
    author = phrases(sections, "author");
    byline = phrases(sections, "byline");
    noArticle = phrases(sections, "no-article");
    reply = phrases(sections, "reply");
    consent = phrases(sections, "consent");
    if (!sections.isEmpty()) {
      throw new IllegalStateException("unknown sections in word lists: " + sections.keySet());
    }
  }

  static WordLists get() {
    return INSTANCE;
  }

  private static Labels labels(Map<String, List<String>> sections, String name) {
    Set<String> whole = new HashSet<>();
    List<String> openings = new ArrayList<>();
    for (String line : sections.remove(name)) {
      if (line.endsWith("*") && line.length() > 1) {
        openings.add(Folding.fold(line.substring(0, line.length() - 1)));
      }
      whole.add(Folding.foldEnds(line));
    }
    whole.remove("");
    return new Labels(Collections.unmodifiableSet(whole), new PhraseSet(openings));
  }

  private static PhraseSet phrases(Map<String, List<String>> sections, String name) {
    return new PhraseSet(new HashSet<>(sections.remove(name).stream().map(Folding::fold).toList()));
  }

  private static WordLists read() {
    return new WordLists(sections(RESOURCES));
  }

  /** The lines of resources by section, without comments. */
  static Map<String, List<String>> sections(List<String> resources) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    for (String resource : resources) {
      read(resource, sections);
    }
    return sections;
  }

  private static void read(String resource, Map<String, List<String>> sections) {
    try (InputStream in = WordLists.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> section = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String phrase = line.strip();
        if (phrase.isEmpty() || phrase.startsWith("# ") && section.isEmpty()) {
          continue;
        }
        if (phrase.startsWith("[") && phrase.endsWith("]")) {
          String name = phrase.substring(1, phrase.length() - 1);
          section = sections.computeIfAbsent(name, n -> new ArrayList<>());
        } else {
          section.add(phrase);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + resource, e);
    }
  }
}
