package io.kiosk.corpus;

import java.util.Set;
import java.util.regex.Pattern;

/** Finds where the parts of a page end that are passed over. */
final class RawText {

  private static final String COMMENT = "<!--";
  private static final String CHARACTER_DATA = "<![CDATA[";

  private static final Pattern DECLARED = Pattern.compile("(?s)<!doctype\\s*html(?:\\s.*|>.*)");

  /** Elements of HTML: inside a drawing they end it, or begin a page in it. */
  private static final Set<String> NO_DRAWING =
      Set.of(
          ("b big blockquote body br center code dd div dl dt em embed font foreignobject h1 h2 h3"
                  + " h4 h5 h6 head hr i img li listing math menu meta nobr ol p pre ruby s small"
                  + " span strike strong sub sup table tt u ul var")
              .split(" "));

  private final String html;
  private final TagReader tag;

  RawText(String html, char[] chars, SharedStrings shared) {
    this.html = html;
    this.tag = new TagReader(html, chars, shared);
  }

  /** Offset behind an end tag. */
  int tagEnd(int start) {
    return tag.read(start + 2, false) ? tag.end() : html.length();
  }

  /** Whether the page does not begin with the declaration that it is HTML. */
  boolean isQuirky() {
    int at = PageTree.firstWord(html);
    while (html.startsWith(COMMENT, at) || html.startsWith("<?", at)) {
      at = declarationEnd(at);
      while (at < html.length() && PageParser.isSpace(html.charAt(at))) {
        at++;
      }
    }
    String declared = ElementKind.lower(html.substring(at, Math.min(html.length(), at + 40)));
    return !DECLARED.matcher(declared).matches();
  }

  /** Offset behind a comment or declaration. */
  int declarationEnd(int start) {
    if (html.startsWith(COMMENT, start)) {
      return commentEnd(start + COMMENT.length());
    }
    int end = html.indexOf('>', start);
    return end < 0 ? html.length() : end + 1;
  }

  private int commentEnd(int from) {
    if (html.startsWith(">", from)) {
      return from + 1;
    }
    if (html.startsWith("->", from)) {
      return from + 2;
    }
    int dashes = html.indexOf("--", from);
    while (dashes >= 0) {
      if (html.startsWith(">", dashes + 2)) {
        return dashes + 3;
      }
      if (html.startsWith("!>", dashes + 2)) {
        return dashes + 4;
      }
      dashes = html.indexOf("--", dashes + 1);
    }
    return html.length();
  }

  /** Where the end tag of an element begins that holds no markup; the end of the page if never. */
  int end(String name, int from) {
    int end = endTag(name, from);
    if (end < 0) {
      end = html.length();
    }
    boolean hides = name.equals("script") && html.indexOf(COMMENT, from, end) >= 0;
    return hides ? scriptEnd(from) : end;
  }

  private int endTag(String name, int from) {
    int at = html.indexOf("</", from);
    while (at >= 0 && !isNamed(at + 2, name)) {
      at = html.indexOf("</", at + 2);
    }
    return at;
  }

  /** A script inside a comment inside a script has an end tag of its own. */
  private int scriptEnd(int from) {
    boolean comment = false;
    boolean script = false;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c == '>' && comment && html.startsWith("--", i - 2)) {
        comment = false;
        script = false;
      } else if (c == '<' && !comment && html.startsWith(COMMENT, i)) {
        comment = true;
        i += COMMENT.length() - 1;
      } else if (c == '<' && html.startsWith("/", i + 1) && isNamed(i + 2, "script")) {
        if (!script) {
          return i;
        }
        script = false;
      } else if (c == '<' && comment && isNamed(i + 1, "script")) {
        script = true;
      }
    }
    return html.length();
  }

  /**
   * Where the end tag of an element begins whose content is passed over.
   *
   * @throws PageParser.UnsupportedException if it is not sure
   */
  int skippedEnd(String name, int from) {
    int end =
        switch (name) {
          case "noscript" -> endTag(name, from);
          case "select" -> choiceEnd(from);
          default -> drawingEnd(from);
        };
    if (end < 0) {
      throw new PageParser.UnsupportedException();
    }
    return end;
  }

  private int choiceEnd(int from) {
    int at = html.indexOf('<', from);
    while (at >= 0) {
      int name = html.startsWith("/", at + 1) ? at + 2 : at + 1;
      if (name == at + 2 && isNamed(name, "select")) {
        return at;
      }
      if (html.startsWith(COMMENT, at)) {
        at = html.indexOf('<', declarationEnd(at));
        continue;
      }
      boolean option = isNamed(name, "option") || isNamed(name, "optgroup");
      if (!option || !tag.read(name, false)) {
        return -1;
      }
      at = html.indexOf('<', tag.end());
    }
    return -1;
  }

  private int drawingEnd(int from) {
    int depth = 1;
    int at = html.indexOf('<', from);
    while (at >= 0) {
      if (html.startsWith(COMMENT, at)) {
        at = html.indexOf('<', declarationEnd(at));
        continue;
      }
      if (html.startsWith(CHARACTER_DATA, at)) {
        int end = html.indexOf("]]>", at);
        at = end < 0 ? -1 : html.indexOf('<', end);
        continue;
      }
      boolean ends = html.startsWith("/", at + 1);
      int start = ends ? at + 2 : at + 1;
      boolean letter = start < html.length() && PageParser.isLetter(html.charAt(start));
      if (!letter || !tag.read(start, false)) {
        return -1;
      }
      String name = ElementKind.lower(html.substring(start, tag.nameEnd()));
      if (NO_DRAWING.contains(name)) {
        return -1;
      }
      if (name.equals("svg")) {
        depth += ends ? -1 : tag.isClosed() ? 0 : 1;
        if (depth == 0) {
          return at;
        }
      }
      at = html.indexOf('<', tag.end());
      boolean text = !ends && !tag.isClosed() && (name.equals("style") || name.equals("script"));
      if (text && at >= 0 && !(html.startsWith("/", at + 1) && isNamed(at + 2, name))) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether the name of a tag that begins at an offset is this one, in any case. */
  private boolean isNamed(int start, String name) {
    int end = start + name.length();
    return end < html.length()
        && html.regionMatches(true, start, name, 0, name.length())
        && (html.charAt(end) == '>'
            || html.charAt(end) == '/'
            || PageParser.isSpace(html.charAt(end)));
  }
}
