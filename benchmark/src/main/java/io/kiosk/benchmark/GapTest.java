package io.kiosk.benchmark;

import io.kiosk.benchmark.JudgedSet.Query;
import io.kiosk.benchmark.RankedSet.Answer;
import io.kiosk.benchmark.RankedSet.Pair;
import io.kiosk.schema.Language;
import io.kiosk.search.ArticleSearcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The one list over all languages when versions are missing from the archive. A rule for merging
 * that puts the first of every language on top is right while every story exists in every language,
 * and only then. A part of the stories at a time loses versions, so that the archive stays one in
 * all languages. Where one version is left, that language is asked by itself, too: no version helps
 * to find it then.
 */
final class GapTest {

  private static final int PARTS = 4;

  /** What is left of a story. */
  enum Kind {
    /** One of its three versions is missing. */
    TWO,
    /** Only the version in the language of the query is left. */
    OWN,
    /** Only one version is left, in another language than the query's. */
    FOREIGN
  }

  private final JudgedIndex index;
  private final Map<Kind, List<Answer>> answers = new EnumMap<>(Kind.class);
  private final Map<Pair, List<Answer>> alone = new HashMap<>();

  private GapTest(JudgedIndex index) {
    this.index = index;
    for (Kind kind : Kind.values()) {
      answers.put(kind, new ArrayList<>());
    }
  }

  /** Asks the queries of every part of the stories with every choice of versions left. */
  static GapTest of(JudgedIndex index) throws IOException {
    GapTest test = new GapTest(index);
    List<String> items =
        List.copyOf(
            index.set().queries().stream()
                .map(Query::item)
                .collect(Collectors.toCollection(TreeSet::new)));
    for (int part = 0; part < PARTS; part++) {
      Set<String> some = new TreeSet<>();
      for (int i = part; i < items.size(); i += PARTS) {
        some.add(items.get(i));
      }
      for (Language language : Language.values()) {
        test.ask(some, EnumSet.of(language));
        test.ask(some, EnumSet.complementOf(EnumSet.of(language)));
      }
    }
    return test;
  }

  private void ask(Set<String> items, Set<Language> left) throws IOException {
    List<Query> queries =
        index.set().queries().stream().filter(query -> items.contains(query.item())).toList();
    Set<String> out =
        queries.stream()
            .flatMap(query -> query.relevant().stream())
            .filter(id -> !isIn(id, left))
            .collect(Collectors.toCollection(TreeSet::new));
    index.takeOut(out);
    try (ArticleSearcher searcher = index.searcher()) {
      queries.parallelStream()
          .map(query -> new Answer(query, List.of(), left(query, left)))
          .filter(answer -> answer.relevant().size() == left.size())
          .filter(answer -> answer.relevant().size() < answer.query().relevant().size())
          .map(answer -> answered(searcher, answer, List.of()))
          .forEachOrdered(answer -> answers.get(kind(answer.query(), left)).add(answer));
      if (left.size() == 1) {
        Language to = left.iterator().next();
        queries.parallelStream()
            .map(query -> new Answer(query, List.of(), left(query, left)))
            .filter(answer -> !answer.relevant().isEmpty())
            .map(answer -> answered(searcher, answer, List.of(to.tag())))
            .forEachOrdered(answer -> alone(answer, to).add(answer));
      }
    }
    index.putBack(out);
  }

  private static Set<String> left(Query query, Set<Language> left) {
    return query.relevant().stream().filter(id -> isIn(id, left)).collect(Collectors.toSet());
  }

  private List<Answer> alone(Answer answer, Language to) {
    Language from = Language.of(answer.query().lang()).orElseThrow();
    return alone.computeIfAbsent(new Pair(from, to), pair -> new ArrayList<>());
  }

  private static Answer answered(ArticleSearcher searcher, Answer empty, List<String> in) {
    try {
      List<String> ranked = RankedSet.ids(searcher, empty.query(), in);
      return new Answer(empty.query(), ranked, empty.relevant());
    } catch (IOException e) {
      throw new UncheckedIOException(empty.query().id(), e);
    }
  }

  private static Kind kind(Query query, Set<Language> left) {
    if (left.size() > 1) {
      return Kind.TWO;
    }
    return left.contains(Language.of(query.lang()).orElseThrow()) ? Kind.OWN : Kind.FOREIGN;
  }

  private static boolean isIn(String id, Set<Language> languages) {
    return languages.stream().anyMatch(each -> each.tag().equals(JudgedSet.language(id)));
  }

  /** The one list for every query and every choice of versions of a kind. */
  List<Answer> answers(Kind kind) {
    return List.copyOf(answers.get(kind));
  }

  /** The articles of one language for every query, whose story has no other version. */
  List<Answer> alone(Pair pair) {
    return List.copyOf(alone.getOrDefault(pair, List.of()));
  }
}
