package io.kiosk.query;

import io.kiosk.query.QueryToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A query in the notation of {@link
 * org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser}, everything escaped
 * that is no operator. Each stretch of running text is one term with escaped spaces; an exact word
 * is a term of the field whose name ends with {@value #EXACT}.
 */
final class LuceneSyntax {

  /** Ends the name of a field whose terms are exact. */
  static final String EXACT = "=";

  private final String query;
  private final List<QueryToken> tokens;
  private final StringBuilder text = new StringBuilder();
  private final Map<Integer, Integer> offsets = new HashMap<>();

  /** The fields of the open brackets, innermost first; empty strings where none is named. */
  private final Deque<String> fields = new ArrayDeque<>();

  /** The field of the next operand, if one is named before it. */
  private String field = "";

  private int clauses;

  private LuceneSyntax(String query, List<QueryToken> tokens) {
    this.query = query;
    this.tokens = tokens;
  }

  /**
   * Writes tokens that {@link QueryOperators} has checked.
   *
   * @throws QuerySyntaxException if there are more than {@link QueryReader#MAX_CLAUSES} operands
   */
  static LuceneSyntax of(String query, List<QueryToken> tokens) {
    LuceneSyntax syntax = new LuceneSyntax(query, tokens);
    for (int next = 0; next < tokens.size(); ) {
      next = syntax.write(next);
    }
    return syntax;
  }

  /** The query as Lucene's parser reads it. */
  String text() {
    return text.toString();
  }

  /** Where in the query as typed the term stands that begins at a position of {@link #text}. */
  int offset(int position) {
    return offsets.get(position);
  }

  /** Writes a token, with running text all that belongs to it; returns the index of the next. */
  private int write(int index) {
    QueryToken token = tokens.get(index);
    switch (token.kind()) {
      case AND -> text.append(" AND ");
      case OR -> text.append(" OR ");
      case REQUIRE -> text.append(" +");
      case EXCLUDE -> text.append(" -");
      case BOOST -> text.append('^').append(token.argument());
      case FIELD -> field = token.argument();
      case OPEN -> open();
      case CLOSE -> {
        text.append(')');
        fields.pop();
      }
      case TEXT -> {
        return words(index);
      }
      case QUOTED -> {
        prefix(token, "");
        quoted(token);
        text.append(token.argument().equals("0") ? "" : "~" + token.argument());
      }
      case EXACT -> {
        prefix(token, EXACT);
        escaped(token.start(), token.end(), false);
      }
      case EXACT_QUOTED -> {
        prefix(token, EXACT);
        quoted(token);
      }
      case WILDCARD, VALUE -> {
        prefix(token, "");
        escaped(token.start(), token.end(), true);
      }
      case FUZZY -> {
        prefix(token, "");
        escaped(token.start(), token.end(), false);
        text.append('~').append(token.argument());
      }
      case RANGE -> {
        prefix(token, "");
        range(token);
      }
    }
    return index + 1;
  }

  private void open() {
    String inside = field.isEmpty() && !fields.isEmpty() ? fields.peek() : field;
    text.append(' ').append(field).append(field.isEmpty() ? "(" : ":(");
    fields.push(inside);
    field = "";
  }

  /**
   * Writes the running text that begins with a token: up to the next operator, but behind an
   * operator that takes one operand only up to white space.
   */
  private int words(int index) {
    boolean one = index > 0 && tokens.get(index - 1).kind().isPrefix();
    int last = index;
    while (kind(last + 1) == Kind.TEXT) {
      boolean touches = tokens.get(last).end() == tokens.get(last + 1).start();
      if (!touches && (one || kind(last + 2) == Kind.BOOST)) {
        break;
      }
      last++;
    }
    prefix(tokens.get(index), "");
    escaped(tokens.get(index).start(), tokens.get(last).end(), false);
    return last + 1;
  }

  private Kind kind(int index) {
    return index < tokens.size() ? tokens.get(index).kind() : Kind.CLOSE;
  }

  /** Writes what stands before an operand. */
  private void prefix(QueryToken token, String mark) {
    if (++clauses > QueryReader.MAX_CLAUSES) {
      throw new QuerySyntaxException(
          query,
          token.start(),
          "found more than "
              + QueryReader.MAX_CLAUSES
              + " words, phrases and filters with operators between them: split the query");
    }
    String name = field;
    if (!mark.isEmpty()) {
      name = (field.isEmpty() && !fields.isEmpty() ? fields.peek() : field) + "\\" + mark;
    }
    text.append(' ').append(name).append(name.isEmpty() ? "" : ":");
    field = "";
  }

  private void escaped(int start, int end, boolean wildcards) {
    offsets.put(text.length(), start);
    if (isKeyword(start, end)) {
      text.append('\\');
    }
    boolean escape = false;
    for (int i = start; i < end; i++) {
      char c = query.charAt(i);
      boolean wildcard = wildcards && !escape && (c == '*' || c == '?');
      if (!wildcard && (c < 128 ? !Character.isLetterOrDigit(c) : c == '\u3000')) {
        text.append('\\');
      }
      text.append(c);
      escape = !escape && c == '\\';
    }
  }

  private boolean isKeyword(int start, int end) {
    return switch (query.substring(start, end)) {
      case "AND", "OR", "NOT" -> true;
      default -> false;
    };
  }

  private void quoted(QueryToken token) {
    text.append('"');
    offsets.put(text.length(), token.start());
    for (int i = token.start(); i < token.end(); i++) {
      char c = query.charAt(i);
      text.append(c == '"' || c == '\\' ? "\\" : "").append(c);
    }
    text.append('"');
  }

  private void range(QueryToken token) {
    for (int i = token.start(); i < token.end(); i++) {
      offsets.put(text.length(), i);
      text.append(query.charAt(i));
    }
  }
}
