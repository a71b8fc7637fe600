package io.kiosk.benchmark;

import io.kiosk.analysis.ChineseWordTokenizer;
import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.benchmark.LoopData.Pages;
import io.kiosk.benchmark.LoopData.Question;
import io.kiosk.benchmark.LoopData.Texts;
import io.kiosk.corpus.ArticleCleaner;
import io.kiosk.corpus.RawFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.search.TopDocs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The inner loops by themselves, for JMH: {@code java -cp "benchmark/target/lib/*"
 * org.openjdk.jmh.Main InnerLoops -p files=FILE.jsonl.gz:...}. Each has beside it what it is
 * compared with.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 2,
    jvmArgs = {"-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
public class InnerLoops {

  /** Cuts Chinese articles into words. */
  @Benchmark
  public long segmenter(Texts texts) throws IOException {
    return tokens(new ChineseWordTokenizer(), texts.chinese());
  }

  /** The same by smartcn. */
  @Benchmark
  public long segmenterOfSmartcn(Texts texts) throws IOException {
    return tokens(new HMMChineseTokenizer(), texts.chinese());
  }

  private static long tokens(Tokenizer tokenizer, List<String> texts) throws IOException {
    CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
    long length = 0;
    for (String text : texts) {
      try (tokenizer) {
        tokenizer.setReader(new StringReader(text));
        tokenizer.reset();
        while (tokenizer.incrementToken()) {
          length += term.length();
        }
        tokenizer.end();
      }
    }
    return length;
  }

  /** Cleans the raw articles of the project. */
  @Benchmark
  public long cleaner(Pages pages) {
    ArticleCleaner cleaner = new ArticleCleaner();
    long cleaned = 0;
    for (RawFile file : pages.files()) {
      cleaned += cleaner.clean(file).hashCode();
    }
    return cleaned;
  }

  /** Only parses them. */
  @Benchmark
  public long cleanerOnlyJsoup(Pages pages) throws IOException {
    long nodes = 0;
    for (RawFile file : pages.files()) {
      Document parsed = Jsoup.parse(new ByteArrayInputStream(file.bytes()), null, "");
      nodes += parsed.childNodeSize();
    }
    return nodes;
  }

  /** Looks up the translations of English words as they follow in an article. */
  @Benchmark
  public long lexicon(Texts texts) {
    long translations = 0;
    for (String word : texts.english()) {
      translations += texts.lexicon().translate(word, Locale.ENGLISH, Locale.CHINESE).size();
    }
    return translations;
  }

  /** Splits German words as they are met when articles are indexed. */
  @Benchmark
  public long germanAnalyzer(Texts texts) throws IOException {
    return texts.terms(LanguageAnalyzers.of(texts.lexicon().words(Locale.GERMAN)), Locale.GERMAN);
  }

  /** The ten best Chinese articles for an English question, by weighted translations. */
  @Benchmark
  public TopDocs weightedTerms(Question question) throws IOException {
    return question.search(question.weighted());
  }

  /**
   * The same terms as one SynonymQuery over bodies, which knows nothing of weights, units or
   * titles.
   */
  @Benchmark
  public TopDocs weightedTermsAsSynonyms(Question question) throws IOException {
    return question.search(question.synonyms());
  }
}
