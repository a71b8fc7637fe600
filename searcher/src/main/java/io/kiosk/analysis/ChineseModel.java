package io.kiosk.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The Chinese words and pairs of words that smartcn knows, with what each costs on a path through a
 * sentence. Shared by all threads.
 *
 * <p>The cost of a pair is smartcn's own, to the last bit: with f the frequency of the left word, n
 * that of the pair and N = {@value #ALL}, -log(.1 (1 + f) / N + .9 ((1 - 1/N) n / (1 + f) + 1/N)).
 *
 * <p>The resource has the number of words and the words in the order of their characters, each as a
 * byte (high half: characters taken from the word before, low half: those that follow), the
 * characters in UTF-16 and the frequency; then the number of pairs and for each word the number of
 * its right neighbours and for each of these the distance of its number to the one before and the
 * frequency. Sizes are big-endian ints, other numbers have seven bits a byte, the lowest first. It
 * is made by ChineseModel of lexicon-builder.
 *
 * <p>Words are numbers. At first only the places are noted where the words of each first character
 * and the neighbours of each word stand; both are read when they are asked for, since a search
 * needs few and all take ten times as long. Threads that want the same at once may each read it.
 */
final class ChineseModel {

  /** Any character that no pair has, other than punctuation. */
  private static final int UNKNOWN = 0;

  /** Any punctuation that no pair has. */
  private static final int DELIMITER = 1;

  /** Number of the resource's first word. */
  private static final int FIRST_WORD = 2;

  private static final int ALL = 2_079_997 + 80_000;
  private static final double SMOOTHING = .1;
  private static final double ONE_OF_ALL = 1.0 / ALL;

  private static final String RESOURCE = "chinese-model.bin";

  private final byte[] resource;
  private final int[] characterWords = new int[Character.MAX_VALUE + 1];
  private final int[] frequencies;
  private final double[] costs;

  // by word
  private final int[] pairsStart;
  private final ChinesePairs[] pairs;

  // by the first character of words, from CharacterKind.FIRST_HAN
  private final int[] treeStart = new int[CharacterKind.HAN_CHARACTERS];
  private final int[] treeWord = new int[CharacterKind.HAN_CHARACTERS];
  private final int[] treeWords = new int[CharacterKind.HAN_CHARACTERS];
  private final ChineseWordTree[] trees = new ChineseWordTree[CharacterKind.HAN_CHARACTERS];

  private int letters;
  private int digits;
  private int begin;
  private int end;

  private ChineseModel(byte[] resource) {
    this.resource = resource;
    ChineseModelReader in = new ChineseModelReader(resource, 0);
    int words = FIRST_WORD + in.readInt();
    frequencies = new int[words];
    costs = new double[words];
    pairsStart = new int[words];
    pairs = new ChinesePairs[words];
    frequencies[DELIMITER] = ALL;
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      characterWords[c] = CharacterKind.of(c) == CharacterKind.DELIMITER ? DELIMITER : UNKNOWN;
    }
    findWords(in);
    findPairs(in);
    for (int word = 0; word < words; word++) {
      costs[word] = cost(frequencies[word], 0);
    }
  }

  private static final class Holder {
    static final ChineseModel MODEL = read();
  }

  /** The one model, loaded at first use. */
  static ChineseModel get() {
    return Holder.MODEL;
  }

  private static ChineseModel read() {
    try (InputStream in = ChineseModel.class.getResourceAsStream(RESOURCE)) {
      return new ChineseModel(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + RESOURCE, e);
    }
  }

  private void findWords(ChineseModelReader in) {
    for (int word = FIRST_WORD; word < frequencies.length; word++) {
      int start = in.position();
      int length = in.readWord();
      frequencies[word] = in.readNumber();
      char first = in.character(0);
      if (length == 1) {
        characterWords[first] = word;
      } else if (in.character(1) == '#') {
        setClass(in.character(3), word);
      } else {
        int tree = first - CharacterKind.FIRST_HAN;
        if (treeWords[tree] == 0) {
          treeStart[tree] = start;
          treeWord[tree] = word;
        }
        treeWords[tree]++;
      }
    }
  }

  /** The words that stand for a class are marked by number signs, which no other word has. */
  private void setClass(char name, int word) {
    switch (name) {
      case '串' -> letters = word;
      case '数' -> digits = word;
      case '始' -> begin = word;
      case '末' -> end = word;
      default -> throw new IllegalStateException(RESOURCE + ": unknown class of words " + name);
    }
  }

  private void findPairs(ChineseModelReader in) {
    in.readInt();
    for (int word = FIRST_WORD; word < pairs.length; word++) {
      pairsStart[word] = in.position();
      in.skipNumbers(2 * in.readNumber());
    }
  }

  private ChinesePairs readPairs(int left) {
    ChineseModelReader in = new ChineseModelReader(resource, pairsStart[left]);
    int[] words = new int[left < FIRST_WORD ? 0 : in.readNumber()];
    double[] costsOfPairs = new double[words.length];
    int right = FIRST_WORD;
    for (int i = 0; i < words.length; i++) {
      right += in.readNumber();
      words[i] = right;
      costsOfPairs[i] = cost(frequencies[left], in.readNumber());
    }
    return new ChinesePairs(words, costsOfPairs);
  }

  // The order of the operations is smartcn's, since rounding depends on it.
  private static double cost(int left, int pair) {
    return -Math.log(
        SMOOTHING * (1.0 + left) / ALL
            + (1.0 - SMOOTHING) * ((1.0 - ONE_OF_ALL) * pair / (1.0 + left) + ONE_OF_ALL));
  }

  /** The word of a single character that is neither letter nor digit. */
  int word(char c) {
    return characterWords[c];
  }

  /** The word that stands for letters and for signs of no known kind. */
  int letters() {
    return letters;
  }

  /** The word that stands for numbers. */
  int digits() {
    return digits;
  }

  /** The word that stands before a sentence. */
  int begin() {
    return begin;
  }

  /** The word that stands after a sentence. */
  int end() {
    return end;
  }

  /** The words of more characters that begin with one; null if there are none. */
  ChineseWordTree tree(char c) {
    int tree = c - CharacterKind.FIRST_HAN;
    if (tree < 0 || tree >= trees.length || treeWords[tree] == 0) {
      return null;
    }
    ChineseWordTree words = trees[tree];
    if (words == null) {
      words = new ChineseWordTree(resource, treeStart[tree], treeWord[tree], treeWords[tree]);
      trees[tree] = words;
    }
    return words;
  }

  /** What a word costs that is not followed by one that it was seen with. */
  double cost(int word) {
    return costs[word];
  }

  /** What a word costs before another, or infinity if they were not seen together. */
  double pairCost(int left, int right) {
    ChinesePairs seen = pairs[left];
    if (seen == null) {
      seen = readPairs(left);
      pairs[left] = seen;
    }
    return seen.cost(right);
  }
}
