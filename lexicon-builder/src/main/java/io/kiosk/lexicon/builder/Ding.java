package io.kiosk.lexicon.builder;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads Ding's German-English list: {@code A; B | C :: X; Y | Z}, where groups between bars
 * correspond by position and the alternatives of a group are separated by semicolons.
 * Abbreviations, which stand between slashes behind what they are short for, are its last
 * alternatives.
 */
final class Ding {

  private static final double LATER = .3;
  private static final int MOST_WORDS = 5;
  private static final int LONGEST_EXAMPLE = 14;
  private static final Pattern MARKUP =
      Pattern.compile(
          "\\{[^{}]*\\}|\\[[^\\[\\]]*\\]|\\([^()]*\\)|<[^<>]*>|/[^/\\s]{1,12}/|[„“”\"]");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\b(?:jdn|jdm|jds|jd|etw|sb|sth|sb's|sth's|jmdn|jmdm|jmds|so)\\.?(?:['’]s)?(?:/(?:etw|sth|jdn|jdm|sb)\\.)?(?![\\p{L}\\d])");
  private static final Pattern PRONOUN_DE =
      Pattern.compile(
          "^(?:ich/er/sie|er/sie|ich/sie|ich|er|sie|es|wir/sie|wir|du|sich|der|die|das|ein|eine)(?:/es)?(?: ist/war| hat/hatte)? (?=\\S)");
  private static final Pattern PRONOUN_EN =
      Pattern.compile(
          "^(?:I/he/she|he/she|I/you|I|he|it|we/they|we|they|you|to be|to|a|an|the)(?: has/had| is/was)? (?=\\S)");
  private static final Pattern SLASH = Pattern.compile("(?<=\\p{L})/\\S+");

  /** Two capitals at least: /Abb./ is no name of a thing. */
  private static final Pattern ABBREVIATION =
      Pattern.compile("/([A-Z][A-Za-z&]{0,6}[A-Z][A-Za-z]?)/");

  /** Behind the name of a country it is the letters of its cars or its domain. */
  private static final String PLACE = "[geogr.]";

  private final List<Pair> pairs = new ArrayList<>();
  private final Set<String> germanWords = new HashSet<>();
  private final Set<String> englishWords = new HashSet<>();

  /** Reads the list. */
  static Ding read(BufferedReader lines) {
    Ding ding = new Ding();
    List<String[]> entries =
        lines
            .lines()
            .filter(line -> !line.startsWith("#") && line.indexOf("::") > 0)
            .map(line -> line.split("::", 2))
            .toList();
    for (String[] sides : entries) {
      words(sides[0], PRONOUN_DE, ding.germanWords);
      words(sides[1], PRONOUN_EN, ding.englishWords);
    }
    entries.forEach(sides -> ding.line(sides[0], sides[1]));
    return ding;
  }

  private static void words(String side, Pattern pronoun, Set<String> words) {
    for (String group : side.split("\\|")) {
      for (String text : alternatives(group, pronoun)) {
        words.add(text.toLowerCase(Locale.ROOT));
      }
    }
  }

  List<Pair> pairs() {
    return pairs;
  }

  private void line(String german, String english) {
    String[] left = german.split("\\|");
    String[] right = english.split("\\|");
    if (left.length != right.length) {
      return;
    }
    for (int group = 0; group < left.length; group++) {
      group(left[group], right[group], group == 0 ? 1 : .7);
    }
  }

  private void group(String german, String english, double weight) {
    List<String> left = alternatives(german, PRONOUN_DE);
    List<String> right = alternatives(english, PRONOUN_EN);
    if (!german.contains(PLACE) && !english.contains(PLACE)) {
      left.addAll(abbreviations(german, germanWords));
      right.addAll(abbreviations(english, englishWords));
    }
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        add(left.get(i), right.get(j), weight / (1 + LATER * (i + j)), i + j);
      }
    }
  }

  private void add(String german, String english, double weight, int rank) {
    int words = Math.max(german.split(" ").length, english.split(" ").length);
    if (words <= MOST_WORDS) {
      pairs.add(Pair.entry(german, english, weight));
    } else if (words <= LONGEST_EXAMPLE && rank == 0) {
      pairs.add(Pair.example(german, english, weight * .5));
    }
  }

  private static List<String> alternatives(String group, Pattern pronoun) {
    List<String> texts = new ArrayList<>();
    for (String part : group.split(";")) {
      String text = clean(part);
      text = pronoun.matcher(text).replaceFirst("");
      if (!text.isEmpty() && !text.startsWith("…") && !text.endsWith("…")) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Abbreviations that are no words: ART for a technology is not to be what "art" says. */
  private static List<String> abbreviations(String group, Set<String> words) {
    return ABBREVIATION
        .matcher(group)
        .results()
        .map(found -> found.group(1))
        .filter(text -> !words.contains(text.toLowerCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  private static String clean(String part) {
    String text = part.replace('’', '\'');
    String before;
    do { // nested remarks
      before = text;
      text = MARKUP.matcher(text).replaceAll(" ");
    } while (!text.equals(before));
    text = PLACEHOLDER.matcher(text).replaceAll(" ");
    return SLASH
        .matcher(text)
        .replaceAll("")
        .replaceAll("[!?.]+$", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
