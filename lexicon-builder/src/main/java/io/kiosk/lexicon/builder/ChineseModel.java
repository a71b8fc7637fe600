package io.kiosk.lexicon.builder;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.cn.smart.CharType;
import org.apache.lucene.analysis.cn.smart.Utility;

/**
 * Makes the resource {@code chinese-model.bin} of module searcher from smartcn's tables: the words
 * that its segmenter can meet and the pairs of them that it has seen.
 *
 * <p>smartcn keeps only hashes of its pairs. They are found again by trying every pair of words,
 * some ten thousand million, which takes three minutes of a core.
 */
public final class ChineseModel {

  /** Bits of a hash that each of two filters looks at; small enough for a core's cache. */
  private static final int FILTER_BITS = 21;

  /** The format has half a byte for it. */
  private static final int MAX_LENGTH = 15;

  private final SmartcnTables smartcn;
  private final SortedMap<String, Integer> tokens = new TreeMap<>();
  private final long[] hashes;
  private final BitSet highBits = new BitSet(1 << FILTER_BITS);
  private final BitSet lowBits = new BitSet(1 << FILTER_BITS);

  private ChineseModel(SmartcnTables smartcn) {
    this.smartcn = smartcn;
    this.hashes = smartcn.bigramHashes();
    Arrays.sort(hashes);
    for (long hash : hashes) {
      highBits.set(high(hash));
      lowBits.set(low(hash));
    }
    for (String word : smartcn.words()) {
      if (word.chars().allMatch(c -> Utility.getCharType((char) c) == CharType.HANZI)) {
        tokens.put(word, smartcn.frequency(word));
      }
    }
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String character = String.valueOf((char) c);
      switch (Utility.getCharType((char) c)) {
        case CharType.HANZI -> tokens.put(character, smartcn.frequency(character));
        case CharType.DELIMITER -> tokens.put(character, Utility.MAX_FREQUENCE);
        default -> {}
      }
    }
    for (char[] special :
        List.of(
            Utility.STRING_CHAR_ARRAY,
            Utility.NUMBER_CHAR_ARRAY,
            Utility.START_CHAR_ARRAY,
            Utility.END_CHAR_ARRAY)) {
      String name = new String(special);
      tokens.put(name, smartcn.frequency(name));
    }
  }

  /** Writes the resource into the file that is the only argument. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), new ChineseModel(SmartcnTables.read()).table());
  }

  private static int high(long hash) {
    return (int) (hash >>> Long.SIZE - FILTER_BITS);
  }

  private static int low(long hash) {
    return (int) hash & (1 << FILTER_BITS) - 1;
  }

  private boolean isSeen(long hash) {
    return highBits.get(high(hash))
        && lowBits.get(low(hash))
        && Arrays.binarySearch(hashes, hash) >= 0;
  }

  private byte[] table() throws IOException {
    Map<String, SortedMap<String, Integer>> bigrams = bigrams();
    SortedSet<String> kept = new TreeSet<>();
    tokens.forEach(
        (word, frequency) -> {
          boolean delimiter = frequency == Utility.MAX_FREQUENCE;
          if (word.length() > 1 || frequency > 0 && !delimiter || bigrams.containsKey(word)) {
            kept.add(word);
          }
        });
    bigrams.values().forEach(rights -> kept.addAll(rights.keySet()));
    Map<String, Integer> numbers = new HashMap<>();
    kept.forEach(word -> numbers.put(word, numbers.size()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    writeWords(out, kept);
    int pairs = bigrams.values().stream().mapToInt(Map::size).sum();
    out.writeInt(pairs);
    for (String word : kept) {
      writePairs(out, bigrams.getOrDefault(word, new TreeMap<>()), numbers);
    }
    return bytes.toByteArray();
  }

  private void writeWords(DataOutputStream out, Collection<String> words) throws IOException {
    out.writeInt(words.size());
    String before = "";
    for (String word : words) {
      int common = 0;
      while (common < before.length() && word.startsWith(before.substring(0, common + 1))) {
        common++;
      }
      if (word.length() > MAX_LENGTH) {
        throw new IOException("a word of more than " + MAX_LENGTH + " characters: " + word);
      }
      byte[] rest = word.substring(common).getBytes(StandardCharsets.UTF_16BE);
      out.writeByte(common << 4 | rest.length / 2);
      out.write(rest);
      writeNumber(out, tokens.get(word));
      before = word;
    }
  }

  private static void writePairs(
      DataOutputStream out, SortedMap<String, Integer> rights, Map<String, Integer> numbers)
      throws IOException {
    writeNumber(out, rights.size());
    int before = 0;
    for (Map.Entry<String, Integer> right : rights.entrySet()) {
      int number = numbers.get(right.getKey());
      writeNumber(out, number - before);
      writeNumber(out, right.getValue());
      before = number;
    }
  }

  private static void writeNumber(DataOutputStream out, int number) throws IOException {
    int rest = number;
    while (rest > 0x7F) {
      out.writeByte(rest | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  /** All words as a tree: every prefix of a word stands before it. */
  private record Tree(int[] parent, char[] last, String[] text) {

    static Tree of(Collection<String> words) {
      SortedSet<String> prefixes = new TreeSet<>();
      for (String word : words) {
        for (int end = 1; end <= word.length(); end++) {
          prefixes.add(word.substring(0, end));
        }
      }
      String[] text = prefixes.toArray(String[]::new);
      int[] parent = new int[text.length];
      char[] last = new char[text.length];
      for (int i = 0; i < text.length; i++) {
        String prefix = text[i].substring(0, text[i].length() - 1);
        parent[i] = prefix.isEmpty() ? text.length : Arrays.binarySearch(text, prefix);
        last[i] = text[i].charAt(text[i].length() - 1);
      }
      return new Tree(parent, last, text);
    }
  }

  private Map<String, SortedMap<String, Integer>> bigrams() {
    Tree tree = Tree.of(tokens.keySet());
    List<String> lefts = new ArrayList<>(tokens.keySet());
    Map<String, SortedMap<String, Integer>> bigrams = new HashMap<>();
    IntStream.range(0, lefts.size())
        .parallel()
        .forEach(
            i -> {
              SortedMap<String, Integer> rights = rights(lefts.get(i), tree);
              if (!rights.isEmpty()) {
                synchronized (bigrams) {
                  bigrams.put(lefts.get(i), rights);
                }
              }
            });
    return bigrams;
  }

  private SortedMap<String, Integer> rights(String left, Tree tree) {
    SortedMap<String, Integer> rights = new TreeMap<>();
    int size = tree.parent.length;
    long[] hash = new long[size + 1];
    hash[size] = SmartcnTables.hash(left + "@");
    for (int i = 0; i < size; i++) {
      hash[i] = SmartcnTables.hash(hash[tree.parent[i]], tree.last[i]);
      if (isSeen(hash[i]) && tokens.containsKey(tree.text[i])) {
        int frequency = smartcn.bigramFrequency(left + "@" + tree.text[i]);
        if (frequency > 0) {
          rights.put(tree.text[i], frequency);
        }
      }
    }
    return rights;
  }
}
