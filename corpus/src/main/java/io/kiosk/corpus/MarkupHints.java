package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Reads hints from the names of elements, with the words of {@code markup-hints.txt}. Remembers the
 * names of one page, for the same class stands on many elements; not for several threads.
 */
final class MarkupHints {

  private static final Words WORDS = new Words();
  private static final int MAX_NAME = 300;

  /** Flags beside the bits of {@link Hint}: the name holds the word. */
  private static final int HEADLINE = 1 << 29;

  private static final int BYLINE = 1 << 30;
  private static final int HINTS = HEADLINE - 1;

  /** What single names say, for pages of one site have the same ones; no more once it is full. */
  private static final Map<String, Integer> SINGLE = new ConcurrentHashMap<>();

  private static final int MAX_SINGLE = 50_000;

  private static final List<String> STATES =
      List.of(
          "has-",
          "with-",
          "no-",
          "not-",
          "is-",
          "js-",
          "has_",
          "with_",
          "no_",
          "is_",
          "category-",
          "tag-");

  private final Map<String, Integer> seen = new HashMap<>();

  /** Bits of {@link Hint} that tag, role, class, id and state of this element give. */
  int of(Element element) {
    int bits = ofTag(element.normalName());
    if (element.attributesSize() == 0) {
      return bits;
    }
    Attributes attributes = element.attributes();
    bits |= names(attributes) & HINTS | ofRole(attributes.get("role"));
    if (attributes.get("itemprop").equalsIgnoreCase("articleBody")) {
      bits |= Hint.BODY.bit();
    }
    return isHidden(attributes) ? bits | Hint.HIDDEN.bit() : bits;
  }

  /** Whether an inline element is set apart from the text around it: a caption, or hidden. */
  boolean isApart(Element element) {
    return element.attributesSize() > 0
        && ((ofName(element.attributes().get("class")) & (Hint.CAPTION.bit() | Hint.HIDDEN.bit()))
                != 0
            || isHidden(element.attributes()));
  }

  /** Whether class or id hold "title" or "headline". */
  boolean isNamedHeadline(Element element) {
    return (names(element.attributes()) & HEADLINE) != 0;
  }

  /** Whether class or id hold "author" or "byline". */
  boolean isNamedByline(Element element) {
    return (names(element.attributes()) & BYLINE) != 0;
  }

  private int names(Attributes attributes) {
    return ofName(attributes.get("class")) | ofId(attributes.get("id"));
  }

  private static int ofTag(String tag) {
    return switch (tag) {
      case "nav", "menu" -> Hint.NAVIGATION.bit();
      case "aside" -> Hint.SIDE.bit();
      case "footer" -> Hint.FOOTER.bit();
      case "header" -> Hint.HEADER.bit();
      case "figcaption" -> Hint.CAPTION.bit();
      case "form", "button", "fieldset", "label" -> Hint.FORM.bit();
      case "time", "address" -> Hint.META.bit();
      case "dialog" -> Hint.PROMOTION.bit();
      default -> 0;
    };
  }

  private static int ofRole(String role) {
    return switch (role) {
      case "navigation", "menu", "menubar", "toolbar", "tablist" -> Hint.NAVIGATION.bit();
      case "complementary" -> Hint.SIDE.bit();
      case "contentinfo" -> Hint.FOOTER.bit();
      case "banner" -> Hint.HEADER.bit();
      case "search", "form", "button" -> Hint.FORM.bit();
      case "dialog", "alertdialog", "alert" -> Hint.PROMOTION.bit();
      default -> 0;
    };
  }

  private static boolean isHidden(Attributes attributes) {
    if (attributes.hasKey("hidden")) {
      return true;
    }
    String style = attributes.get("style");
    if (style.isEmpty() || !style.contains("none") && !style.contains("hidden")) {
      return false;
    }
    String compact = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return compact.contains("display:none") || compact.contains("visibility:hidden");
  }

  /** Not remembered: hardly two elements have the same. */
  private static int ofId(String id) {
    return id.isEmpty() ? 0 : id.length() > MAX_NAME ? flags(id) : ofEach(id, false);
  }

  private int ofName(String names) {
    if (names.isEmpty()) {
      return 0;
    }
    Integer known = seen.get(names);
    if (known == null) {
      known = names.length() > MAX_NAME ? flags(names) : ofEach(names, true);
      seen.put(names, known);
    }
    return known;
  }

  private static int ofEach(String names, boolean remembers) {
    int bits = 0;
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      if (i == names.length() || names.charAt(i) <= ' ') {
        if (i > start) {
          String name = names.substring(start, i);
          bits |= remembers ? ofClass(name) : ofSingle(name);
        }
        start = i + 1;
      }
    }
    return bits;
  }

  private static int ofClass(String name) {
    Integer known = SINGLE.get(name);
    if (known == null) {
      known = ofSingle(name);
      if (SINGLE.size() < MAX_SINGLE) {
        SINGLE.put(name, known);
      }
    }
    return known;
  }

  private static int ofSingle(String name) {
    return flags(name) | (isState(name) ? 0 : WORDS.bits(tokens(name)));
  }

  private static int flags(String names) {
    String lower = names.toLowerCase(Locale.ROOT);
    return (lower.contains("headline") || lower.contains("title") ? HEADLINE : 0)
        | (namesAuthor(lower) || lower.contains("byline") ? BYLINE : 0);
  }

  /** "authorized" and "authority" name nobody. */
  private static boolean namesAuthor(String lower) {
    return lower.contains("author") && !lower.contains("authori");
  }

  /**
   * {@code "wp-captionBar"} gives wp, caption, bar. Parts with digits inside are no words, and
   * {@code has-sidebar}, which says what else is on the page, is not asked about.
   */
  private static List<String> tokens(String name) {
    List<String> tokens = new ArrayList<>();
    split(name, 0, name.length(), tokens);
    return tokens;
  }

  private static boolean isState(String name) {
    for (String state : STATES) {
      if (name.startsWith(state)) {
        return true;
      }
    }
    return false;
  }

  /** Cuts one name at signs and before capitals. */
  private static void split(String name, int from, int to, List<String> tokens) {
    int start = from;
    for (int i = from; i <= to; i++) {
      boolean end = i == to || !Character.isLetterOrDigit(name.charAt(i));
      boolean capital =
          !end
              && i > start
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if (end || capital) {
        word(name, start, i, tokens);
        start = end ? i + 1 : i;
      }
    }
  }

  private static void word(String name, int from, int to, List<String> tokens) {
    int end = to;
    while (end > from && Character.isDigit(name.charAt(end - 1))) {
      end--;
    }
    for (int i = from; i < end; i++) {
      if (!Character.isLetter(name.charAt(i))) {
        return;
      }
    }
    if (end > from) {
      tokens.add(name.substring(from, end).toLowerCase(Locale.ROOT));
    }
  }

  /** The resource: words as single tokens or pairs, with and without an open end. */
  private static final class Words {
    private final Map<String, Integer> whole = new HashMap<>();
    private final TreeMap<String, Integer> openings = new TreeMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final BitSet mayOpen = new BitSet();
    private final BitSet mayBegin = new BitSet();

    Words() {
      Map<String, List<String>> sections = WordLists.sections(List.of("markup-hints.txt"));
      for (Hint hint : Hint.values()) {
        for (String word : sections.remove(hint.name().toLowerCase(Locale.ROOT))) {
          boolean open = word.endsWith("*");
          String key = open ? word.substring(0, word.length() - 1) : word;
          (open ? openings : whole).merge(key, hint.bit(), (a, b) -> a | b);
          if (open) {
            mayOpen.set(start(key));
          }
          mayBegin.set(start(key));
          for (int end = 1; end < key.length(); end++) {
            beginnings.add(key.substring(0, end));
          }
        }
      }
      if (!sections.isEmpty()) {
        throw new IllegalStateException("unknown hints: " + sections.keySet());
      }
    }

    int bits(List<String> tokens) {
      int bits = 0;
      for (int i = 0; i < tokens.size(); i++) {
        String token = tokens.get(i);
        if (token.isEmpty() || token.length() > 1 && !mayBegin.get(start(token))) {
          continue;
        }
        boolean alone = isEdge(tokens, i - 1) && isEdge(tokens, i + 1);
        int own = bits(token);
        bits |= own & (alone ? ~0 : ~Hint.HIDDEN.bit());
        boolean mayPair = own != 0 || beginnings.contains(token);
        if (mayPair && i + 1 < tokens.size() && !tokens.get(i + 1).isEmpty()) {
          String pair = token + "-" + tokens.get(i + 1);
          bits |= bits(pair) | whole.getOrDefault(token + tokens.get(i + 1), 0);
        }
      }
      return bits;
    }

    private static boolean isEdge(List<String> tokens, int i) {
      return i < 0 || i >= tokens.size() || tokens.get(i).isEmpty();
    }

    /** A number for the first two letters of a word. */
    private static int start(String word) {
      return word.length() < 2 ? 0 : (word.charAt(0) * 37 + word.charAt(1)) & 4095;
    }

    private int bits(String word) {
      int bits = whole.getOrDefault(word, 0);
      Map.Entry<String, Integer> opening =
          mayOpen.get(start(word)) ? openings.floorEntry(word) : null;
      if (opening != null && word.startsWith(opening.getKey())) {
        bits |= opening.getValue();
      }
      return bits;
    }
  }
}
