package io.kiosk.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The Chinese words and pairs of words that smartcn knows, with what each costs on a path through a
 * sentence. Immutable, shared by all threads, loaded at first use.
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
 * <p>Words are numbers, the most frequent ones the lowest, so that what is asked for most lies
 * close together in memory. Those that begin alike share nodes of a tree; a node is a number too,
 * and the tree one hash table of (node, character).
 */
final class ChineseModel {
  /** No such word or node. */
  static final int NONE = -1;

  /** Any character that no pair has, other than punctuation. */
  private static final int UNKNOWN = 0;

  /** Any punctuation that no pair has. */
  private static final int DELIMITER = 1;

  private static final int GENERIC_WORDS = 2;

  private static final int ALL = 2_079_997 + 80_000;
  private static final double SMOOTHING = .1;
  private static final double ONE_OF_ALL = 1.0 / ALL;

  private static final String RESOURCE = "chinese-model.bin";
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int NODE_BITS = 18;
  private static final int PAIR_BITS = 19;
  private static final int FILTER_BITS = 22;

  // an entry of the tree: 35 bits of key, one that says whether it has children, 18 of word + 1
  private static final int WORD_BITS = 18;
  private static final int WORD_MASK = (1 << WORD_BITS) - 1;
  private static final long HAS_CHILDREN = 1L << WORD_BITS;
  private static final int KEY_SHIFT = WORD_BITS + 1;

  private final int[] characterWords = new int[Character.MAX_VALUE + 1];
  private final boolean[] beginsWords = new boolean[Character.MAX_VALUE + 1];
  private final long[] nodes = new long[1 << NODE_BITS];
  private final int[] frequencies;
  private final double[] costs;

  /** By word, a bit set for each right neighbour, of 64 that all share. */
  private final long[] signatures;

  private final long[] pairs = new long[2 << PAIR_BITS];
  private final long[] filter = new long[1 << FILTER_BITS - 6];

  private int letters;
  private int digits;
  private int begin;
  private int end;

  private ChineseModel(ByteBuffer in) {
    int words = in.getInt();
    frequencies = new int[words + GENERIC_WORDS];
    costs = new double[words + GENERIC_WORDS];
    signatures = new long[words + GENERIC_WORDS];
    frequencies[DELIMITER] = ALL;
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      characterWords[c] = CharacterKind.of(c) == CharacterKind.DELIMITER ? DELIMITER : UNKNOWN;
    }
    int[] numbers = numbers(in.duplicate(), words);
    readWords(in, numbers);
    for (int word = 0; word < costs.length; word++) {
      costs[word] = cost(frequencies[word], 0);
    }
    readPairs(in, numbers);
  }

  private static final class Holder {
    static final ChineseModel MODEL = read();
  }

  /** The one model. */
  static ChineseModel get() {
    return Holder.MODEL;
  }

  private static ChineseModel read() {
    try (InputStream in = ChineseModel.class.getResourceAsStream(RESOURCE)) {
      return new ChineseModel(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + RESOURCE, e);
    }
  }

  /** The numbers of the resource's words. */
  private static int[] numbers(ByteBuffer in, int words) {
    long[] byFrequency = new long[words];
    for (int i = 0; i < words; i++) {
      int length = in.get() & 0xF;
      in.position(in.position() + length * Character.BYTES);
      byFrequency[i] = -(long) readNumber(in) << Integer.SIZE | i;
    }
    Arrays.sort(byFrequency);
    int[] numbers = new int[words];
    for (int rank = 0; rank < words; rank++) {
      numbers[(int) byFrequency[rank]] = rank + GENERIC_WORDS;
    }
    return numbers;
  }

  private void readWords(ByteBuffer in, int[] numbers) {
    char[] text = new char[16];
    for (int word : numbers) {
      int lengths = in.get();
      int common = lengths >>> 4 & 0xF;
      int length = common + (lengths & 0xF);
      for (int k = common; k < length; k++) {
        text[k] = in.getChar();
      }
      frequencies[word] = readNumber(in);
      if (length == 1) {
        characterWords[text[0]] = word;
      } else if (text[1] == '#') {
        setClass(text[3], word);
      } else {
        addToTree(text, length, word);
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

  private void addToTree(char[] text, int length, int word) {
    beginsWords[text[0]] = true;
    int node = root(text[0]);
    for (int k = 1; k < length; k++) {
      long key = key(node, text[k]);
      int slot = slot(key);
      while (nodes[slot] != 0 && nodes[slot] >>> KEY_SHIFT != key) {
        slot = slot + 1 & nodes.length - 1;
      }
      nodes[slot] |= key << KEY_SHIFT | (k < length - 1 ? HAS_CHILDREN : word + 1);
      node = slot;
    }
  }

  private void readPairs(ByteBuffer in, int[] numbers) {
    in.getInt();
    for (int left : numbers) {
      int right = 0;
      for (int neighbours = readNumber(in); neighbours > 0; neighbours--) {
        right += readNumber(in);
        addPair(left, numbers[right], cost(frequencies[left], readNumber(in)));
      }
    }
  }

  private void addPair(int left, int right, double cost) {
    signatures[left] |= 1L << signatureBit(right);
    long pair = pair(left, right);
    long hash = hash(pair);
    filter[filterBit(hash) >>> 6] |= 1L << filterBit(hash);
    int slot = pairSlot(hash);
    while (pairs[slot] != 0) {
      slot = slot + 2 & pairs.length - 1;
    }
    pairs[slot] = pair;
    pairs[slot + 1] = Double.doubleToRawLongBits(cost);
  }

  private static int readNumber(ByteBuffer in) {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      number |= (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  // The order of the operations is smartcn's, since rounding depends on it.
  private static double cost(int left, int pair) {
    return -Math.log(
        SMOOTHING * (1.0 + left) / ALL
            + (1.0 - SMOOTHING) * ((1.0 - ONE_OF_ALL) * pair / (1.0 + left) + ONE_OF_ALL));
  }

  private static long key(int node, char c) {
    return ((long) node << 15 | c - CharacterKind.FIRST_HAN) + 1;
  }

  private static int slot(long key) {
    return (int) (key * GOLDEN >>> Long.SIZE - NODE_BITS);
  }

  private static long pair(int left, int right) {
    return (long) left << WORD_BITS | right;
  }

  private static long hash(long pair) {
    return pair * GOLDEN;
  }

  private static int filterBit(long hash) {
    return (int) (hash >>> Long.SIZE - FILTER_BITS);
  }

  private static int signatureBit(int right) {
    return right * (int) GOLDEN >>> Integer.SIZE - 6;
  }

  private static int pairSlot(long hash) {
    return (int) (hash >>> Long.SIZE - PAIR_BITS) << 1;
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

  /** The node of the words that begin with a Chinese character, or {@link #NONE}. */
  int rootOf(char c) {
    return beginsWords[c] ? root(c) : NONE;
  }

  private static int root(char c) {
    return 1 << NODE_BITS | c - CharacterKind.FIRST_HAN;
  }

  /** The node of the words that go on with a Chinese character, or {@link #NONE}. */
  int child(int node, char c) {
    long key = key(node, c);
    int slot = slot(key);
    while (nodes[slot] != 0) {
      if (nodes[slot] >>> KEY_SHIFT == key) {
        return slot;
      }
      slot = slot + 1 & nodes.length - 1;
    }
    return NONE;
  }

  /** The word that ends with a node, or {@link #NONE}. */
  int wordAt(int node) {
    return ((int) nodes[node] & WORD_MASK) - 1;
  }

  /** Whether there are longer words that begin as those of a node. */
  boolean hasChildren(int node) {
    return (nodes[node] & HAS_CHILDREN) != 0;
  }

  /** What a word costs that is not followed by one that it was seen with. */
  double cost(int word) {
    return costs[word];
  }

  /** What a word costs before another, or infinity if they were not seen together. */
  double pairCost(int left, int right) {
    long pair = pair(left, right);
    long hash = hash(pair);
    int bit = filterBit(hash);
    // one test of both, as either alone is a toss-up that the processor guesses wrong
    if ((filter[bit >>> 6] >>> bit & signatures[left] >>> signatureBit(right) & 1) != 0) {
      for (int slot = pairSlot(hash); pairs[slot] != 0; slot = slot + 2 & pairs.length - 1) {
        if (pairs[slot] == pair) {
          return Double.longBitsToDouble(pairs[slot + 1]);
        }
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
