package io.kiosk.lexicon.builder;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.GermanFormsWriter;
import io.kiosk.lexicon.GermanFormsWriter.Readings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * Makes the table of German forms of module lexicon from german-pos-dict: {@code GermanFormTable
 * INPUT_FOLDER FILE}. Where a form belongs to several words, the one of which Ding says most is
 * taken.
 */
public final class GermanFormTable {

  private static final String FOLDER = "/org/languagetool/resource/de/";

  /** Forms of I and you, which news has seldom: "vertrag" in small letters is rather the noun. */
  private static final Pattern ADDRESS = Pattern.compile("VER:(?:IMP|1:SIN:PRÄ).*");

  private static final Set<String> UNINFLECTED =
      Set.of("PRO", "ART", "PRP", "KON", "ZUS", "NEG", "INJ");

  /** What the dictionary says of one form, folded. */
  private static final class Form {
    private final Set<String> nouns = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> infinitives = new HashSet<>();
    private final Set<String> adjectives = new HashSet<>();
    private final Set<String> participles = new HashSet<>();
    private final Set<String> verbs = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> address = new HashSet<>();
    private boolean likeAdjective;
    private boolean ofPlace;
  }

  private final Map<String, Form> forms = new TreeMap<>();
  private final Map<String, Double> evidence = new HashMap<>();

  private GermanFormTable() {}

  /** Writes the table into the file that is the second argument. */
  public static void main(String[] arguments) throws IOException {
    GermanFormTable table = new GermanFormTable();
    try (BufferedReader lines = new Inputs(Path.of(arguments[0])).ding()) {
      for (Pair pair : Ding.read(lines).pairs()) {
        if (pair.left().indexOf(' ') < 0) {
          boolean noun = Character.isUpperCase(pair.left().codePointAt(0));
          table.evidence.merge(
              key(LanguageAnalyzers.foldGerman(pair.left()), noun), pair.weight(), Double::sum);
        }
      }
    }
    try (InputStream automaton = GermanFormTable.class.getResourceAsStream(FOLDER + "german.dict");
        InputStream metadata = GermanFormTable.class.getResourceAsStream(FOLDER + "german.info")) {
      for (WordData data : new DictionaryLookup(Dictionary.read(automaton, metadata))) {
        table.add(data.getWord().toString(), data.getStem().toString(), data.getTag().toString());
      }
    }
    Map<String, Readings> readings = new TreeMap<>();
    table.forms.forEach((text, form) -> readings.put(text, table.readings(text, form)));
    GermanFormsWriter.write(terms(readings), Path.of(arguments[1]));
  }

  /**
   * Basic forms as index terms: without umlauts, where that does not make two words one. Forms are
   * also found by their letters without umlauts, where there is no such form.
   */
  private static Map<String, Readings> terms(Map<String, Readings> forms) {
    Map<String, Set<String>> byTerm = new HashMap<>();
    forms.values().stream()
        .flatMap(readings -> Stream.of(readings.noun(), readings.other()))
        .filter(Objects::nonNull)
        .forEach(
            word ->
                byTerm
                    .computeIfAbsent(GermanFormsWriter.withoutUmlauts(word), t -> new HashSet<>())
                    .add(word));
    UnaryOperator<String> term =
        word -> {
          if (word == null) {
            return null;
          }
          String without = GermanFormsWriter.withoutUmlauts(word);
          return byTerm.get(without).size() > 1 ? word : without;
        };
    Map<String, Readings> terms = new TreeMap<>();
    forms.forEach(
        (form, readings) ->
            terms.put(
                form, new Readings(term.apply(readings.noun()), term.apply(readings.other()))));
    forms.forEach(
        (form, readings) ->
            terms.putIfAbsent(GermanFormsWriter.withoutUmlauts(form), terms.get(form)));
    return terms;
  }

  private static String key(String word, boolean noun) {
    return (noun ? "N " : "o ") + word;
  }

  private void add(String written, String writtenLemma, String tag) {
    String text = LanguageAnalyzers.foldGerman(written);
    String lemma = LanguageAnalyzers.foldGerman(writtenLemma);
    if (!isWord(text) || !isWord(lemma)) {
      return;
    }
    String kind = tag.split(":", 2)[0];
    Form form = forms.computeIfAbsent(text, t -> new Form());
    if (Character.isUpperCase(written.codePointAt(0))) {
      switch (kind) {
        case "SUB" -> {
          if (tag.endsWith(":ADJ")) {
            form.likeAdjective = true;
            form.names.add(lemma);
          } else if (tag.endsWith(":INF")) {
            form.infinitives.add(lemma);
          } else {
            form.nouns.add(lemma);
          }
        }
        case "ADJ" -> form.ofPlace = true;
        default -> form.names.add(lemma);
      }
      return;
    }
    if (UNINFLECTED.contains(kind)) {
      form.others.add(text);
      return;
    }
    switch (kind) {
      case "ADJ" -> form.adjectives.add(lemma);
      case "PA1", "PA2" -> form.participles.add(lemma);
      case "VER" -> (ADDRESS.matcher(tag).matches() ? form.address : form.verbs).add(lemma);
      default -> form.others.add(lemma);
    }
  }

  private static boolean isWord(String text) {
    return text.length() >= 2 && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private Readings readings(String text, Form form) {
    String other = other(text, form);
    return new Readings(noun(text, form, other), other);
  }

  private String noun(String text, Form form, String other) {
    Form place = form.ofPlace ? forms.get(text.replaceFirst("er$", "")) : null;
    if (place != null && !place.names.isEmpty()) {
      return best(place.names, true); // Berliner is found with Berlin
    }
    if (form.likeAdjective
        && other != null
        && (form.adjectives.contains(other) || form.nouns.isEmpty())) {
      return other;
    }
    for (Set<String> lemmas : List.of(form.nouns, form.infinitives, form.names)) {
      if (!lemmas.isEmpty()) {
        return best(lemmas, true);
      }
    }
    return form.ofPlace ? text : null;
  }

  private String other(String text, Form form) {
    Set<String> lemmas = new HashSet<>(form.adjectives);
    lemmas.addAll(form.verbs);
    lemmas.addAll(form.others);
    if (form.nouns.isEmpty()) {
      lemmas.addAll(form.address);
    }
    for (String participle : form.participles) {
      Form basic = forms.get(participle);
      boolean adjective = basic != null && basic.adjectives.contains(participle);
      if (adjective || basic == null || basic.verbs.isEmpty()) {
        lemmas.add(participle);
      } else {
        lemmas.addAll(basic.verbs);
      }
    }
    return lemmas.isEmpty() ? null : best(lemmas, false);
  }

  private String best(Set<String> lemmas, boolean noun) {
    return lemmas.stream()
        .min(
            Comparator.comparingDouble(
                    (String lemma) -> -evidence.getOrDefault(key(lemma, noun), 0.))
                .thenComparing(lemma -> lemma))
        .orElseThrow();
  }
}
