package io.kiosk.corpus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads names from bylines as Chinese, German and English ones are written, with the words of
 * {@code bylines.txt}. All patterns are bounded and tried on short texts only. Stateless.
 */
final class Bylines {

  private static final Map<String, List<String>> WORDS = WordLists.sections(List.of("bylines.txt"));

  private static final Set<String> NOBODY =
      Stream.concat(
              Stream.of("nobody", "day", "part").flatMap(section -> WORDS.get(section).stream()),
              DateText.monthNames())
          .map(Folding::foldEnds)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> ORGANISATIONS =
      WORDS.get("organisation").stream()
          .map(Folding::foldEnds)
          .collect(Collectors.toUnmodifiableSet());

  /** Agencies as they sign pictures, as alternatives of a pattern. */
  static final String AGENCIES = words("agency", false);

  /** What may stand in a line of its own above the name. */
  private static final Set<String> LABELS =
      Stream.of("by", "author")
          .flatMap(section -> WORDS.get(section).stream())
          .map(Folding::foldEnds)
          .collect(Collectors.toUnmodifiableSet());

  private static final int MAX_LABEL = 20;

  private static final int MAX_NAMES = 120;

  private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}.'’\\-]*";

  private static final String NEXT_WORD =
      "(?:\\s(?:(?:von|van|de|der|den|la|zu|bin|al|di|del|dos|ter|el)\\s){0,2}" + WORD + ")";

  /** A name in Latin letters: {@code R. R.}, {@code Karin J. Schmitz}, {@code Anna von der Au}. */
  private static final String NAME = WORD + NEXT_WORD + "{0,4}";

  /** A name of two words to four, with a title before it. */
  private static final String FULL_NAME =
      "(?!(?iu:"
          + words("phrase", false)
          + ")\\s)(?:(?:Dr|Prof|Dipl|Mag)\\.\\s){0,3}"
          + WORD
          + NEXT_WORD
          + "{1,3}";

  private static final Pattern PERSONS =
      Pattern.compile(
          "(?=.{5,60}$)"
              + FULL_NAME
              + "(?:(?:\\s?[,&/]\\s?|\\s(?:and|und)\\s)"
              + FULL_NAME
              + "){0,3}");

  /** Behind a comma or stroke one word is an office or a paper. */
  private static final String NAMES =
      NAME
          + "(?:\\s?[,/]\\s?"
          + WORD
          + NEXT_WORD
          + "{1,4}|(?:\\s?&\\s?|\\s(?:and|und|mit|with)\\s)"
          + NAME
          + "){0,4}";

  private static final String HAN_NAME =
      "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|令狐|慕容|夏侯|["
          + String.join("", WORDS.get("surname"))
          + "])\\s?\\p{IsHan}{1,3}?";

  private static final String HAN_END =
      "(?=$|[\\s、，,。；;/／|（()）\\[\\]】]|发自|報道|报道|[文摄图](?:\\s|$|[/／受)）])|实习|通讯员)";

  private static final String HAN_NAMES =
      HAN_NAME + "(?:\\s?[ 、,，/&和]\\s?" + HAN_NAME + "){0,6}" + HAN_END;

  /** At the start of a line, or behind a sign or date. */
  private static final Pattern LATIN =
      Pattern.compile(
          "(?:^|[|•·(–—-]\\s?|\\d[.,]?\\s)(?iu:(?:"
              + words("author", false)
              + ")\\s?:|(?:"
              + words("by", false)
              + "))(?:\\s|(?<=\\p{Ll})(?=\\p{Lu}))("
              + NAMES
              + ")(?![\\p{L}_]|\\d+\\p{L})");

  /** What someone is, before the name: {@code 示例网专栏作者}. */
  private static final String HAN_OFFICE =
      "(?:[^\\s:：]{0,12}(?:" + words("author", true) + "|" + words("reporter", true) + ")\\s?)?";

  private static final Pattern HAN_LABEL =
      Pattern.compile(
          "(?:"
              + words("author", true)
              + "|"
              + words("reporter", true)
              + ")\\s?[:：/／|｜]\\s?"
              + HAN_OFFICE
              + "("
              + HAN_NAMES
              + "|[^\\s:：|/／，,。;；【】\\[<>]{2,24}+(?!\\s?[:：]))");

  private static final Pattern HAN_REPORTER =
      Pattern.compile("(?:" + words("reporter", true) + ")\\s{0,2}(" + HAN_NAMES + ")");

  private static final Pattern HAN_BRACKETS =
      Pattern.compile(
          "[（(]\\s?(?:[^（()）:：]{0,16}?(?:"
              + words("reporter", true)
              + "))\\s{0,2}("
              + HAN_NAMES
              + "|"
              + HAN_NAME
              + "(?:\\s?[ 、,，/&和]?\\s?"
              + HAN_NAME
              + "){0,4}"
              + HAN_END
              + "|\\p{IsHan}{2,6}(?:·\\p{IsHan}{1,8}){0,2}(?=\\s?[)）]))[^（()）]{0,12}[)）]");

  /** {@code 由海风张贴 @ 2005-06-14} and {@code posted @ 2005-06-14 09:30 海风 阅读(12)}. */
  private static final Pattern HAN_POSTED =
      Pattern.compile(
          "由\\s?(?<by>[^\\s由，。,]{2,16}?)\\s?(?:张贴|发表|发布|上传)(?:于|在)?\\s?@?\\s?(?:19|20)\\d\\d"
              + "|posted @ [\\d\\s:-]{8,20}(?<at>\\S{2,16})\\s阅读");

  private static final Pattern HAN_SIGNED =
      Pattern.compile(
          "[（(]\\s?("
              + HAN_NAME
              + "(?:\\s?[ 、]\\s?"
              + HAN_NAME
              + "){0,4})\\s?(?:\\p{IsHan}{0,4}报道\\s?)?[)）]$");

  /** {@code (Erika Mustermann/dpa)}, in some papers with three crosses behind. */
  private static final Pattern SIGNED =
      Pattern.compile("[.!?“”\"»]\\s?\\((" + NAMES + ")\\)(?:\\s?\\++)?$");

  private static final Pattern HAN_ONLY =
      Pattern.compile(HAN_NAME + "(?:[ 、]\\s?" + HAN_NAME + "){1,6}");

  private static final String HAN_DATE =
      "(?:19|20)\\d\\d(?:-\\d\\d?-\\d\\d?|年\\s?\\d\\d?月\\s?\\d\\d?日)";

  /** {@code 原创 南方都市报 2019-09-09 16:01:46} and {@code 2019-05-17 · 南方都市报}. */
  private static final Pattern DATED =
      Pattern.compile(
          "(?:原创\\s)?([\\p{IsHan}A-Za-z][^\\s:：|/]{1,13})\\s"
              + HAN_DATE
              + "(?:\\s?[\\d:]{4,8})?"
              + "|(?:(?:https?://|www\\.)\\S{4,60}\\s)?"
              + HAN_DATE
              + "(?:(?:\\s[\\d:]{4,8})?(?:\\s?[·|]\\s?|\\s)|\\s?[\\d:]{4,8})([\\p{IsHan}][^\\s:：|/]{1,13})");

  /** What stands behind a name without a space, where the elements of a page part them. */
  private static final String NEXT_LABEL = "(?=(?:" + words("label", true) + ")\\s?[:：])";

  private static final Pattern SOURCE =
      Pattern.compile(
          "(?iu)(?:"
              + words("source", true)
              + "|(?:^|[\\s|(（\\[【]|\\p{IsHan})(?:"
              + words("source", false)
              + "))\\s?[:：]\\s?([^\\s|（()），,。;；【\\[<>:：]{2,30}?)(?:"
              + NEXT_LABEL
              + "|(?![^\\s|（()），,。;；【\\[<>:：]))");

  /** A name in capital letters, and behind it the paper: {@code ANN ROE Example Gazette}. */
  private static final Pattern SHOUTED =
      Pattern.compile("^(\\p{Lu}{2,}(?:\\s\\p{Lu}[\\p{Lu}.'’-]+){1,2})\\s\\p{Lu}\\p{Ll}.*$");

  private static final Pattern EDITOR =
      Pattern.compile(
          "(?:"
              + words("editor", true)
              + ")\\s?[:：]?\\s?("
              + HAN_NAMES
              + "|"
              + HAN_NAME
              + "(?![\\p{IsHan}]))");

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?iu)^(?:"
              + words("author", false)
              + "|"
              + words("part", false)
              + "|"
              + words("author", true)
              + "|"
              + words("reporter", true)
              + "|"
              + words("source", false)
              + ")(?:\\s*[:：/]\\s*|\\s+)(?=[\\p{L}\\d])");

  private static final Pattern BEHIND =
      Pattern.compile(
          "(?iu)(?:\\s+\\(www\\..*|\\s?/\\s?(?-i:\\p{Lu}[\\p{Lu}-]{1,5})$|\\s?/\\s?(?:"
              + words("organisation", false)
              + ")$|\\s+(?:"
              + words("part", false)
              + "|"
              + words("office", false)
              + ")(?:\\s.*|$)|\\s+\\d.*|\\s*[|•·–—»].*|\\s-(?:\\s.*|$)|[\\s,]+(?:"
              + words("day", false)
              + ")(?:[,.].*|\\s+\\p{L}+\\s+\\d.*|\\s+\\d.*|$)|[\\s,]+(?:"
              + DateText.MONTH_NAMES
              + ")\\.?,?\\s\\d.*|\\s*,\\s*(?:"
              + DateText.MONTH_NAMES
              + ")\\.?$|[\\s,;:/©]+$)");

  // Most lines hold none of the words, which is seen sooner than that a pattern finds nothing.
  private static final Substrings BY_WORDS = substrings(word -> !hasHanzi(word), "author", "by");
  private static final Substrings AUTHOR_WORDS =
      substrings(Bylines::hasHanzi, "author", "reporter");
  private static final Substrings REPORTER_WORDS = substrings(Bylines::hasHanzi, "reporter");
  private static final Substrings EDITOR_WORDS = substrings(Bylines::hasHanzi, "editor");
  private static final Substrings SOURCE_WORDS = substrings(word -> true, "source");

  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}]+|\\d+[:.].*|[A-Z]_\\d+");

  private Bylines() {}

  /** Whether those named as authors are agencies, firms or desks, and no persons. */
  static boolean isOrganisation(String names) {
    for (String name : names.split("[,/]")) {
      String folded = Folding.foldEnds(name);
      if (!ORGANISATIONS.contains(folded.substring(folded.lastIndexOf(' ') + 1))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line is but what stands before a name. */
  static boolean isLabel(String line) {
    return line.length() <= MAX_LABEL && LABELS.contains(Folding.foldEnds(line));
  }

  /** What a line says of who wrote the text. */
  static Optional<String> author(String line) {
    Optional<String> chinese =
        AUTHOR_WORDS.isIn(line)
            ? first(HAN_LABEL, line).or(() -> reported(line))
            : Optional.empty();
    return chinese.or(() -> posted(line)).or(() -> latin(line));
  }

  private static Optional<String> posted(String line) {
    if (line.indexOf('由') < 0 && line.indexOf('@') < 0) {
      return Optional.empty();
    }
    Matcher matcher = HAN_POSTED.matcher(line);
    return matcher.find()
        ? Optional.of(matcher.group("by") == null ? matcher.group("at") : matcher.group("by"))
        : Optional.empty();
  }

  private static Optional<String> reported(String line) {
    return REPORTER_WORDS.isIn(line)
        ? first(HAN_REPORTER, line).or(() -> first(HAN_BRACKETS, line))
        : Optional.empty();
  }

  private static Optional<String> latin(String line) {
    if (!BY_WORDS.isIn(line)) {
      return Optional.empty();
    }
    Matcher matcher = LATIN.matcher(line);
    while (matcher.find()) {
      Optional<String> name = name(matcher.group(1));
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  /** The reporter that stands in brackets at the start of a paragraph, or at the end of one. */
  static Optional<String> reporter(String paragraph) {
    return REPORTER_WORDS.isIn(paragraph) ? first(HAN_BRACKETS, paragraph) : Optional.empty();
  }

  /** The names in brackets with which a text is signed. */
  static Optional<String> signature(String paragraph) {
    if (")）+".indexOf(lastOf(paragraph)) < 0) {
      return Optional.empty();
    }
    return hasHanzi(paragraph)
        ? first(HAN_SIGNED, paragraph)
        : first(SIGNED, paragraph).flatMap(Bylines::name);
  }

  /** A text that is nothing but full names in Latin letters. */
  static Optional<String> persons(String text) {
    return PERSONS.matcher(text).matches() && !NOBODY.contains(Folding.foldEnds(text))
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A line that is nothing but Chinese names, two at least. */
  static Optional<String> names(String line) {
    return hasHanzi(line) && HAN_ONLY.matcher(line).matches()
        ? Optional.of(line)
        : Optional.empty();
  }

  /** The paper or agency that a line names as the origin of the text. */
  static Optional<String> source(String line) {
    Optional<String> named = SOURCE_WORDS.isIn(line) ? first(SOURCE, line) : Optional.empty();
    Matcher dated = DATED.matcher(line);
    if (named.isPresent() || !dated.matches()) {
      return named;
    }
    return Optional.of(dated.group(1) == null ? dated.group(2) : dated.group(1))
        .filter(name -> name.indexOf('.') < 0) // no address
        .filter(name -> !NOBODY.contains(Folding.foldEnds(name)));
  }

  /** The editor that a line names. */
  static Optional<String> editor(String line) {
    return EDITOR_WORDS.isIn(line) ? first(EDITOR, line) : Optional.empty();
  }

  private static char lastOf(String text) {
    return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
  }

  private static boolean hasHanzi(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (TextMeasure.isHanzi(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> first(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    while (matcher.find()) {
      String found = matcher.group(1).strip();
      if (!NOBODY.contains(Folding.foldEnds(found))) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /**
   * The name in a text that is meant as one: without labels before and dates behind it; addresses,
   * numbers and sentences are none.
   */
  static Optional<String> name(String text) {
    String name = TextNormalizer.line(text);
    if (name.length() > 3 * MAX_NAMES) {
      return Optional.empty();
    }
    String longer = "";
    for (int i = 0; i < 3 && !name.equals(longer); i++) {
      longer = name;
      name = BEFORE.matcher(name).replaceFirst("").strip();
      name = BEHIND.matcher(name).replaceFirst("").strip();
      name = SHOUTED.matcher(name).replaceFirst("$1");
    }
    boolean none =
        name.length() < 2
            || name.length() > MAX_NAMES
            || name.contains("://")
            || name.indexOf('@') > 0
            || name.indexOf('©') > 0
            || !Character.isLetterOrDigit(name.codePointAt(0))
            || NO_NAME.matcher(name).matches()
            || NOBODY.contains(Folding.foldEnds(name));
    return none ? Optional.empty() : Optional.of(name);
  }

  /** What entries of sections begin with, up to a space. */
  private static Substrings substrings(Predicate<String> filter, String... sections) {
    return new Substrings(
        Arrays.stream(sections)
            .flatMap(section -> WORDS.get(section).stream())
            .filter(filter)
            .map(word -> word.split(" ")[0])
            .collect(Collectors.toSet()));
  }

  /** The entries of a section as alternatives, longest first; those with Chinese or the others. */
  private static String words(String section, boolean chinese) {
    Set<String> words = new HashSet<>(WORDS.get(section));
    String alternatives =
        words.stream()
            .filter(word -> hasHanzi(word) == chinese)
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(w -> w))
            .map(
                word ->
                    Arrays.stream(word.split(" "))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s")))
            .collect(Collectors.joining("|"));
    return alternatives.isEmpty() ? "(?!)" : alternatives;
  }
}
