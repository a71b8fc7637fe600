package io.kiosk.lexicon.builder;

import io.kiosk.lexicon.LexiconSourceWriter;
import io.kiosk.schema.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the tables of translations: {@code LexiconBuilder INPUT_FOLDER OUTPUT_FOLDER}. */
public final class LexiconBuilder {

  private static final List<String> SOURCES =
      List.of("cldr", "ding", "cc-cedict", "ecdict", "tatoeba", "tico19");

  private final Inputs inputs;
  private final Path output;
  private final Terms terms = new Terms();

  private LexiconBuilder(Inputs inputs, Path output) {
    this.inputs = inputs;
    this.output = output;
  }

  /** Reads the packages in the first folder and writes a folder for each source into the second. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("usage: LexiconBuilder INPUT_FOLDER OUTPUT_FOLDER [SOURCE...]");
      System.exit(2);
    }
    LexiconBuilder builder =
        new LexiconBuilder(new Inputs(Path.of(arguments[0])), Path.of(arguments[1]));
    List<String> chosen =
        arguments.length == 2 ? SOURCES : List.of(arguments).subList(2, arguments.length);
    for (String source : chosen) {
      switch (source) {
        case "cldr" -> builder.cldr();
        case "ding" -> builder.ding();
        case "cc-cedict" -> builder.ccCedict();
        case "ecdict" -> builder.ecdict();
        case "tatoeba", "tico19" -> builder.sentences(source);
        default -> {
          System.err.println("unknown source " + source + ", expected one of " + SOURCES);
          System.exit(2);
        }
      }
    }
  }

  private void ecdict() throws IOException {
    try (Reader csv = inputs.ecdict()) {
      dictionary("ecdict", .7, .35, Language.EN, Language.ZH, Ecdict.read(csv).pairs());
    }
  }

  private void ccCedict() throws IOException {
    try (Reader module = inputs.ccCedict()) {
      dictionary("cc-cedict", 1, .5, Language.ZH, Language.EN, CcCedict.read(module).pairs());
    }
  }

  private void ding() throws IOException {
    try (BufferedReader lines = inputs.ding()) {
      dictionary("ding", 1, .75, Language.DE, Language.EN, Ding.read(lines).pairs());
    }
  }

  private void cldr() throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(4);
    Set<String> chinese = new TreeSet<>();
    Map<Language, WrittenForms> forms = forms();
    for (List<Language> pair :
        List.of(
            List.of(Language.EN, Language.ZH),
            List.of(Language.DE, Language.EN),
            List.of(Language.DE, Language.ZH))) {
      SourceBuilder source =
          new SourceBuilder(pair.get(0), pair.get(1), terms, forms, SourceBuilder.Kind.NAMES);
      source.addAll(Cldr.pairs(pair.get(0), pair.get(1)));
      source.write(writer, 0);
      if (pair.get(1) == Language.ZH) {
        chinese.addAll(ChineseWords.of(source.entries(Language.ZH)));
      }
    }
    writer.words(Language.ZH.locale(), chinese);
    write("cldr", writer, forms);
  }

  private void dictionary(
      String name,
      double trust,
      double leastPhraseEvidence,
      Language left,
      Language right,
      List<Pair> pairs)
      throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(trust);
    Map<Language, WrittenForms> forms = forms();
    SourceBuilder source =
        new SourceBuilder(left, right, terms, forms, SourceBuilder.Kind.DICTIONARY);
    source.addAll(pairs);
    source.write(writer, leastPhraseEvidence);
    if (left == Language.DE) {
      writer.words(
          Language.DE.locale(),
          GermanParts.of(source.entries(Language.DE), forms.get(Language.DE).capitalized(), terms));
    } else {
      writer.words(Language.ZH.locale(), ChineseWords.of(source.entries(Language.ZH)));
    }
    System.err.println(name + ": " + pairs.size() + " pairs");
    write(name, writer, forms);
  }

  private void sentences(String name) throws IOException {
    LexiconSourceWriter writer = new LexiconSourceWriter(.3);
    Map<Language, WrittenForms> forms = forms();
    sentences(
        name,
        Language.DE,
        Language.EN,
        Inputs.swapped(inputs.parallel("en-de", name)),
        writer,
        forms);
    sentences(name, Language.EN, Language.ZH, inputs.parallel("en-zh", name), writer, forms);
    write(name, writer, forms);
  }

  private void sentences(
      String name,
      Language left,
      Language right,
      List<Pair> pairs,
      LexiconSourceWriter writer,
      Map<Language, WrittenForms> forms) {
    SourceBuilder source =
        new SourceBuilder(left, right, terms, forms, SourceBuilder.Kind.SENTENCES);
    source.addAll(pairs);
    source.write(writer, 0);
    System.err.println(
        name + " " + left.tag() + "-" + right.tag() + ": " + pairs.size() + " sentences");
  }

  private static Map<Language, WrittenForms> forms() {
    Map<Language, WrittenForms> forms = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      forms.put(language, new WrittenForms());
    }
    return forms;
  }

  private void write(String name, LexiconSourceWriter writer, Map<Language, WrittenForms> forms)
      throws IOException {
    forms.forEach(
        (language, written) ->
            written.forEach((term, form) -> writer.form(language.locale(), term, form)));
    writer.write(output.resolve(name));
  }
}
