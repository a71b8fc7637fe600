package io.kiosk.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every term and every offset must be smartcn's. */
class ChineseWordTokenizerTest {

  /** What random texts are made of: each entry is as likely as any other. */
  private static final String[] ALPHABET = {
    "的",
    "了",
    "是",
    "在",
    "中",
    "国",
    "人",
    "民",
    "大",
    "学",
    "生",
    "北",
    "京",
    "上",
    "海",
    "经",
    "济",
    "发",
    "展",
    "一",
    "二",
    "三",
    "年",
    "月",
    "日",
    "不",
    "和",
    "有",
    "来",
    "说",
    "地",
    "得",
    "个",
    "工",
    "作",
    "研",
    "究",
    "所",
    "长",
    "龘",
    "镕",
    "囧",
    "國",
    "學",
    "齉",
    "。",
    "，",
    "！",
    "？",
    "、",
    "；",
    "：",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "…",
    "—",
    "·",
    ".",
    ",",
    "!",
    "?",
    "-",
    "'",
    "\"",
    "(",
    ")",
    "#",
    "@",
    "未##串",
    "始##始",
    "末##末",
    " ",
    "  ",
    "\u3000",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "\u00A0",
    "\u2028",
    "\u0000",
    "a",
    "Z",
    "Lucene",
    "iPhone",
    "ß",
    "é",
    "Ａ",
    "ｚ",
    "ＵＳＢ",
    "0",
    "7",
    "2026",
    "３",
    "５０",
    "%",
    "％",
    "￥",
    "々",
    "〇",
    "〆",
    "あ",
    "ン",
    "ー",
    "한",
    "국",
    "ا",
    "я",
    "\uD840\uDC0B",
    "\uD83D\uDE00",
    "\uD840",
    "\uDC0B",
    "\uFFFD",
    "\uFFFF",
    "㐀",
    "\u9FA6",
    "\u4DFF",
    "豈",
    "①",
    "Ⅷ",
    "℃"
  };

  private final Analyzer ours = analyzer(false);
  private final Analyzer smartcn = analyzer(true);

  private static Analyzer analyzer(boolean reference) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(
            reference ? new HMMChineseTokenizer() : new ChineseWordTokenizer());
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "我是中国人。",
        "研究生命起源，结婚的和尚未结婚的",
        "中 国　人\n民 共 和 国",
        "ＡＢＣabc１２３456 iPhone 15 Pro，3.5萬人！",
        "𠀋田先生😀说：“你好！”",
        "臺灣大學的學生。\uD840"
      })
  void termsAndOffsetsAreThoseOfSmartcn(String text) throws IOException {
    assertSame(text);
  }

  @Test
  void articlesOfTheProjectAreCutAsBySmartcn() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("../corpus/articles"))) {
      for (Path file : files) {
        assertSame(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void randomTextIsCutAsBySmartcn() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      int common = 1 + random.nextInt(ALPHABET.length);
      for (int k = random.nextInt(80); k > 0; k--) {
        text.append(ALPHABET[random.nextInt(common)]);
      }
      assertSame(text.toString());
    }
  }

  @Test
  void randomCharactersAreCutAsBySmartcn() throws IOException {
    Random random = new Random(8);
    for (int i = 0; i < 1_000; i++) {
      char[] text = new char[random.nextInt(60)];
      int range = 1 << 8 + random.nextInt(9);
      int first = random.nextInt(0x10000 - range + 1);
      for (int k = 0; k < text.length; k++) {
        text[k] = (char) (first + random.nextInt(range));
      }
      assertSame(new String(text));
    }
  }

  @Test
  void textLongerThanAnyBufferIsCutAsBySmartcn() throws IOException {
    assertSame("中华人民共和国成立了".repeat(3_000));
    assertSame("大 学 生 物 。".repeat(2_000));
  }

  @Test
  void filtersOfSmartChineseAnalyzerGiveItsTerms() throws IOException {
    CharArraySet stopWords = SmartChineseAnalyzer.getDefaultStopSet();
    Analyzer filtered =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new ChineseWordTokenizer();
            return new TokenStreamComponents(
                words, new StopFilter(new PorterStemFilter(words), stopWords));
          }
        };
    String text = "我们在 running，“搜索引擎”：Lucene searches 2026 年的新闻。";
    try (SmartChineseAnalyzer reference = new SmartChineseAnalyzer()) {
      assertThat(tokens(filtered, text)).isEqualTo(tokens(reference, text)).isNotEmpty();
    }
  }

  @Test
  void threadsShareOneModel() throws Exception {
    String text =
        Files.readString(Path.of("src/main/resources/io/kiosk/analysis/stop_zh.txt")).repeat(3);
    List<String> expected = tokens(smartcn, text);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(threads.submit(() -> tokens(ours, text)));
      }
      for (Future<List<String>> each : all) {
        assertThat(each.get()).isEqualTo(expected);
      }
    }
  }

  /** All articles of a folder that is given by its name: {@code -Dkiosk.corpora=FOLDER}. */
  @Test
  @EnabledIfSystemProperty(named = "kiosk.corpora", matches = ".+")
  void articlesOfCorporaAreCutAsBySmartcn() throws IOException {
    Path folder = Path.of(System.getProperty("kiosk.corpora"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "zh.jsonl.gz")) {
      for (Path file : files) {
        assertSameLines(file);
      }
    }
  }

  private void assertSameLines(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      int count = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        assertSame(line.replace("\\n", "\n").replace("\\\"", "\""));
        count++;
      }
      assertThat(count).isPositive();
    }
  }

  private void assertSame(String text) throws IOException {
    List<String> expected = tokens(smartcn, text);
    List<String> found = tokens(ours, text);
    if (!found.equals(expected)) {
      assertThat(found).as(text).isEqualTo(expected);
    }
  }

  private static List<String> tokens(Analyzer analyzer, String text) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(
            term
                + "+"
                + position.getPositionIncrement()
                + "["
                + offset.startOffset()
                + ","
                + offset.endOffset()
                + "]");
      }
      stream.end();
      tokens.add("end[" + offset.startOffset() + "," + offset.endOffset() + "]");
    }
    return tokens;
  }
}
