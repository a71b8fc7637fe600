package io.kiosk.lexicon;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user says about translations, read from a plain file in UTF-8. Immutable.
 *
 * <pre>
 * ban -&gt; 禁令                        # only this: what the dictionaries say is not asked
 * ban -/&gt; 班                         # never this
 * ban +&gt; 封杀 .5, 取缔 .3              # these too, with weights in (0, 1]; without one it is 1
 * de: Bann -&gt; en: ban
 * </pre>
 *
 * <p>One entry a line; {@code #} at the start of a line or after white space begins a comment. Text
 * with Chinese characters is Chinese, with ä, ö, ü or ß German, and other text English, unless
 * {@code zh:}, {@code de:} or {@code en:} stands before it; if one side is said to be English,
 * other Latin text is German, and the other way round. An entry holds in the direction it is
 * written.
 */
public final class UserLexicon {

  /** The name of this source in {@link Translation#sources}. */
  public static final String SOURCE = "user";

  private static final int MOST_WORDS = 5;
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");
  private static final Pattern ARROW = Pattern.compile("\\s*(-/>|\\+>|->)\\s*");
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z]{2}):\\s*(.*)");
  private static final Pattern WEIGHT = Pattern.compile("(.*\\S)\\s+([+-]?\\d*\\.\\d+)");
  private static final String EXPECTED =
      "expected WORD -> TRANSLATION, WORD +> TRANSLATION .5 or WORD -/> TRANSLATION";

  /** What an entry does. */
  enum Kind {
    /** The targets are the only translations. */
    PIN,
    /** The targets are translations beside those of the dictionaries. */
    ADD,
    /** The targets are no translations. */
    VETO
  }

  /**
   * One translation.
   *
   * @param text as written in the file
   * @param weight how probable it is, in (0, 1]
   */
  record Target(String text, double weight) {}

  /**
   * One line of the file.
   *
   * @param line its number, from 1
   * @param kind what it does with the targets
   * @param from language of the text
   * @param text the word or phrase as written in the file
   * @param to language of the targets, another one
   * @param targets in the order of the file, at least one
   */
  record Entry(int line, Kind kind, Locale from, String text, Locale to, List<Target> targets) {

    /** Copies the list. */
    Entry {
      targets = List.copyOf(targets);
    }
  }

  /** A side of an entry; its language is null until the other side settles it. */
  private record Side(Locale language, boolean said, String text) {}

  private final List<Entry> entries;

  private UserLexicon(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @param file in UTF-8, with or without a byte order mark
   * @return empty if the file has no entries
   * @throws IOException if it cannot be read, or naming file and line of what is no entry
   */
  public static UserLexicon read(Path file) throws IOException {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": is not UTF-8; save it in that encoding", e);
    }
  }

  /**
   * Reads the lines of a text.
   *
   * @param name what errors call the text
   * @param text lines as in a file
   * @return empty if there are no entries
   * @throws IOException naming the line of what is no entry
   */
  public static UserLexicon parse(String name, String text) throws IOException {
    Objects.requireNonNull(name, "name");
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String content = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      content = COMMENT.matcher(content).replaceFirst("").strip();
      if (!content.isEmpty()) {
        try {
          entries.add(entry(number, content));
        } catch (IllegalArgumentException e) {
          throw new IOException(name + ":" + number + ": " + e.getMessage(), e);
        }
      }
    }
    return new UserLexicon(entries);
  }

  /** {@return the entries in the order of the file} */
  List<Entry> entries() {
    return entries;
  }

  private static Entry entry(int line, String content) {
    Matcher arrow = ARROW.matcher(content);
    if (!arrow.find()) {
      throw new IllegalArgumentException("found \"" + content + "\", " + EXPECTED);
    }
    Kind kind =
        switch (arrow.group(1)) {
          case "->" -> Kind.PIN;
          case "+>" -> Kind.ADD;
          default -> Kind.VETO;
        };
    Side source = side(content.substring(0, arrow.start()));
    Side target = side(content.substring(arrow.end()));
    List<Target> targets = new ArrayList<>();
    for (String each : target.text().split("[,，;；]", -1)) {
      targets.add(target(each.strip(), kind));
    }
    word(source.text());
    Locale from = language(source, target);
    Locale to = language(target, source);
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "found "
              + from.getDisplayLanguage(Locale.ENGLISH)
              + " on both sides of \""
              + content
              + "\", expected two languages; say which by zh:, de: or en: before a side");
    }
    return new Entry(line, kind, from, source.text(), to, targets);
  }

  private static Side side(String written) {
    Matcher prefix = PREFIX.matcher(written.strip());
    if (prefix.matches()) {
      String tag = prefix.group(1).toLowerCase(Locale.ROOT);
      if (!List.of("zh", "de", "en").contains(tag)) {
        throw new IllegalArgumentException("found " + tag + ":, expected zh:, de: or en:");
      }
      return new Side(Locale.of(tag), true, prefix.group(2).strip());
    }
    return new Side(recognized(written), false, written.strip());
  }

  private static Locale recognized(String text) {
    if (text.codePoints().anyMatch(Character::isIdeographic)) {
      return Locale.of("zh");
    }
    boolean german = text.toLowerCase(Locale.ROOT).chars().anyMatch(c -> "äöüß".indexOf(c) >= 0);
    return Locale.of(german ? "de" : "en");
  }

  /**
   * Two sides of Latin text of which one is said to be in a language: the other is in the other.
   */
  private static Locale language(Side side, Side other) {
    boolean settled = !side.said() && other.said() && side.language().equals(other.language());
    if (settled && other.language().getLanguage().equals("en")) {
      return Locale.of("de");
    }
    return settled && other.language().getLanguage().equals("de")
        ? Locale.of("en")
        : side.language();
  }

  private static Target target(String written, Kind kind) {
    Matcher weighted = WEIGHT.matcher(written);
    if (!weighted.matches()) {
      return new Target(word(written), 1);
    }
    double weight = Double.parseDouble(weighted.group(2));
    if (kind == Kind.VETO) {
      throw new IllegalArgumentException(
          "found the weight " + weighted.group(2) + ", expected none after -/>");
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "found the weight " + weighted.group(2) + ", expected one above 0 and up to 1");
    }
    return new Target(word(weighted.group(1)), weight);
  }

  private static String word(String text) {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException("found \"" + text + "\", expected a word on each side");
    }
    if (text.split("\\s+").length > MOST_WORDS) {
      throw new IllegalArgumentException(
          "found \"" + text + "\", expected " + MOST_WORDS + " words at most");
    }
    return text;
  }
}
