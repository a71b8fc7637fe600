package io.kiosk.query;

import io.kiosk.query.ArchiveNames.Form;
import io.kiosk.schema.ArticleSchema;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Persons that Latin text spells in pinyin, as the Chinese articles of an index write them: Zhang
 * Jike is 张继科. Many characters are read alike, so only what articles have side by side counts.
 */
final class PinyinPersons {

  private static final int BEST = 3;

  private final IndexReader reader;
  private final String field = ArticleSchema.body(Optional.of(Language.ZH));
  private final TermsEnum bigrams;

  private record Said(String name, int articles) {}

  PinyinPersons(IndexReader reader) throws IOException {
    this.reader = reader;
    Terms terms = MultiTerms.getTerms(reader, field);
    this.bigrams = terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  /**
   * How a name is written.
   *
   * @param family word of Latin text
   * @param given what the given name may be, from {@link Pinyin#given}
   * @return those that most articles have, the most frequent first, with their shares as weights;
   *     empty if it is no name or no article has it
   */
  List<Form> of(String family, List<List<Set<Character>>> given) throws IOException {
    List<Said> said = new ArrayList<>();
    for (List<Set<Character>> syllables : given) {
      for (String name : Pinyin.families(family)) {
        said(name, syllables, said);
      }
    }
    said.sort(Comparator.comparingInt((Said name) -> -name.articles).thenComparing(Said::name));
    double most = said.isEmpty() ? 1 : said.getFirst().articles;
    return said.stream()
        .limit(BEST)
        .map(name -> new Form(name.name, name.articles / most, SpeltNames.PINYIN))
        .toList();
  }

  private void said(String family, List<Set<Character>> syllables, List<Said> said)
      throws IOException {
    char last = family.charAt(family.length() - 1);
    if (family.length() > 1 && bigram(family) == 0) {
      return;
    }
    for (char second : syllables.getFirst()) {
      if (bigram("" + last + second) > 0 && syllables.size() == 1) {
        add(family + second, said);
      } else if (bigram("" + last + second) > 0) {
        for (char third : syllables.getLast()) {
          if (bigram("" + second + third) > 0) {
            add(family + second + third, said);
          }
        }
      }
    }
  }

  private void add(String name, List<Said> said) throws IOException {
    int articles = name.length() == 2 ? bigram(name) : articles(name);
    if (articles > 0) {
      said.add(new Said(name, articles));
    }
  }

  private int bigram(String characters) throws IOException {
    return bigrams.seekExact(new BytesRef(characters)) ? bigrams.docFreq() : 0;
  }

  /** How many articles have all characters of a name side by side. */
  private int articles(String name) throws IOException {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (int i = 0; i + 1 < name.length(); i++) {
      phrase.add(new Term(field, name.substring(i, i + 2)), i);
    }
    return new IndexSearcher(reader).count(phrase.build());
  }
}
