package io.kiosk.benchmark;

import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Asks two Lucene indexes of the same articles and analyzers the same: words, pairs of words and
 * phrases of every field of text, drawn from the first index.
 */
final class SameHits {

  private static final int QUERIES_PER_FIELD = 100;

  private SameHits() {}

  /**
   * Compares the ids that are found.
   *
   * @return the number of queries
   * @throws IllegalStateException if the indexes do not agree
   */
  static int check(Path one, Path other) throws IOException {
    try (FSDirectory oneFolder = FSDirectory.open(one);
        FSDirectory otherFolder = FSDirectory.open(other);
        DirectoryReader oneReader = DirectoryReader.open(oneFolder);
        DirectoryReader otherReader = DirectoryReader.open(otherFolder)) {
      IndexSearcher first = new IndexSearcher(oneReader);
      IndexSearcher second = new IndexSearcher(otherReader);
      List<Query> queries = new ArrayList<>();
      for (Language language : Language.values()) {
        queries.add(ArticleSchema.languageRange(language.tag()));
      }
      for (Optional<Language> language : ArticleSchema.textLanguages()) {
        addQueries(oneReader, ArticleSchema.title(language), queries);
        addQueries(oneReader, ArticleSchema.body(language), queries);
      }
      for (Query query : queries) {
        Set<String> ids = ids(first, query);
        Set<String> otherIds = ids(second, query);
        if (!ids.equals(otherIds)) {
          throw new IllegalStateException(
              query
                  + ": "
                  + ids.size()
                  + " articles in "
                  + one
                  + ", "
                  + otherIds.size()
                  + " in "
                  + other);
        }
      }
      return queries.size();
    }
  }

  private static void addQueries(DirectoryReader reader, String field, List<Query> queries)
      throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    List<BytesRef> drawn = draw(terms);
    for (int i = 0; i + 1 < drawn.size(); i++) {
      Query word = new TermQuery(new Term(field, drawn.get(i)));
      Query next = new TermQuery(new Term(field, drawn.get(i + 1)));
      queries.add(word);
      queries.add(new BooleanQuery.Builder().add(word, Occur.MUST).add(next, Occur.MUST).build());
      queries.add(new PhraseQuery(4, field, drawn.get(i), drawn.get(i + 1)));
    }
  }

  /** Terms that several articles have, as evenly spread as their occurrences. */
  private static List<BytesRef> draw(Terms terms) throws IOException {
    Random random = new Random(5);
    List<BytesRef> drawn = new ArrayList<>();
    double each = (double) QUERIES_PER_FIELD / Math.max(1, terms.getSumDocFreq());
    TermsEnum all = terms.iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      if (random.nextDouble() < each * all.docFreq()) {
        drawn.add(BytesRef.deepCopyOf(term));
      }
    }
    return drawn;
  }

  private static Set<String> ids(IndexSearcher searcher, Query query) throws IOException {
    StoredFields stored = searcher.storedFields();
    Set<String> ids = new TreeSet<>();
    for (ScoreDoc hit : searcher.search(query, searcher.getIndexReader().maxDoc()).scoreDocs) {
      ids.add(stored.document(hit.doc, Set.of(ArticleSchema.ID)).get(ArticleSchema.ID));
    }
    return ids;
  }
}
