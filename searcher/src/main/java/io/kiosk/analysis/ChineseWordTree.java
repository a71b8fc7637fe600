package io.kiosk.analysis;

/**
 * The Chinese words of one first character as a tree, in one hash table of (node, character).
 * Immutable; nodes are numbers, and mean nothing to other trees.
 */
final class ChineseWordTree {
  /** No such word or node. */
  static final int NONE = -1;

  /** The node of the first character. */
  static final int ROOT = 1 << 16;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  // an entry: key, whether it has children, and word + 1
  private static final int WORD_BITS = 18;
  private static final int WORD_MASK = (1 << WORD_BITS) - 1;
  private static final long HAS_CHILDREN = 1L << WORD_BITS;
  private static final int KEY_SHIFT = WORD_BITS + 1;

  private final long[] nodes;
  private final int shift;

  /**
   * Reads a tree.
   *
   * @param resource of {@link ChineseModel}
   * @param start where the first of the words stands
   * @param word number of that word
   * @param words how many there are
   */
  ChineseWordTree(byte[] resource, int start, int word, int words) {
    int size = size(new ChineseModelReader(resource, start), words);
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
    nodes = new long[2 << bits];
    shift = Long.SIZE - bits - 1;
    ChineseModelReader in = new ChineseModelReader(resource, start);
    int[] path = new int[16];
    path[0] = ROOT;
    for (int i = 0; i < words; i++) {
      int length = in.readWord();
      for (int k = Math.max(1, in.common()); k < length; k++) {
        path[k] = add(path[k - 1], in.character(k));
      }
      if (length > 1) {
        nodes[path[length - 1]] |= word + i + 1;
      }
      in.readNumber();
    }
  }

  /** How many nodes the words have, the root left out. */
  private static int size(ChineseModelReader in, int words) {
    int size = 0;
    for (int i = 0; i < words; i++) {
      size += in.readWord() - Math.max(1, in.common());
      in.readNumber();
    }
    return size;
  }

  private int add(int parent, char c) {
    if (parent != ROOT) {
      nodes[parent] |= HAS_CHILDREN;
    }
    long key = key(parent, c);
    int slot = slot(key);
    while (nodes[slot] != 0) {
      slot = slot + 1 & nodes.length - 1;
    }
    nodes[slot] = key << KEY_SHIFT;
    return slot;
  }

  private static long key(int node, char c) {
    return ((long) node << Character.SIZE | c) + 1;
  }

  private int slot(long key) {
    return (int) (key * GOLDEN >>> shift);
  }

  /** The node of the words that go on with a character, or {@link #NONE}. */
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

  /** The word that ends with a node other than the root, or {@link #NONE}. */
  int wordAt(int node) {
    return ((int) nodes[node] & WORD_MASK) - 1;
  }

  /** Whether there are longer words that begin as those of a node other than the root. */
  boolean hasChildren(int node) {
    return (nodes[node] & HAS_CHILDREN) != 0;
  }
}
