package io.kiosk.query;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * The documents that hold any word which an automaton accepts, gathered when a query's weight is
 * made, so that memory depends on the documents found and not on the number of words.
 */
final class PatternPostings implements UnitQuery.MatchedPostings {

  /** More words than this would keep a search busy, and nobody means them. */
  static final int MAX_WORDS = 5_000;

  private static final int MAX_COUNTED = 1_000_000;

  /** Says that a pattern stands for too many words. */
  @FunctionalInterface
  interface TooMany {
    RuntimeException of(String count);
  }

  private final Map<Integer, DocArray> byLeaf = new HashMap<>();
  private int documentFrequency;

  private PatternPostings() {}

  /**
   * The documents of all words that an automaton accepts and another one does not.
   *
   * @param except accepts words that are not wanted; null if there are none
   * @param tooMany thrown when there are more than {@link #MAX_WORDS}
   */
  static PatternPostings of(
      FieldTerms dictionaries, Automaton words, Automaton except, TooMany tooMany)
      throws IOException {
    PatternPostings postings = new PatternPostings();
    CompiledAutomaton compiled = new CompiledAutomaton(words);
    ByteRunAutomaton excluded =
        except == null ? null : new CompiledAutomaton(except, false, false).runAutomaton;
    BytesRefHash distinct = new BytesRefHash();
    for (LeafReaderContext context : dictionaries.leaves()) {
      Terms terms = context.reader().terms(dictionaries.field());
      if (terms != null) {
        DocArray docs = gather(context, compiled.getTermsEnum(terms), excluded, distinct, tooMany);
        if (docs.size() > 0) {
          postings.byLeaf.put(context.ord, docs);
          postings.documentFrequency += docs.size();
        }
      }
    }
    return postings;
  }

  private static DocArray gather(
      LeafReaderContext context,
      TermsEnum terms,
      ByteRunAutomaton excluded,
      BytesRefHash distinct,
      TooMany tooMany)
      throws IOException {
    byte[] counts = null;
    int size = 0;
    PostingsEnum postings = null;
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      if (excluded != null && excluded.run(term.bytes, term.offset, term.length)) {
        continue;
      }
      distinct.add(term);
      if (distinct.size() > MAX_WORDS) {
        throw tooMany.of(count(terms, distinct.size()));
      }
      counts = counts == null ? new byte[context.reader().maxDoc()] : counts;
      postings = terms.postings(postings, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        size += counts[doc] == 0 ? 1 : 0;
        counts[doc] = (byte) Math.min(Byte.MAX_VALUE, counts[doc] + 1);
      }
    }
    return DocArray.of(counts, size);
  }

  /** How many words there are at least, for the message. */
  private static String count(TermsEnum rest, int known) throws IOException {
    int count = known;
    while (count < MAX_COUNTED && rest.next() != null) {
      count++;
    }
    return String.format(java.util.Locale.ROOT, "%,d", count);
  }

  @Override
  public double documentFrequency() {
    return documentFrequency;
  }

  @Override
  public UnitQuery.LeafPostings in(LeafReaderContext context, boolean onlyBest) {
    DocArray docs = byLeaf.get(context.ord);
    return docs == null ? null : new UnitQuery.LeafPostings(docs.iterator(), null);
  }
}
