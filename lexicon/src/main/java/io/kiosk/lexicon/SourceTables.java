package io.kiosk.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The mapped tables of one source. */
final class SourceTables {

  private final Path file;
  private final String name;
  private final double trust;
  private final byte[] digest = new byte[TableFormat.DIGEST_LENGTH];
  private final Map<String, TermTable> terms = new HashMap<>();
  private final Map<String, FormTable> forms = new HashMap<>();
  private final Map<String, PairTable> pairs = new HashMap<>();
  private final Map<String, ByteBuffer> words = new HashMap<>();

  /** The tables of {@link #pairs} by the language that they translate from. */
  private final Map<String, List<PairTable>> pairsFrom = new HashMap<>();

  private SourceTables(Path file, ByteBuffer table) throws IOException {
    this.file = file;
    this.name = file.getParent().getFileName().toString();
    table.get(TableFormat.DIGEST_OFFSET, digest);
    int position = TableFormat.DIGEST_OFFSET + TableFormat.DIGEST_LENGTH;
    this.trust = table.getDouble(position);
    int sections = table.getInt(position + 8);
    try {
      readDirectory(table, sections);
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException
        | NegativeArraySizeException e) {
      throw new IOException(file + ": damaged directory of sections; make the tables again", e);
    }
  }

  /** Maps the table in the folder, whose name is the source's. */
  static SourceTables open(Path folder) throws IOException {
    Path file = folder.resolve(TableFormat.FILE_NAME);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < TableFormat.HEADER_LENGTH || size > Integer.MAX_VALUE) {
        throw damaged(
            file, size + " bytes", "at least " + TableFormat.HEADER_LENGTH + " and less than 2 GB");
      }
      ByteBuffer table =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
      if (table.getInt(0) != TableFormat.MAGIC) {
        throw damaged(
            file, "the first bytes of another kind of file", "those of a table of translations");
      }
      if (table.getInt(4) != TableFormat.VERSION) {
        throw damaged(file, "format " + table.getInt(4), "format " + TableFormat.VERSION);
      }
      if (table.getLong(8) != size) {
        throw damaged(file, size + " bytes", table.getLong(8) + " bytes, as its header says");
      }
      return new SourceTables(file, table);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file; expected the table of this source", e);
    }
  }

  private static IOException damaged(Path file, String found, String expected) {
    return new IOException(
        file + ": found " + found + ", expected " + expected + "; make the tables again");
  }

  private void readDirectory(ByteBuffer table, int sections) {
    int position = TableFormat.HEADER_LENGTH;
    for (int i = 0; i < sections; i++) {
      byte[] sectionName = new byte[table.get(position)];
      table.get(position + 1, sectionName);
      position += 1 + sectionName.length;
      int offset = Math.toIntExact(table.getLong(position));
      int length = Math.toIntExact(table.getLong(position + 8));
      position += 16;
      ByteBuffer section = table.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
      keep(new String(sectionName, StandardCharsets.US_ASCII), section);
    }
    for (String pair : pairs.keySet()) {
      for (String language : pair.split("-", -1)) {
        if (!terms.containsKey(language)) {
          throw new IllegalArgumentException("section " + pair + " without terms of " + language);
        }
      }
    }
  }

  private void keep(String sectionName, ByteBuffer section) {
    String[] parts = sectionName.split("-", 2);
    switch (parts[0]) {
      case "terms" -> terms.put(parts[1], new TermTable(section));
      case "forms" -> forms.put(parts[1], new FormTable(section));
      case "words" -> words.put(parts[1], section);
      default -> {
        PairTable table = new PairTable(section);
        pairs.put(sectionName, table);
        pairsFrom.computeIfAbsent(parts[0], from -> new ArrayList<>()).add(table);
      }
    }
  }

  String name() {
    return name;
  }

  double trust() {
    return trust;
  }

  byte[] digest() {
    return digest.clone();
  }

  boolean translates(String from, String to) {
    return pairs.containsKey(TableFormat.pairsSection(from, to));
  }

  /** Whether a table of this source has translations of the term. */
  boolean contains(TermTable.Key term, String language) {
    TermTable table = terms.get(language);
    List<PairTable> from = pairsFrom.get(language);
    return table != null && from != null && guarded(() -> contains(term, table, from));
  }

  private static boolean contains(TermTable.Key term, TermTable table, List<PairTable> from) {
    int number = table.find(term);
    if (number >= 0) {
      for (PairTable pairs : from) {
        if (pairs.has(number)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Takes one translation. */
  @FunctionalInterface
  interface Sink {
    void accept(String term, double weight);
  }

  /**
   * Hands over the translations of a term, best first; returns its evidence, 0 if there is none.
   */
  double translate(TermTable.Key term, String from, String to, Sink sink) {
    PairTable table = pairs.get(TableFormat.pairsSection(from, to));
    if (table == null) {
      return 0;
    }
    return guarded(
        () -> {
          int number = terms.get(from).find(term);
          TermTable targets = terms.get(to);
          return number < 0
              ? 0
              : table.read(number, (target, w) -> sink.accept(targets.term(target), w));
        });
  }

  /** The written form of a term, or null if the source does not know the term. */
  String form(TermTable.Key term, String text, String language) {
    TermTable table = terms.get(language);
    FormTable written = forms.get(language);
    if (table == null || written == null) {
      return null;
    }
    return guarded(
        () -> {
          int number = table.find(term);
          return number < 0 ? null : written.form(number, text);
        });
  }

  /** The slots of the word list, or null. */
  IntBuffer words(String language) {
    ByteBuffer section = words.get(language);
    return section == null
        ? null
        : guarded(
            () ->
                section
                    .slice(8, 4 * section.getInt(4))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer());
  }

  int longestWord(String language) {
    ByteBuffer section = words.get(language);
    return section == null ? 0 : section.getInt(0);
  }

  /** A mapped file that was cut or overwritten shows itself only when read. */
  private <T> T guarded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException
        | NegativeArraySizeException e) {
      throw new UncheckedIOException(
          new IOException(file + ": damaged table; make the tables again", e));
    }
  }
}
