package io.kiosk.query;

import io.kiosk.query.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a query into tokens. What looks like an operator where it stands becomes one here; whether
 * it has operands on both sides is seen only when all tokens are known, by {@link QueryOperators}.
 */
final class QueryLexer {

  private static final Pattern FIELD =
      Pattern.compile("(title|body|lang|source|author|published):");
  private static final Pattern RANGE =
      Pattern.compile("[\\[{] *+[^\\s\\]}]++ ++TO ++[^\\s\\]}]++ *+[\\]}]");
  private static final Pattern BOOST = Pattern.compile("\\^(\\d{1,9}(?:\\.\\d{1,9})?)");

  /** A word that may have a weight; {@code 10^6} and {@code E=mc^2} are text. */
  private static final Pattern BOOSTED =
      Pattern.compile("(?=[\\p{N}\\p{M}]*+\\p{L})[\\p{L}\\p{N}\\p{M}'’·_*?~.&+#-]++");

  private static final Pattern CONJUNCTION =
      Pattern.compile("(,|\\b(und|oder|sowie|bzw\\.|and|or))$", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SLOP = Pattern.compile("~(\\d++)");

  private final String query;
  private final List<QueryToken> tokens = new ArrayList<>();
  private int at;

  /** Opening quotes of which it is known that nothing closes them up to the end of the query. */
  private String neverClosed = "";

  /** Whether an operator may begin here: nothing but white space and operators stands before. */
  private boolean clear = true;

  private QueryLexer(String query) {
    this.query = query;
  }

  /**
   * The tokens of a query, in order.
   *
   * @throws QuerySyntaxException if a field has no value, or one that is not closed
   */
  static List<QueryToken> tokens(String query) {
    QueryLexer lexer = new QueryLexer(query);
    while (lexer.skipSpace()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char c = query.charAt(at);
    if (c == '(') {
      add(Kind.OPEN, at, at + 1);
    } else if (c == ')') {
      add(Kind.CLOSE, at, at + 1);
      clear = false;
      boost();
    } else if (!(clear && (sign(c) || field() || exact(c))) && !phrase(c)) {
      chunk();
      clear = false;
    }
  }

  /** {@code + - !} directly before a word, a phrase, a bracket or {@code =}. */
  private boolean sign(char c) {
    if (c != '+' && c != '-' && c != '!' || at + 1 == query.length()) {
      return false;
    }
    if (c == '-' && isSuspended()) {
      return false;
    }
    int next = at + 1;
    boolean before =
        switch (query.charAt(next)) {
          case '(', '=' -> true;
          case '"' -> closingQuote(next) >= 0;
          case '\\' -> QueryChars.isEscape(query, next);
          default -> QueryChars.isLetter(query, next);
        };
    if (before) {
      add(c == '+' ? Kind.REQUIRE : Kind.EXCLUDE, at, next);
    }
    return before;
  }

  /** Whether a hyphen here stands for half a German word: {@code Straßen, -brücken und -tunnel}. */
  private boolean isSuspended() {
    if (!Character.isLowerCase(query.charAt(at + 1))) {
      return false;
    }
    int end = at;
    while (end > 0 && QueryChars.isSpace(query.charAt(end - 1))) {
      end--;
    }
    return CONJUNCTION.matcher(query).region(Math.max(0, end - 6), end).find();
  }

  private boolean field() {
    Matcher matcher = FIELD.matcher(query).region(at, query.length());
    if (!matcher.lookingAt() || isEndOfThought(matcher.end())) {
      return false;
    }
    String name = matcher.group(1);
    tokens.add(new QueryToken(Kind.FIELD, at, matcher.end(), name));
    at = matcher.end();
    if (!skipSpace() || query.charAt(at) == ')') {
      throw unreadable(at, found(at) + behind(name));
    }
    if (name.equals("title") || name.equals("body")) {
      fieldText(name);
    } else {
      filter(name);
    }
    return true;
  }

  /** Whether a colon ends here that running text goes on behind: {@code Open source: a survey}. */
  private boolean isEndOfThought(int end) {
    return !tokens.isEmpty()
        && tokens.getLast().kind() == Kind.TEXT
        && end < query.length()
        && QueryChars.isSpace(query.charAt(end))
        && QueryChars.isLetter(query, end + 1);
  }

  /** A word, phrase or group behind {@code title:} or {@code body:}. */
  private void fieldText(String name) {
    char c = query.charAt(at);
    if (c == '(') {
      return; // the next token; QueryOperators sees to it that it is closed
    }
    if (isQuote(at)) {
      mustClose(at);
    } else if (c == '=' && isQuote(at + 1)) {
      mustClose(at + 1);
    }
    clear = true;
    if (exact(c) || quotation(c)) {
      return;
    }
    int end = chunkEnd();
    if (QueryChars.isWordless(query.substring(at, end))) {
      throw unreadable(at, found(at) + behind(name));
    }
    operand(end);
    clear = false;
  }

  private void filter(String name) {
    if (query.charAt(at) != '(') {
      value(name);
      clear = false;
      return;
    }
    int open = at;
    add(Kind.OPEN, at, at + 1);
    int values = 0;
    while (skipSpace() && query.charAt(at) != ')') {
      if (values > 0 && isWord("OR")) {
        at += 2;
        continue;
      }
      if (values++ > 0) {
        tokens.add(new QueryToken(Kind.OR, at, at));
      }
      listed(name);
    }
    if (at == query.length()) {
      throw unreadable(
          open, "this bracket is not closed: write a ) behind the values of " + name + ":");
    }
    if (values == 0) {
      throw unreadable(at, found(at) + behind(name));
    }
    add(Kind.CLOSE, at, at + 1);
    clear = false;
  }

  /** A value in brackets; what an operator would do there has another notation. */
  private void listed(String name) {
    if (isWord("AND") || isWord("NOT") || "(-+!".indexOf(query.charAt(at)) >= 0) {
      throw unreadable(
          at,
          found(at)
              + ", expected a value: the brackets behind "
              + name
              + ": take only values and OR;"
              + " write -"
              + name
              + ":value to exclude one");
    }
    value(name);
  }

  private boolean isWord(String word) {
    int end = at + word.length();
    return query.startsWith(word, at) && end < query.length() && endsChunk(end);
  }

  private void value(String name) {
    char c = query.charAt(at);
    if (isQuote(at)) {
      int close = mustClose(at);
      tokens.add(new QueryToken(Kind.QUOTED, at + 1, close, "0"));
      at = close + 1;
    } else if (name.equals("published") && (c == '[' || c == '{')) {
      range();
    } else {
      int end = at;
      while (end < query.length() && !endsChunk(end)) {
        end++;
      }
      int trimmed = end;
      while (trimmed > at && ",;".indexOf(query.charAt(trimmed - 1)) >= 0) {
        trimmed--;
      }
      if (trimmed == at) {
        throw unreadable(at, found(at) + behind(name));
      }
      add(Kind.VALUE, at, trimmed);
      at = end;
    }
  }

  private void range() {
    Matcher matcher = RANGE.matcher(query).region(at, query.length());
    if (!matcher.lookingAt()) {
      throw unreadable(
          at,
          "this range cannot be read: write [2024-06 TO 2024-07], with * for an open end and"
              + " { or } for a side that does not belong to it");
    }
    add(Kind.RANGE, at, matcher.end());
  }

  /** {@code =word} or {@code ="a phrase"}. */
  private boolean exact(char c) {
    if (c != '=' || at + 1 == query.length()) {
      return false;
    }
    int start = at + 1;
    int close = closingQuote(start);
    if (close >= 0) {
      add(Kind.EXACT_QUOTED, start + 1, close);
      at = close + 1;
      if (SLOP.matcher(query).region(at, query.length()).lookingAt()) {
        throw unreadable(
            at,
            "found ~ behind an exact phrase, whose words stand side by side:"
                + " leave out the = or the ~");
      }
      boost();
    } else if (QueryChars.isWordChar(query, start) || QueryChars.isEscape(query, start)) {
      at = start;
      exactWord(chunkEnd());
    } else {
      return false;
    }
    clear = false;
    return true;
  }

  private void exactWord(int end) {
    int boost = boostStart(at, end);
    int last = boost;
    while (WordReader.AFTER_WORD.indexOf(query.charAt(last - 1)) >= 0) {
      last--;
    }
    add(Kind.EXACT, at, last);
    at = boost;
    boost();
    at = end;
  }

  /** A phrase in running text: in straight quotes, and not behind a number or Latin letter. */
  private boolean phrase(char c) {
    return c == '"' && opensPhrase(at) && quotation(c);
  }

  private boolean quotation(char c) {
    int close = closingQuote(at);
    if (close < 0) {
      return false;
    }
    int start = at + 1;
    at = close + 1;
    clear = false;
    Matcher slop = SLOP.matcher(query).region(at, query.length());
    String distance = "0";
    if (slop.lookingAt() && !QueryChars.isWordChar(query, slop.end())) {
      distance = slop.group(1);
      if (distance.length() > 4) {
        throw unreadable(
            at,
            "found "
                + QuerySyntaxException.excerpt("~" + distance)
                + ", expected a distance of at most 9999 words");
      }
      at = slop.end();
    }
    tokens.add(new QueryToken(Kind.QUOTED, start, close, distance));
    boost();
    return true;
  }

  private boolean opensPhrase(int offset) {
    return (!QueryChars.isWordChar(query, offset - 1) || QueryChars.isIdeograph(query, offset - 1))
        && closingQuote(offset) >= 0;
  }

  /** Everything up to white space, a bracket or a phrase. */
  private void chunk() {
    int end = chunkEnd();
    switch (query.substring(at, end)) {
      case "AND" -> add(Kind.AND, at, end);
      case "OR" -> add(Kind.OR, at, end);
      case "NOT" -> add(Kind.EXCLUDE, at, end);
      default -> operand(end);
    }
  }

  private int chunkEnd() {
    int end = at;
    do {
      end += QueryChars.isEscape(query, end) ? 2 : 1;
    } while (end < query.length()
        && !endsChunk(end)
        && !(query.charAt(end) == '"' && opensPhrase(end)));
    return end;
  }

  private boolean endsChunk(int offset) {
    char c = query.charAt(offset);
    return c == '(' || c == ')' || QueryChars.isSpace(c);
  }

  private void operand(int end) {
    int boost = boostStart(at, end);
    tokens.add(WordReader.read(query, at, boost));
    at = boost;
    boost();
    at = end;
  }

  /** Where a boost begins that ends here and has a word before it, or the end if there is none. */
  private int boostStart(int start, int end) {
    int caret = end;
    while (caret > start && "0123456789.".indexOf(query.charAt(caret - 1)) >= 0) {
      caret--;
    }
    caret--;
    boolean boosted =
        caret > start + (QueryChars.isIdeograph(query, start) ? 0 : 1)
            && BOOST.matcher(query).region(caret, end).matches()
            && BOOSTED.matcher(query).region(start, caret).matches();
    return boosted ? caret : end;
  }

  private void boost() {
    Matcher matcher = BOOST.matcher(query).region(at, query.length());
    if (!tokens.getLast().kind().endsOperand
        || !matcher.lookingAt()
        || QueryChars.isWordChar(query, matcher.end())) {
      return;
    }
    float weight = Float.parseFloat(matcher.group(1));
    if (weight < .01f || weight > 100) {
      throw unreadable(at, "found " + matcher.group() + ", expected a weight from 0.01 to 100");
    }
    tokens.add(new QueryToken(Kind.BOOST, at, matcher.end(), matcher.group(1)));
    at = matcher.end();
  }

  private int mustClose(int open) {
    int close = closingQuote(open);
    if (close < 0) {
      throw unreadable(
          open, "this quote is not closed or has no word in it: close it behind the words meant");
    }
    return close;
  }

  /** Where the quote that opens here is closed, with a word in between; else -1. */
  private int closingQuote(int open) {
    String closers = open < query.length() ? closers(query.charAt(open)) : "";
    if (closers.isEmpty() || neverClosed.indexOf(query.charAt(open)) >= 0) {
      return -1;
    }
    boolean word = false;
    for (int i = open + 1; i < query.length(); i++) {
      if (closers.indexOf(query.charAt(i)) >= 0) {
        return word ? i : -1;
      }
      word |= QueryChars.isWordChar(query, i);
      if (QueryChars.isEscape(query, i)) {
        i++;
      }
    }
    neverClosed += query.charAt(open);
    return -1;
  }

  /** What may close a quote. Typographic ones are asked for only where text cannot be meant. */
  private static String closers(char open) {
    return switch (open) {
      case '"' -> "\"";
      case '“' -> "”";
      case '„' -> "“”";
      case '«' -> "»";
      case '»' -> "«";
      case '「' -> "」";
      case '『' -> "』";
      default -> "";
    };
  }

  private boolean isQuote(int offset) {
    return offset < query.length() && !closers(query.charAt(offset)).isEmpty();
  }

  /** Goes to the next character that is not white space; false at the end of the query. */
  private boolean skipSpace() {
    while (at < query.length() && QueryChars.isSpace(query.charAt(at))) {
      at++;
      clear = true;
    }
    return at < query.length();
  }

  private void add(Kind kind, int start, int end) {
    tokens.add(new QueryToken(kind, start, end));
    at = end;
  }

  private String found(int offset) {
    return offset == query.length()
        ? "the query ends here"
        : "found " + QuerySyntaxException.excerpt(Character.toString(query.codePointAt(offset)));
  }

  private static String behind(String field) {
    String wanted =
        switch (field) {
          case "title", "body" -> "a word, a \"phrase\" or a (group)";
          case "lang" -> "a language such as de or (zh en)";
          case "published" -> "a date such as 2024-06 or a range such as [2024-06 TO 2024-07]";
          default -> "a name, \"in quotes\" if it has spaces";
        };
    return ", expected "
        + wanted
        + " behind "
        + field
        + ": (write \\"
        + field
        + ": for the mere text)";
  }

  private QuerySyntaxException unreadable(int offset, String problem) {
    return new QuerySyntaxException(query, offset, problem);
  }
}
