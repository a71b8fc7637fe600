package io.kiosk.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the role of a block from its words and shape; no state, so one serves all threads. */
final class BlockClassifier {

  private static final String MONTH =
      "jan(?:uary?|ner)?|jän(?:ner)?|feb(?:ruary?|ruar|er)?|mär(?:z)?|mrz|mar(?:ch)?|apr(?:il)?"
          + "|ma[iy]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?"
          + "|de[cz](?:ember)?";
  private static final String WEEKDAY =
      "mo(?:n(?:day|tag)?)?|di(?:e(?:nstag)?)?|tue(?:s(?:day)?)?|mi(?:t(?:twoch)?)?"
          + "|wed(?:nesday)?|do(?:n(?:nerstag)?)?|thu(?:r?s(?:day)?)?|fri?(?:day)?|fre(?:itag)?"
          + "|sa(?:t(?:urday)?|m(?:stag)?)?|sonnabend|sun(?:day)?|so(?:nn?(?:tag)?)?"
          + "|[周星期]+[一二三四五六日天]";
  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?:"
              + MONTH
              + "|"
              + WEEKDAY
              + "|#(?:st|nd|rd|th)?|[年月日时時分秒点]|at|um|am|pm|a\\.m|p\\.m|uhr|gmt|utc|[ce]e?s?t|bst|ist|p[ds]?t|the|den|of"
              + "|on|before|ago|vor|前|ago|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|minuten?|stunden?"
              + "|tag(?:en|e)?|wochen?|monat(?:en|e)?|jahr(?:en|e)?|分钟|小时|天|周|个月|上午|下午|read|reading|lesezeit|lesedauer|阅读|t|z|h)"
              + "(?:[\\s.,:;/|·•()+\\-–—]+|(?=[#年月日时時分秒点前分小天周个上下])|(?<=[年月日时分秒点])|$))+");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:\\S+:\\s*)?(?:https?://\\S+|www\\.\\S+|\\S+@\\S+\\.\\S+|\\S+\\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|html?|php|com|org|net|cn|de))");

  private static final Pattern DATE =
      Pattern.compile("#[./-]#[./-]#|#\\.? (?:" + MONTH + ")\\b|\\b(?:" + MONTH + ") #|#年#月");

  private static final String DAY =
      "(?:(?:" + MONTH + ") #, #|#\\.? (?:" + MONTH + ") #|#[./-]#[./-]#|#年#月#日)";

  /** A date and one thing more, parted from it by a sign: {@code July 18, 2024 | Ann Roe}. */
  private static final Pattern PARTED =
      Pattern.compile(
          DAY + " ?(?:[|·•].{2,40}|(?:来源|作者|编辑|记者|责编|來源|記者).{2,60})|.{2,40}[|·•] ?" + DAY);

  private static final Pattern BY = Pattern.compile("^(?:von|by|am|on|posted|geschrieben)\\b");
  private static final Pattern NAMES =
      Pattern.compile(
          "(?:[Vv]on|VON|[Bb]y|BY|[Tt]ext|[Ww]ords|[Ss]tory by|[Ii]nterview|SOURCE)[:"
              + " ]\\s*\\p{Lu}[\\p{L}.’'-]*(?:[,|/"
              + " ]+(?:\\p{Lu}[\\p{L}.’'-]*|und|and|&|von|van|de|der|für|for|in)){1,8}");
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:^|[\\s(\\[|/.。，,])(?:photos?|fotos?|bild|bilder|images?|pictures?|credits?|photograph|grafik|illustration|symbolbild|archivbild|摄影|图片来源|图源|图片|摄)(?:"
              + " (?:by|credit|courtesy))?(?: ?[:/])");

  /** The longest credit, "photograph courtesy :", with the sign before it. */
  private static final int MAX_CREDIT = 24;

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?:abbildung|abb\\.|figure|fig\\.|grafik|exhibit) ?#[a-z]?[:.]|[图圖表] ?# ?[:.]");

  /** Words of a caption, and characters of whose picture it is. */
  private static final double MAX_CAPTION = 60;

  private static final int MAX_OWNER = 70;

  /** {@code Ann Doe/Example Images}. */
  private static final Pattern OWNERS =
      Pattern.compile("\\p{Lu}[\\p{L}. -]{1,40}(?:\\s?/\\s?\\p{Lu}[\\p{L}. -]{1,40}){1,3}");

  private static final Pattern OWNED =
      Pattern.compile(
          "[.!?…]\\s(?:(?:Photo|Foto|Bild|Image|Picture|Credit|Source|Quelle)s?:\\s?\\p{Lu}[^.!?]{1,50}"
              + "|(?:"
              + Bylines.AGENCIES
              + ")(?:\\s(?:Images|Photo))?)$");

  /** Words of a date and a name. */
  private static final double MAX_PARTED = 12;

  /** Longer text is running text, whatever words are in it. */
  private static final int MAX_LABEL = 160;

  private final WordLists words = WordLists.get();

  /** Whether the role may be running text, without looking at the words. */
  static boolean mayBeProse(Block block) {
    return block.isProse();
  }

  BlockRole classify(Block block) {
    TextMeasure measure = block.measure();
    if (measure.letters() == 0) {
      return BlockRole.COUNTER;
    }
    if (block.kind() == Block.Kind.PREFORMATTED) {
      return block.isProse() ? BlockRole.PROSE : BlockRole.SHORT; // code, whatever words are in it
    }
    if (block.weight() > MAX_LABEL && block.isProse()) {
      return BlockRole.PROSE;
    }
    String folded = Folding.fold(block.text());
    String bare = Folding.stripEnds(folded);
    if (block.weight() <= 16) {
      BlockRole label = label(block, bare);
      if (label != null) {
        return label;
      }
    }
    return phrase(block, folded, bare);
  }

  /** Whether the words are those of a button, menu or notice. */
  boolean isOfThePage(Block block) {
    return switch (classify(block)) {
      case PROSE, HEADING, SHORT, CREDIT, CROSS_REFERENCE, TEASER -> false;
      case COUNTER, TIME, LINK, INTERFACE, RELATED, TAIL, COMMENTS, NOTICE, BYLINE -> true;
    };
  }

  private BlockRole label(Block block, String bare) {
    double weight = block.weight();
    if (bare.indexOf('#') >= 0 && bare.length() <= 60 && TIME.matcher(bare).matches()) {
      return BlockRole.TIME;
    }
    if (words.comments.match(bare, weight)) {
      return BlockRole.COMMENTS;
    }
    if (words.tail.match(bare, weight)) {
      return BlockRole.TAIL;
    }
    if (words.related.match(bare, weight)) {
      return BlockRole.RELATED;
    }
    if (words.userInterface.match(bare, weight)) {
      return BlockRole.INTERFACE;
    }
    return isAddress(block.text()) ? BlockRole.LINK : null;
  }

  /** No address has a space, but one may stand behind a label and its colon. */
  private static boolean isAddress(String text) {
    int space = text.indexOf(' ');
    return text.length() < 300
        && text.indexOf('.') > 0
        && (space < 1 || text.charAt(space - 1) == ':')
        && ADDRESS.matcher(text).matches();
  }

  private BlockRole phrase(Block block, String folded, String bare) {
    double weight = block.weight();
    if (weight <= 40 && (words.credit.prefixOf(folded) != null || isCredited(folded, weight))) {
      return BlockRole.CREDIT;
    }
    if (weight <= 40 && isCrossReference(block, folded)) {
      return BlockRole.CROSS_REFERENCE;
    }
    if (weight <= 24
        && (block.measure().sentences() == 0 || weight < 8)
        && words.byline.prefixOf(bare) != null) {
      return BlockRole.BYLINE;
    }
    if (weight <= 16 && (isDated(block, folded) || NAMES.matcher(block.text()).matches())) {
      return BlockRole.BYLINE;
    }
    if (weight <= 24 && folded.startsWith("《") && folded.endsWith("版)")) {
      return BlockRole.BYLINE; // the printed page: 《日报》（2022年2月13日 04版）
    }
    if (weight <= 40 && isDigitNear(folded) && FIGURE.matcher(folded).lookingAt()) {
      return BlockRole.CREDIT;
    }
    int notices = weight <= MAX_LABEL ? words.notice.countIn(folded, 3) : 0;
    if (notices >= 3 || notices == 2 && weight <= 90 || notices == 1 && weight <= 40) {
      return BlockRole.NOTICE;
    }
    if (block.linkDensity() > .8 && weight < 30) {
      return BlockRole.LINK;
    }
    if (block.isProse()) {
      return BlockRole.PROSE;
    }
    return block.kind() == Block.Kind.HEADING ? BlockRole.HEADING : BlockRole.SHORT;
  }

  /** A caption ends with whose picture it is, or points up to the picture. */
  private static boolean isCredited(String folded, double weight) {
    return "▲△▼".indexOf(folded.charAt(0)) >= 0
        || weight <= 30 && folded.indexOf('©') >= 0
        || isCreditBefore(':', folded)
        || isCreditBefore('/', folded);
  }

  /** Looks only at the few characters before each sign; most text has none. */
  private static boolean isCreditBefore(char sign, String folded) {
    int first = folded.indexOf(sign);
    if (first < 0) {
      return false;
    }
    Matcher matcher = CREDIT.matcher(folded).useAnchoringBounds(false);
    for (int i = first; i >= 0; i = folded.indexOf(sign, i + 1)) {
      if (matcher.region(Math.max(0, i - MAX_CREDIT), i + 1).find()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a text ends with whose picture it is: "(AP)", "(NASA/JPL)", "Credit: ESA". A last
   * paragraph may be signed so, too.
   */
  boolean endsInCredit(Block block) {
    String text = block.text();
    if (block.weight() > MAX_CAPTION || text.length() < 3) {
      return false;
    }
    int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'));
    boolean closed = ")）".indexOf(text.charAt(text.length() - 1)) >= 0;
    if (closed && open > 0 && text.length() - open <= MAX_OWNER) {
      String owner = text.substring(open + 1, text.length() - 1).strip();
      return !owner.isEmpty()
          && (Bylines.isOrganisation(owner)
              || words.credit.prefixOf(Folding.fold(text.substring(open))) != null
              || words.credit.prefixOf(Folding.fold(owner)) != null
              || OWNERS.matcher(owner).matches());
    }
    String end = text.substring(Math.max(0, text.length() - MAX_OWNER));
    return OWNED.matcher(end).find();
  }

  private static boolean isDated(Block block, String folded) {
    if (block.weight() <= MAX_PARTED
        && folded.indexOf('#') >= 0
        && PARTED.matcher(folded).matches()) {
      return true;
    }
    return (!block.measure().endsSentence() || folded.endsWith(".m."))
        && folded.indexOf('#') >= 0
        && (folded.contains("#:#") || BY.matcher(folded).lookingAt())
        && DATE.matcher(folded).find();
  }

  private static boolean isDigitNear(String folded) {
    int at = folded.indexOf('#');
    return at > 0 && at < 12;
  }

  /** "More: ..." or a short line; "More people than ever ..." begins a sentence. */
  private boolean isCrossReference(Block block, String folded) {
    String opening = words.crossReference.prefixOf(folded);
    if (opening == null) {
      return false;
    }
    String rest = folded.substring(opening.length()).stripLeading();
    boolean mark = !rest.isEmpty() && ":|>–-：".indexOf(rest.charAt(0)) >= 0;
    boolean sign = !Character.isLetterOrDigit(opening.charAt(opening.length() - 1));
    return mark || sign || block.linkDensity() > .3 || block.weight() <= 14 && !block.isProse();
  }

  /** Whether the words are those of a line about the author; true of some prose, too. */
  boolean looksLikeBiography(Block block) {
    return block.weight() <= 120 && words.author.countIn(Folding.fold(block.text()), 1) > 0;
  }
}
