package io.kiosk.query;

import io.kiosk.query.QueryPart.Boost;
import io.kiosk.query.QueryPart.Clause;
import io.kiosk.query.QueryPart.Everything;
import io.kiosk.query.QueryPart.Exact;
import io.kiosk.query.QueryPart.Field;
import io.kiosk.query.QueryPart.Filter;
import io.kiosk.query.QueryPart.Filter.Published;
import io.kiosk.query.QueryPart.Fuzzy;
import io.kiosk.query.QueryPart.Group;
import io.kiosk.query.QueryPart.InField;
import io.kiosk.query.QueryPart.Mode;
import io.kiosk.query.QueryPart.Occur;
import io.kiosk.query.QueryPart.Phrase;
import io.kiosk.query.QueryPart.Wildcard;
import io.kiosk.query.QueryPart.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode.Modifier;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;

/**
 * Reads what an analyst typed, by the grammar of this package. Has no state, so all threads may use
 * it.
 *
 * <p>Lucene's parser does the grammar. {@link QueryLexer} and {@link QueryOperators} find before it
 * what is an operator and what is text, and {@link LuceneSyntax} escapes the text.
 */
final class QueryReader {

  /** Longest query, in UTF-16 units. */
  static final int MAX_LENGTH = 100_000;

  /** Most words, phrases and filters with operators between them. */
  static final int MAX_CLAUSES = 1_024;

  private final LuceneSyntax syntax;
  private final FilterReader filters;

  private QueryReader(LuceneSyntax syntax, FilterReader filters) {
    this.syntax = syntax;
    this.filters = filters;
  }

  /**
   * Reads a query; an empty one is every article.
   *
   * @throws QuerySyntaxException if it is longer than {@link #MAX_LENGTH}, has more than {@link
   *     #MAX_CLAUSES} operands or brackets nested deeper than {@link QueryOperators#MAX_DEPTH}; if
   *     a field has no value, a wrong one, or one that is not closed; if the number behind {@code
   *     ~} or {@code ^} is out of its range
   */
  static QueryPart read(String query) {
    checkLength(query);
    List<QueryToken> tokens = QueryOperators.check(query, QueryLexer.tokens(query));
    if (tokens.isEmpty()) {
      return new Everything(0);
    }
    if (tokens.stream().allMatch(token -> token.kind() == QueryToken.Kind.TEXT)) {
      int start = tokens.getFirst().start(); // running text alone needs no parser
      return text(query.substring(start, tokens.getLast().end()), start);
    }
    LuceneSyntax syntax = LuceneSyntax.of(query, tokens);
    return new QueryReader(syntax, new FilterReader(query)).part(parse(syntax.text()));
  }

  /**
   * Reads a query without syntax: all of it is text; an empty one is every article.
   *
   * @throws QuerySyntaxException if it is longer than {@link #MAX_LENGTH}
   */
  static QueryPart plain(String query) {
    checkLength(query);
    return query.isBlank() ? new Everything(0) : new Words(query, 0);
  }

  private static void checkLength(String query) {
    if (query.length() > MAX_LENGTH) {
      throw new QuerySyntaxException(
          query,
          MAX_LENGTH,
          "the query has "
              + query.length()
              + " characters, expected at most "
              + MAX_LENGTH
              + ": shorten it or split it");
    }
  }

  private static QueryNode parse(String text) {
    try {
      return new StandardSyntaxParser().parse(text, "");
    } catch (QueryNodeParseException e) {
      throw new IllegalStateException("not escaped as Lucene's parser needs it: " + text, e);
    }
  }

  private QueryPart part(QueryNode node) {
    return switch (node) {
      case GroupQueryNode group -> part(group.getChild());
      case BoostQueryNode boost -> new Boost(part(boost.getChild()), boost.getValue());
      case ModifierQueryNode modifier -> group(clauses(List.of(modifier)), Mode.MOST);
      case AndQueryNode and -> group(joined(and, Occur.REQUIRED), Mode.ALL);
      case OrQueryNode or -> group(joined(or, Occur.OPTIONAL), Mode.ANY);
      case BooleanQueryNode side -> group(clauses(side.getChildren()), Mode.MOST);
      case TermRangeQueryNode range -> range(range);
      case SlopQueryNode slop -> leaf((FieldQueryNode) slop.getChild(), slop.getValue());
      case FieldQueryNode leaf -> leaf(leaf, 0);
      default -> throw new IllegalStateException("unexpected in a query: " + node);
    };
  }

  /** The parts that {@code AND} or {@code OR} joins. */
  private List<Clause> joined(QueryNode parent, Occur unmarked) {
    List<Clause> clauses = new ArrayList<>();
    for (QueryNode child : parent.getChildren()) {
      clauses.add(clause(child, unmarked));
    }
    return clauses;
  }

  /**
   * Parts side by side. What an {@code AND} without brackets joins is required, as in Lucene.
   * Filters are required too, but of several languages, sources or authors one is enough: no
   * article has two.
   */
  private List<Clause> clauses(List<QueryNode> children) {
    List<Clause> clauses = new ArrayList<>();
    Map<Class<?>, List<Clause>> alternatives = new LinkedHashMap<>();
    for (QueryNode child : children) {
      if (child instanceof AndQueryNode and) {
        clauses.addAll(joined(and, Occur.REQUIRED));
        continue;
      }
      Clause clause = clause(child, Occur.OPTIONAL);
      if (clause.occur() != Occur.OPTIONAL || !clause.part().onlyFilters()) {
        clauses.add(clause);
      } else if (clause.part() instanceof Filter && !(clause.part() instanceof Published)) {
        alternatives.computeIfAbsent(clause.part().getClass(), c -> new ArrayList<>()).add(clause);
      } else {
        clauses.add(new Clause(Occur.REQUIRED, clause.part()));
      }
    }
    alternatives.values().forEach(a -> clauses.add(new Clause(Occur.REQUIRED, group(a, Mode.ANY))));
    return clauses;
  }

  private Clause clause(QueryNode node, Occur unmarked) {
    return node instanceof ModifierQueryNode modifier
        ? new Clause(
            modifier.getModifier() == Modifier.MOD_NOT ? Occur.EXCLUDED : Occur.REQUIRED,
            part(modifier.getChild()))
        : new Clause(unmarked, part(node));
  }

  /** Leaves out punctuation between parts and brackets that hold one part. */
  private static QueryPart group(List<Clause> all, Mode mode) {
    List<Clause> clauses = new ArrayList<>(all);
    clauses.removeIf(clause -> saysNothing(clause.part()));
    if (clauses.isEmpty()) {
      return all.getFirst().part();
    }
    if (clauses.stream().allMatch(c -> c.occur() == Occur.EXCLUDED)) {
      clauses.addFirst(new Clause(Occur.REQUIRED, new Everything(0)));
    }
    return clauses.size() == 1 ? clauses.getFirst().part() : new Group(clauses, mode);
  }

  private static boolean saysNothing(QueryPart part) {
    return part instanceof Words words && QueryChars.isWordless(words.text());
  }

  private QueryPart range(TermRangeQueryNode range) {
    FieldQueryNode lower = range.getLowerBound();
    FieldQueryNode upper = range.getUpperBound();
    return filters.range(
        lower.getTextAsString(),
        offset(lower),
        range.isLowerInclusive(),
        upper.getTextAsString(),
        offset(upper),
        range.isUpperInclusive());
  }

  private QueryPart leaf(FieldQueryNode node, int slop) {
    String name = node.getFieldAsString();
    return switch (name) {
      case "", LuceneSyntax.EXACT -> text(node, slop, name.equals(LuceneSyntax.EXACT));
      case "title" -> new InField(Field.TITLE, text(node, slop, false));
      case "body" -> new InField(Field.BODY, text(node, slop, false));
      case "title" + LuceneSyntax.EXACT -> new InField(Field.TITLE, text(node, slop, true));
      case "body" + LuceneSyntax.EXACT -> new InField(Field.BODY, text(node, slop, true));
      default -> filters.value(name, node.getTextAsString(), hasGap(node), offset(node));
    };
  }

  private QueryPart text(FieldQueryNode node, int slop, boolean exact) {
    String text = node.getTextAsString();
    int offset = offset(node);
    boolean quoted = node instanceof QuotedFieldQueryNode;
    if (exact) {
      return new Exact(text, quoted, offset);
    }
    if (quoted) {
      return new Phrase(text, slop, offset);
    }
    if (node instanceof FuzzyQueryNode fuzzy) {
      return new Fuzzy(text, (int) fuzzy.getSimilarity(), offset);
    }
    if (hasGap(node)) {
      return new Wildcard(text, offset);
    }
    return text(text, offset);
  }

  private static QueryPart text(String text, int offset) {
    return text.equals("*") || text.equals("*:*")
        ? new Everything(offset)
        : new Words(text, offset);
  }

  private static boolean hasGap(FieldQueryNode node) {
    if (node instanceof QuotedFieldQueryNode) {
      return false;
    }
    UnescapedCharSequence text = (UnescapedCharSequence) node.getText();
    for (int i = 0; i < text.length(); i++) {
      if (!text.wasEscaped(i) && (text.charAt(i) == '*' || text.charAt(i) == '?')) {
        return true;
      }
    }
    return false;
  }

  private int offset(FieldQueryNode node) {
    return syntax.offset(node.getBegin());
  }
}
