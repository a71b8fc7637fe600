package io.kiosk.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Reads hints from the names of elements, with the words of {@code markup-hints.txt}. Remembers the
 * names of one page, for the same class stands on many elements; not for several threads.
 */
final class MarkupHints {

  private static final HintWords WORDS = new HintWords();
  private static final int MAX_NAME = 300;

  /** Flags beside the bits of {@link Hint}: the name holds the word. */
  private static final int HEADLINE = 1 << 29;

  private static final int BYLINE = 1 << 30;

  /** The same, before it is known whether it means the author. */
  private static final int AUTHOR = 1 << 31;

  private static final int HINTS = HEADLINE - 1;

  private static final int APART = Hint.CAPTION.bit() | Hint.SIDE.bit() | Hint.HIDDEN.bit();

  /** First letters of {@link #STATES}. */
  private static final String STATE_LETTERS = "hwnijct";

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
  private final char[] chars = new char[MAX_NAME];
  private Element last;
  private int names;

  /** Bits of {@link Hint} that tag, role, class, id and state of this element give. */
  int of(Element element) {
    int bits = ofTag(element.normalName());
    if (element.attributesSize() == 0) {
      return bits;
    }
    bits |= names(element) & HINTS;
    if (hasOnlyClass(element)) {
      return bits;
    }
    Attributes attributes = element.attributes();
    bits |= ofRole(attributes.get("role"));
    if (attributes.get("itemprop").equalsIgnoreCase("articleBody")) {
      bits |= Hint.BODY.bit();
    }
    return isHidden(attributes) ? bits | Hint.HIDDEN.bit() : bits;
  }

  /**
   * Whether an inline element is set apart from the text around it: a caption, a box, or hidden.
   */
  boolean isApart(Element element) {
    return element.attributesSize() > 0
        && ((ofName(element.attributes().get("class")) & APART) != 0
            || isHidden(element.attributes()));
  }

  /** Whether the class of an element says that it is a box. */
  boolean isBox(Element element) {
    return (ofName(element.attributes().get("class")) & Hint.SIDE.bit()) != 0;
  }

  /** Whether class or id hold "title" or "headline". */
  boolean isNamedHeadline(Element element) {
    return (names(element) & HEADLINE) != 0;
  }

  /** Whether class or id hold "author", "byline" or the like. */
  boolean isNamedByline(Element element) {
    return (names(element) & BYLINE) != 0;
  }

  /** Asked several times in a row of one element, so the last one's are remembered. */
  private int names(Element element) {
    if (element != last) {
      Attributes attributes = element.attributes();
      names = ofName(attributes.get("class"));
      if (!hasOnlyClass(element)) {
        names |= ofId(attributes.get("id"));
      }
      last = element;
    }
    return names;
  }

  /** Whether an element has its class and no other attribute, as most have. */
  static boolean hasOnlyClass(Element element) {
    return element.attributesSize() == 1 && element.attributes().hasKey("class");
  }

  private static int ofTag(String tag) {
    return switch (tag) {
      case "nav", "menu", "amp-sidebar" -> Hint.NAVIGATION.bit();
      case "aside" -> Hint.SIDE.bit();
      case "footer" -> Hint.FOOTER.bit();
      case "header" -> Hint.HEADER.bit();
      case "figcaption" -> Hint.CAPTION.bit();
      case "form", "button", "fieldset", "label" -> Hint.FORM.bit();
      case "time", "address" -> Hint.META.bit();
      case "dialog", "amp-ad", "amp-lightbox" -> Hint.PROMOTION.bit();
      case "amp-consent", "amp-user-notification" -> Hint.CONSENT.bit();
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
  private int ofId(String id) {
    return id.isEmpty() ? 0 : read(id);
  }

  private int ofName(String names) {
    if (names.isEmpty()) {
      return 0;
    }
    Integer known = seen.get(names);
    if (known == null) {
      known = read(names);
      seen.put(names, known);
    }
    return known;
  }

  /**
   * WordPress lists behind the number of a post what it is about and who wrote it: {@code post-12
   * type-post status-publish hentry category-comment}.
   */
  private int read(String names) {
    int length = names.length();
    if (length > MAX_NAME) {
      return flags(names.toCharArray(), 0, length);
    }
    names.getChars(0, length, chars, 0);
    boolean post = names.contains("status-publish") || names.contains("hentry");
    int bits = 0;
    int start = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || chars[i] <= ' ') {
        if (i > start) {
          bits |= flags(chars, start, i);
          if (post && names.startsWith("post-", start) && Character.isDigit(chars[i - 1])) {
            return bits | flags(chars, start, length);
          }
          boolean slug = isState(names, start) || post && names.startsWith("author-", start);
          bits |= slug ? 0 : WORDS.bits(chars, start, i);
        }
        start = i + 1;
      }
    }
    return bits;
  }

  private static int flags(char[] names, int from, int to) {
    int flags = 0;
    boolean authority = false; // "authorized" and "authority" name nobody
    for (int i = from; i < to; i++) {
      // Each of the words has one of these letters, and most names have none.
      switch (names[i] | 0x20) {
        case 'd' -> flags |= isAt("headline", names, i - 3, to) ? HEADLINE : 0;
        case 'l' -> {
          flags |= isAt("title", names, i - 3, to) ? HEADLINE : 0;
          flags |= isAt("byline", names, i - 2, to) ? BYLINE : 0;
        }
        case 'h' -> {
          flags |= isAt("author", names, i - 3, to) ? AUTHOR : 0;
          authority |= isAt("authori", names, i - 3, to);
        }
        case 'u' -> flags |= isAt("autor", names, i - 1, to) ? AUTHOR : 0;
        case 'c' -> flags |= isAt("creator", names, i, to) ? BYLINE : 0;
        case 'w' -> flags |= isAt("writer", names, i, to) ? BYLINE : 0;
        case 'p' -> flags |= isAt("reporter", names, i - 2, to) ? BYLINE : 0;
        case 'm' -> {
          boolean user = isAt("nickname", names, i - 6, to) || isAt("username", names, i - 6, to);
          flags |= user ? BYLINE : 0;
        }
        default -> {}
      }
    }
    boolean author = (flags & AUTHOR) != 0 && !authority;
    return flags & ~AUTHOR | (author ? BYLINE : 0);
  }

  private static boolean isAt(String word, char[] names, int at, int length) {
    if (at < 0 || at + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((names[at + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@code has-sidebar} says what else is on the page, and is not asked about. */
  private static boolean isState(String names, int at) {
    if (!holdsSign(names, at) || STATE_LETTERS.indexOf(names.charAt(at)) < 0) {
      return false;
    }
    for (String state : STATES) {
      if (names.startsWith(state, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sign stands where one of {@link #STATES} ends. */
  private static boolean holdsSign(String names, int at) {
    return isSign(names, at + 2)
        || isSign(names, at + 3)
        || isSign(names, at + 4)
        || isSign(names, at + 8);
  }

  private static boolean isSign(String names, int at) {
    return at < names.length() && (names.charAt(at) == '-' || names.charAt(at) == '_');
  }
}
