package io.kiosk.lexicon;

import static io.kiosk.lexicon.TableFormat.BLOCK;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the tables of one source of translations, as {@link TranslationLexicon#open} maps them.
 *
 * <p>The same calls, in any order, give the same bytes. Everything is held in memory until {@link
 * #write}. Not safe for several threads.
 */
public final class LexiconSourceWriter {

  private record Entry(double evidence, Map<String, Double> translations) {}

  private final double trust;
  private final Map<String, Map<String, Entry>> pairs = new TreeMap<>();
  private final Map<String, Map<String, String>> forms = new TreeMap<>();
  private final Map<String, Collection<String>> words = new TreeMap<>();

  /**
   * A writer without entries.
   *
   * @param trust how much a translation of this source counts beside one of another source, > 0
   */
  public LexiconSourceWriter(double trust) {
    if (!(trust > 0)) {
      throw new IllegalArgumentException("trust must be > 0, got " + trust);
    }
    this.trust = trust;
  }

  /**
   * Sets the translations of a term, in place of earlier ones; a term without translations is left
   * out.
   *
   * @param from language of the term; its region and script do not matter, here and below
   * @param to language of the translations
   * @param term as {@link TranslationLexicon} describes it
   * @param evidence how much the source knows of the term, > 0; sources are mixed in proportion to
   *     it
   * @param translations terms and their weights in (0, 1]
   */
  public void translations(
      Locale from, Locale to, String term, double evidence, Map<String, Double> translations) {
    if (!translations.isEmpty()) {
      String section = TableFormat.pairsSection(from.getLanguage(), to.getLanguage());
      pairs
          .computeIfAbsent(section, s -> new HashMap<>())
          .put(term, new Entry(evidence, translations));
    }
  }

  /**
   * Sets how a term is best written; only terms with translations keep it.
   *
   * @param language of the term
   * @param term as in {@link #translations}
   * @param written for a reader, with capitals and diacritics
   */
  public void form(Locale language, String term, String written) {
    forms.computeIfAbsent(language.getLanguage(), l -> new HashMap<>()).put(term, written);
  }

  /**
   * Sets the word list of a language, in place of an earlier one.
   *
   * @param language of the words
   * @param list as {@link TranslationLexicon#words} gives them; not copied before {@link #write}
   */
  public void words(Locale language, Collection<String> list) {
    words.put(language.getLanguage(), list);
  }

  /**
   * Writes the table.
   *
   * @param folder made if it is not there; an older table in it is replaced
   * @throws IOException if it cannot be written
   */
  public void write(Path folder) throws IOException {
    Map<String, byte[]> sections = sections();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int directory = 0;
    for (String name : sections.keySet()) {
      directory += 1 + name.length() + 16;
    }
    long offset = align(TableFormat.HEADER_LENGTH + directory);
    ByteBuffer entries = buffer(Math.toIntExact(offset) - TableFormat.HEADER_LENGTH);
    for (Map.Entry<String, byte[]> section : sections.entrySet()) {
      byte[] name = section.getKey().getBytes(StandardCharsets.US_ASCII);
      entries.put((byte) name.length).put(name).putLong(offset).putLong(section.getValue().length);
      offset += align(section.getValue().length);
    }
    body.write(entries.array());
    for (byte[] section : sections.values()) {
      body.write(Arrays.copyOf(section, Math.toIntExact(align(section.length))));
    }
    byte[] content = body.toByteArray();
    ByteBuffer header = buffer(TableFormat.HEADER_LENGTH);
    header.putInt(TableFormat.MAGIC).putInt(TableFormat.VERSION);
    header.putLong(TableFormat.HEADER_LENGTH + (long) content.length).put(sha256(content));
    header.putDouble(trust).putInt(sections.size());
    Files.createDirectories(folder);
    try (var out = Files.newOutputStream(folder.resolve(TableFormat.FILE_NAME))) {
      out.write(header.array());
      out.write(content);
    }
  }

  private Map<String, byte[]> sections() {
    Map<String, TreeMap<Bytes, Integer>> vocabularies = vocabularies();
    Map<String, byte[]> sections = new TreeMap<>();
    vocabularies.forEach(
        (language, vocabulary) -> {
          List<String> sorted = vocabulary.keySet().stream().map(Bytes::text).toList();
          sections.put(TableFormat.termsSection(language), terms(sorted));
          if (forms.containsKey(language)) {
            byte[] written = forms(vocabulary, forms.get(language));
            sections.put(TableFormat.formsSection(language), written);
          }
        });
    pairs.forEach(
        (section, entries) -> {
          String[] languages = section.split("-");
          sections.put(
              section,
              pairs(vocabularies.get(languages[0]), vocabularies.get(languages[1]), entries));
        });
    words.forEach(
        (language, list) -> sections.put(TableFormat.wordsSection(language), words(list)));
    return sections;
  }

  private Map<String, TreeMap<Bytes, Integer>> vocabularies() {
    Map<String, TreeMap<Bytes, Integer>> vocabularies = new TreeMap<>();
    pairs.forEach(
        (section, entries) -> {
          String[] languages = section.split("-");
          TreeMap<Bytes, Integer> from =
              vocabularies.computeIfAbsent(languages[0], l -> new TreeMap<>());
          TreeMap<Bytes, Integer> to =
              vocabularies.computeIfAbsent(languages[1], l -> new TreeMap<>());
          entries.forEach(
              (term, entry) -> {
                from.put(Bytes.of(term), 0);
                entry
                    .translations()
                    .keySet()
                    .forEach(translation -> to.put(Bytes.of(translation), 0));
              });
        });
    for (TreeMap<Bytes, Integer> vocabulary : vocabularies.values()) {
      int number = 0;
      for (Map.Entry<Bytes, Integer> entry : vocabulary.entrySet()) {
        entry.setValue(number++);
      }
    }
    return vocabularies;
  }

  /** The section of terms in their order. */
  static byte[] terms(Collection<String> sorted) {
    BlockWriter blocks = new BlockWriter(sorted.size());
    byte[] previous = {};
    for (String key : sorted) {
      byte[] term = Bytes.of(key).bytes();
      int shared = 0;
      if (!blocks.next()) {
        int mismatch = Arrays.mismatch(previous, term);
        shared = mismatch < 0 ? term.length : mismatch;
        blocks.writeInt(shared);
      }
      blocks.writeInt(term.length - shared);
      blocks.write(term, shared, term.length - shared);
      previous = term;
    }
    return blocks.toByteArray();
  }

  private static byte[] forms(TreeMap<Bytes, Integer> vocabulary, Map<String, String> written) {
    BlockWriter blocks = new BlockWriter(vocabulary.size());
    for (Bytes key : vocabulary.keySet()) {
      blocks.next();
      String term = key.text();
      String form = written.getOrDefault(term, term);
      int code = formCode(term, form);
      byte[] bytes = code == TableFormat.FORM_SPELT ? Bytes.of(form).bytes() : new byte[0];
      blocks.writeInt(code + bytes.length);
      blocks.write(bytes, 0, bytes.length);
    }
    return blocks.toByteArray();
  }

  private static int formCode(String term, String form) {
    if (form.equals(term)) {
      return TableFormat.FORM_SAME;
    } else if (form.equals(FormTable.firstUpper(term))) {
      return TableFormat.FORM_FIRST_UPPER;
    } else if (form.equals(term.toUpperCase(Locale.ROOT))) {
      return TableFormat.FORM_ALL_UPPER;
    } else if (form.equals(FormTable.wordsUpper(term))) {
      return TableFormat.FORM_WORDS_UPPER;
    }
    return TableFormat.FORM_SPELT;
  }

  private static byte[] pairs(
      TreeMap<Bytes, Integer> from, TreeMap<Bytes, Integer> to, Map<String, Entry> entries) {
    BlockWriter blocks = new BlockWriter(from.size());
    for (Bytes key : from.keySet()) {
      blocks.next();
      Entry entry = entries.get(key.text());
      byte[] list = entry == null ? new byte[0] : translations(entry, to);
      blocks.writeInt(list.length);
      blocks.write(list, 0, list.length);
    }
    return blocks.toByteArray();
  }

  private static byte[] translations(Entry entry, TreeMap<Bytes, Integer> to) {
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(entry.translations().entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<String, Double> e) -> -e.getValue())
            .thenComparing(Map.Entry::getKey));
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    list.write(TableFormat.evidenceCode(entry.evidence()));
    for (Map.Entry<String, Double> translation : sorted) {
      BlockWriter.writeInt(list, to.get(Bytes.of(translation.getKey())));
      list.write(TableFormat.weightCode(translation.getValue()));
    }
    return list.toByteArray();
  }

  private static byte[] words(Collection<String> list) {
    TreeSet<String> distinct = new TreeSet<>(list);
    distinct.remove("");
    int[] slots = WordList.fingerprints(distinct);
    ByteBuffer section = buffer(8 + 4 * slots.length);
    section.putInt(distinct.stream().mapToInt(String::length).max().orElse(0)).putInt(slots.length);
    section.asIntBuffer().put(slots);
    return section.array();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long align(long length) {
    return (length + TableFormat.ALIGNMENT - 1) / TableFormat.ALIGNMENT * TableFormat.ALIGNMENT;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A term in the order of its UTF-8 bytes, in which the reader searches. */
  private record Bytes(String text, byte[] bytes) implements Comparable<Bytes> {

    static Bytes of(String text) {
      return new Bytes(text, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Bytes other) {
      return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /** Collects the items of a section and the offset of each block of them. */
  private static final class BlockWriter {
    private final int items;
    private final int[] offsets;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int next;

    BlockWriter(int items) {
      this.items = items;
      this.offsets = new int[(items + BLOCK - 1) / BLOCK];
    }

    /** Begins an item and tells whether it is the first of a block. */
    boolean next() {
      boolean first = next % BLOCK == 0;
      if (first) {
        offsets[next / BLOCK] = data.size();
      }
      next++;
      return first;
    }

    void writeInt(int value) {
      writeInt(data, value);
    }

    void write(byte[] bytes, int offset, int length) {
      data.write(bytes, offset, length);
    }

    byte[] toByteArray() {
      ByteBuffer section = buffer(4 + 4 * offsets.length + data.size());
      section.putInt(items);
      for (int offset : offsets) {
        section.putInt(offset);
      }
      return section.put(data.toByteArray()).array();
    }

    static void writeInt(ByteArrayOutputStream out, int value) {
      int rest = value;
      while ((rest & ~0x7F) != 0) {
        out.write((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }
  }
}
