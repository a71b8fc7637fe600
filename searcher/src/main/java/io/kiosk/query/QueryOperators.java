package io.kiosk.query;

import io.kiosk.query.QueryToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Turns operators that lack an operand, and brackets that group nothing, back into text. */
final class QueryOperators {

  /** Deeper ones are no query of a person, and the parser behind this one is recursive. */
  static final int MAX_DEPTH = 50;

  private final String query;
  private final List<QueryToken> tokens;

  private QueryOperators(String query, List<QueryToken> tokens) {
    this.query = query;
    this.tokens = new ArrayList<>(tokens);
  }

  /**
   * The same tokens; in what is returned brackets pair up and hold something, every operator has
   * its operands, and none follows another except {@code NOT + - !} behind {@code AND OR}.
   *
   * @throws QuerySyntaxException if the bracket behind a field is not closed or empty, or brackets
   *     are nested more than {@link #MAX_DEPTH} deep
   */
  static List<QueryToken> check(String query, List<QueryToken> tokens) {
    QueryOperators operators = new QueryOperators(query, tokens);
    operators.pairBrackets();
    if (operators.isHeadlineInCapitals()) {
      return List.of(new QueryToken(Kind.TEXT, tokens.getFirst().start(), tokens.getLast().end()));
    }
    operators.dropEmphasis();
    operators.checkOperands();
    operators.dropIdleBrackets();
    return operators.tokens;
  }

  /** {@code *word*} beside plain text is emphasised there, not a word with open ends. */
  private void dropEmphasis() {
    for (int i = 0; i < tokens.size(); i++) {
      QueryToken token = tokens.get(i);
      if (token.kind() == Kind.WILDCARD
          && query.charAt(token.start()) == '*'
          && query.charAt(token.end() - 1) == '*'
          && (i > 0 && kind(i - 1) == Kind.TEXT
              || i + 1 < tokens.size() && kind(i + 1) == Kind.TEXT)) {
        toText(i);
      }
    }
  }

  private void pairBrackets() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (kind(i) == Kind.OPEN) {
        open.push(i);
      } else if (kind(i) == Kind.CLOSE) {
        if (open.isEmpty()) {
          closeToText(i);
        } else if (open.pop() == i - 1) {
          refuseBehindField(i - 1, "there is nothing in this bracket: write what to look for");
          toText(i - 1);
          closeToText(i);
        }
      }
    }
    for (int i : open) {
      refuseBehindField(
          i, "this bracket is not closed: write a ) behind what belongs to the field");
      toText(i);
    }
  }

  private void refuseBehindField(int bracket, String problem) {
    if (kind(bracket - 1) == Kind.FIELD) {
      throw new QuerySyntaxException(query, tokens.get(bracket).start(), problem);
    }
  }

  /**
   * Whether {@code AND OR NOT} are in capitals only because all is, as in {@code GRAIN TALKS DO NOT
   * END}: three words in a row that are no abbreviations joined by operators, and no other syntax.
   */
  private boolean isHeadlineInCapitals() {
    if (query.codePoints().anyMatch(Character::isLowerCase)) {
      return false;
    }
    int row = 0;
    int longest = 0;
    for (QueryToken token : tokens) {
      boolean typed = token.kind().isConnective() || token.kind() == Kind.EXCLUDE;
      if (token.kind() != Kind.TEXT && !(typed && token.end() - token.start() > 1)) {
        return false;
      }
      if (typed) {
        row = 0;
      } else if (hasCapital(token)) {
        row++;
      }
      longest = Math.max(longest, row);
    }
    return longest >= 3;
  }

  private boolean hasCapital(QueryToken token) {
    return query
        .substring(token.start(), token.end())
        .codePoints()
        .anyMatch(Character::isUpperCase);
  }

  /** From the end, because an operator may be the beginning of what the one before it needs. */
  private void checkOperands() {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      boolean met =
          switch (kind(i)) {
            case REQUIRE, EXCLUDE -> startsOperand(i + 1) && !kind(i + 1).isModifier();
            case AND, OR -> startsOperand(i + 1) && i > 0 && kind(i - 1).endsOperand;
            default -> true;
          };
      if (!met) {
        toText(i);
      }
    }
  }

  private boolean startsOperand(int i) {
    return i < tokens.size() && kind(i).startsOperand;
  }

  /** Brackets without operators in, before and behind them: {@code Norton (Somerset) attack}. */
  private void dropIdleBrackets() {
    Deque<Integer> open = new ArrayDeque<>();
    int lastMeaning = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Kind kind = kind(i);
      if (kind == Kind.OPEN) {
        open.push(i);
      } else if (kind == Kind.CLOSE) {
        int start = open.pop();
        if (lastMeaning < start && !binds(kind(start - 1)) && !binds(kind(i + 1))) {
          toText(start);
          toText(i);
        } else {
          lastMeaning = i;
        }
      } else if (kind.isPrefix() || kind.isConnective()) {
        lastMeaning = i;
      }
    }
    checkDepth();
  }

  private static boolean binds(Kind neighbour) {
    return neighbour.isPrefix() || neighbour.isConnective() || neighbour == Kind.BOOST;
  }

  private void checkDepth() {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (kind(i) == Kind.OPEN && ++depth > MAX_DEPTH) {
        throw new QuerySyntaxException(
            query,
            tokens.get(i).start(),
            "brackets are nested more than " + MAX_DEPTH + " deep: leave some out");
      } else if (kind(i) == Kind.CLOSE) {
        depth--;
      }
    }
  }

  private void closeToText(int i) {
    toText(i);
    if (kind(i + 1) == Kind.BOOST) {
      toText(i + 1);
    }
  }

  private void toText(int i) {
    tokens.set(i, tokens.get(i).asText());
  }

  /** The kind of a token, TEXT before the first and behind the last. */
  private Kind kind(int i) {
    return i < 0 || i >= tokens.size() ? Kind.TEXT : tokens.get(i).kind();
  }
}
