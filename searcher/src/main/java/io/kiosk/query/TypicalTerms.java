package io.kiosk.query;

import io.kiosk.analysis.StopWords;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * The words that some articles of a language have more often than the rest of that language's
 * articles. Articles with a word are counted, not its occurrences, so that one article that repeats
 * a word says little. The measure is the log-likelihood ratio (Dunning, "Accurate Methods for the
 * Statistics of Surprise and Coincidence", Computational Linguistics 19(1), 1993). Used by one
 * thread.
 */
public final class TypicalTerms {

  /** UTF-16 units of an article that are read: news says first what it is about. */
  private static final int MAX_TEXT = 4_000;

  /** From as many articles on, a word of a single one is chance. */
  private static final int SEVERAL = 4;

  /**
   * A typical word.
   *
   * @param text as it is written most often
   * @param articles how many of the articles have it
   * @param score the log-likelihood ratio; 0 if there is no other article to compare with
   */
  public record Typical(String text, long articles, double score) {}

  private static final class Count {
    private final Map<String, Integer> surfaces = new HashMap<>();
    private int articles;
    private int occurrences;
  }

  private final Language language;
  private final TranslationLexicon lexicon;
  private final Map<String, Count> counts = new HashMap<>();
  private long articles;

  /**
   * Terms of no article yet.
   *
   * @param language of the articles
   * @param lexicon whose words and phrases are told apart in their text
   */
  public TypicalTerms(Language language, TranslationLexicon lexicon) {
    this.language = language;
    this.lexicon = lexicon;
  }

  /**
   * Counts the words of an article.
   *
   * @param text of a long one only the beginning counts
   */
  public void add(String text) {
    articles++;
    String head = text.substring(0, Math.min(text.length(), MAX_TEXT));
    Set<String> seen = new HashSet<>();
    for (QueryWord word : QueryWord.of(head, 0, language, lexicon)) {
      if (isTelling(word)) {
        Count count = counts.computeIfAbsent(word.term(), term -> new Count());
        count.occurrences++;
        count.surfaces.merge(word.text(), 1, Integer::sum);
        if (seen.add(word.term())) {
          count.articles++;
        }
      }
    }
  }

  private boolean isTelling(QueryWord word) {
    // headlines in capitals are full of stop words that look like acronyms
    boolean stop = word.stop() || StopWords.of(language).contains(word.term());
    return !stop
        && word.term().codePointCount(0, word.term().length()) > 1
        && word.term().codePoints().noneMatch(Character::isDigit);
  }

  /**
   * {@return the most typical words, best first; without an article to compare with, the most
   * frequent ones}
   *
   * @param most how many at most
   * @param total how many articles the ones that were added stand for; at least as many
   * @param asked what was asked for, whose words are typical of every answer and left out
   * @param reader the index, for how many of its articles have a word
   * @throws IOException if the index cannot be read
   */
  public List<Typical> best(int most, long total, LanguageQuery asked, IndexReader reader)
      throws IOException {
    Set<List<String>> without = new HashSet<>();
    asked.readings().stream()
        .flatMap(reading -> reading.units().stream())
        .flatMap(unit -> unit.alternatives().stream())
        .forEach(alternative -> without.add(alternative.terms()));
    String field = ArticleSchema.body(Optional.of(language));
    double rest = Math.max(0, reader.getDocCount(field) - total);
    double share = articles == 0 ? 0 : (double) total / articles;
    record Scored(Typical typical, int occurrences) {}
    List<Scored> scored = new ArrayList<>();
    for (Map.Entry<String, Count> each : counts.entrySet()) {
      Count count = each.getValue();
      List<String> terms = indexTerms(each.getKey());
      if (terms.isEmpty() || without.contains(terms) || articles >= SEVERAL && count.articles < 2) {
        continue;
      }
      double there = Math.max(0, documentFrequency(terms, field, reader) - count.articles * share);
      double score = ratio(count.articles, articles, Math.min(there, rest), rest);
      if (score > 0 || rest == 0) {
        scored.add(
            new Scored(
                new Typical(surface(count), Math.round(count.articles * share), score),
                count.occurrences));
      }
    }
    return scored.stream()
        .sorted(
            Comparator.comparingDouble((Scored each) -> -each.typical.score)
                .thenComparing(each -> -each.typical.articles)
                .thenComparing(each -> -each.occurrences)
                .thenComparing(each -> each.typical.text))
        .limit(most)
        .map(Scored::typical)
        .toList();
  }

  private List<String> indexTerms(String term) {
    return language == Language.ZH
        ? ChineseTerms.covering(term).stream().map(AnalyzedText.Token::term).toList()
        : List.of(term);
  }

  /** A word of several index terms is taken to be as frequent as the rarest of them. */
  private static double documentFrequency(List<String> terms, String field, IndexReader reader)
      throws IOException {
    int rarest = Integer.MAX_VALUE;
    for (String term : terms) {
      rarest = Math.min(rarest, reader.docFreq(new Term(field, term)));
    }
    return rarest;
  }

  private static String surface(Count count) {
    return count.surfaces.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  /**
   * Log-likelihood ratio of a word that some articles have more often than others; 0 if they have
   * not.
   *
   * @param here articles with the word among the given ones
   * @param given number of these
   * @param there articles with the word among the others
   * @param others number of these
   */
  static double ratio(double here, double given, double there, double others) {
    if (given == 0 || others == 0 || here / given <= there / others) {
      return 0;
    }
    double share = (here + there) / (given + others);
    return 2
        * (part(here, given * share)
            + part(there, others * share)
            + part(given - here, given * (1 - share))
            + part(others - there, others * (1 - share)));
  }

  private static double part(double observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }
}
