package io.kiosk.lexicon.builder;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads ECDICT: English headwords with Chinese translations, one line for each part of speech or
 * domain, the alternatives of a line separated by commas.
 */
final class Ecdict {

  private static final int MOST_WORDS = 5;
  private static final int LONGEST_TRANSLATION = 10;
  private static final double LATER = .3;

  /** Rare headwords count less when Chinese is translated; the other way they have no rivals. */
  private static final double UNLISTED = .6;

  private static final Pattern PART_OF_SPEECH =
      Pattern.compile("^(?:(?:[a-z]{1,6}\\.|n|a|v|vt|vi|ad|abbr)\\s*(?:&\\s*)?(?=[^a-z]))+");
  private static final Pattern DOMAIN = Pattern.compile("^\\s*\\[[^\\]]{1,12}\\]");
  private static final Pattern REMARK =
      Pattern.compile(
          "\\([^()]*\\)|（[^（）]*）|〔[^〔〕]*〕|<[^<>]*>|\\[[^\\[\\]]*\\]|【[^【】]*】|《|》|[“”\"「」]");
  private static final Pattern SEPARATOR = Pattern.compile("[,;，；、/]");
  private static final Pattern FORM_REMARK =
      Pattern.compile(
          "的(?:过去式|过去分词|现在分词|复数|比较级|最高级|第三人称|变体|变形|缩写|略写|旧称|简称|名词复数|异体)|[=＝…]|\\.\\.|人名|地名|^(?:用于|指|表示|等于|同|见|亦作|又作|参见|意为)");
  private static final Pattern NAME =
      Pattern.compile("[(（\\[](?:[^()（）\\[\\]]*)(?:姓|男子名|女子名|人名|地名|姓氏|教名|国家|首都|城市|州|省|县|河|港)");
  private static final Pattern TECHNICAL =
      Pattern.compile("(?:\\s*\\[(?!经|法|军|网络)[^\\]]{1,12}\\][^\\n\\\\]*(?:\\\\n|\\n|$))+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private final List<Pair> pairs = new ArrayList<>();

  /** Reads the file {@code ecdict.csv}. */
  static Ecdict read(Reader csv) throws IOException {
    Ecdict ecdict = new Ecdict();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (CSVRecord row : format.parse(csv)) {
      ecdict.headword(row);
    }
    return ecdict;
  }

  List<Pair> pairs() {
    return pairs;
  }

  private void headword(CSVRecord row) {
    String word = row.get("word").strip().replace('’', '\'');
    String translation = row.get("translation");
    if (word.isEmpty()
        || word.startsWith("-")
        || word.endsWith("-")
        || word.split("[ -]+").length > MOST_WORDS) {
      return;
    }
    boolean listed =
        number(row.get("bnc")) > 0 || number(row.get("frq")) > 0 || !row.get("tag").isBlank();
    if (!listed && isTechnical(word, translation)) {
      return;
    }
    String written = written(word, translation);
    double weight = listed ? 1 : UNLISTED;
    List<Pair> found = translations(written, translation, weight);
    pairs.addAll(found);
    inflections(row.get("exchange"), found);
  }

  /** Terms of several words of a trade, such as chemistry, which news does not have. */
  private static boolean isTechnical(String word, String translation) {
    int words = word.split("[ -]+").length;
    boolean name = Character.isUpperCase(word.codePointAt(0)) || NAME.matcher(translation).find();
    return !name && words > 1 && (words > 3 || TECHNICAL.matcher(translation).matches());
  }

  private static String written(String word, String translation) {
    boolean lower = word.equals(word.toLowerCase(Locale.ROOT));
    if (!lower || word.isEmpty() || !NAME.matcher(translation).find()) {
      return word;
    }
    StringBuilder text = new StringBuilder(word.length());
    for (String part : word.split(" ")) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(
          part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return text.toString();
  }

  private static List<Pair> translations(String word, String translation, double weight) {
    List<Pair> found = new ArrayList<>();
    for (String line : translation.split("\\\\n|\n")) {
      String rest = PART_OF_SPEECH.matcher(line.strip()).replaceFirst("");
      double factor = weight;
      Matcher domain = DOMAIN.matcher(rest);
      if (domain.find()) {
        factor *= NAME.matcher(domain.group()).find() ? 1 : .5;
        rest = rest.substring(domain.end());
      }
      int rank = 0;
      for (String part : SEPARATOR.split(REMARK.matcher(rest).replaceAll(""))) {
        String text = plain(part.strip());
        if (isTranslation(text)) {
          found.add(Pair.entry(word, text, factor / (1 + LATER * rank++)));
        }
      }
    }
    return found;
  }

  /**
   * Without the particles that only mark the part of speech: text has the word with others or none.
   */
  private static String plain(String text) {
    String word =
        PART_OF_SPEECH.matcher(text).replaceFirst("").replaceAll("[:：!！?？。.\\s]+$", "").strip();
    if (word.length() > 2 && word.startsWith("使")) {
      word = word.substring(1);
    }
    if (word.length() > 2 && (word.endsWith("的") || word.endsWith("地") && word.length() > 3)) {
      word = word.substring(0, word.length() - 1);
    }
    return word.startsWith("在") && word.length() > 3 ? word.substring(1) : word;
  }

  private static boolean isTranslation(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_TRANSLATION
        && HAN.matcher(text).find()
        && !FORM_REMARK.matcher(text).find();
  }

  /**
   * Forms that the analyzer does not bring back to the headword, such as "went", get its
   * translations.
   */
  private void inflections(String exchange, List<Pair> found) {
    for (String form : exchange.split("/")) {
      String[] parts = form.split(":");
      if (parts.length == 2 && parts[0].matches("[pdi3srt]") && !parts[1].contains(" ")) {
        for (Pair pair : found) {
          String left = Terms.english(pair.left());
          String inflected = Terms.english(parts[1]);
          if (!inflected.equals(left)) {
            pairs.add(Pair.entry(parts[1], pair.right(), pair.weight() * .5));
          }
        }
      }
    }
  }

  private static int number(String text) {
    return text.isBlank() ? 0 : Integer.parseInt(text.strip());
  }
}
