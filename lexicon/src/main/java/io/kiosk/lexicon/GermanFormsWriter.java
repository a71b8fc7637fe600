package io.kiosk.lexicon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the table of {@link GermanForms}, without the forms that follow from others by their
 * endings. The same forms give the same bytes. Not safe for several threads.
 */
public final class GermanFormsWriter {

  /**
   * The basic forms of a form.
   *
   * @param noun of the noun, or null
   * @param other of the word of another kind, or null
   */
  public record Readings(String noun, String other) {

    private boolean isBasic(String form) {
      String term = GermanForms.withoutUmlauts(form);
      return isBasic(noun, form, term) && isBasic(other, form, term);
    }

    private static boolean isBasic(String reading, String form, String term) {
      return reading == null || reading.equals(form) || reading.equals(term);
    }
  }

  private final SortedMap<String, Readings> forms;
  private final SortedMap<String, Readings> kept = new TreeMap<>();

  private GermanFormsWriter(SortedMap<String, Readings> forms) {
    this.forms = forms;
  }

  /**
   * Writes the table.
   *
   * @param forms words of a to z, umlauts spelt ae, oe, ue, with their index terms, at least one of
   *     the two
   * @param file replaced if it exists; its folder must exist
   * @throws IOException if the file cannot be written
   */
  public static void write(Map<String, Readings> forms, Path file) throws IOException {
    GermanFormsWriter writer = new GermanFormsWriter(new TreeMap<>(forms));
    writer.choose();
    Files.write(file, table(writer.kept));
  }

  /** Keeps basic forms, and others until all that are left out follow from what is kept. */
  private void choose() {
    forms.forEach(
        (form, readings) -> {
          if (readings.isBasic(form)) {
            kept.put(form, readings);
          }
        });
    List<String> left = new ArrayList<>(forms.keySet());
    left.removeAll(kept.keySet());
    left.sort(Comparator.comparing(String::length).thenComparing(form -> form));
    for (boolean changed = true; changed; ) {
      GermanFormTable table =
          GermanFormTable.of(ByteBuffer.wrap(table(kept)).order(ByteOrder.LITTLE_ENDIAN));
      Collection<String> wrong =
          left.stream().filter(form -> !follows(table, form, forms.get(form))).toList();
      // Participles first: their endings are then taken off as those of other words.
      int shortest = wrong.stream().mapToInt(String::length).min().orElse(0);
      Map<String, Readings> added = new HashMap<>();
      for (String form : wrong) {
        if (form.length() <= shortest + 1) {
          added.put(form, forms.get(form));
        }
      }
      kept.putAll(added);
      left.removeAll(added.keySet());
      changed = !added.isEmpty();
    }
  }

  private static boolean follows(GermanFormTable table, String form, Readings readings) {
    return Objects.equals(GermanForms.reading(table, form, true), readings.noun())
        && Objects.equals(GermanForms.reading(table, form, false), readings.other());
  }

  /**
   * {@return the index term of a word that no other word becomes the same as: ae, oe and ue that
   * stand for umlauts are a, o and u}
   *
   * @param word lower case, umlauts spelt ae, oe, ue
   */
  public static String withoutUmlauts(String word) {
    return GermanForms.withoutUmlauts(word);
  }

  private static byte[] table(SortedMap<String, Readings> forms) {
    byte[] terms = LexiconSourceWriter.terms(forms.keySet());
    Map<String, Short> changes = new HashMap<>();
    ByteArrayOutputStream spelt = new ByteArrayOutputStream();
    ByteBuffer numbers = ByteBuffer.allocate(4 * forms.size()).order(ByteOrder.LITTLE_ENDIAN);
    forms.forEach(
        (form, readings) -> {
          numbers.putShort(change(form, readings.noun(), changes, spelt));
          numbers.putShort(change(form, readings.other(), changes, spelt));
        });
    ByteBuffer bytes =
        ByteBuffer.allocate(12 + terms.length + spelt.size() + numbers.capacity())
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(GermanForms.MAGIC).putInt(terms.length).put(terms);
    return bytes.putInt(changes.size()).put(spelt.toByteArray()).put(numbers.array()).array();
  }

  private static short change(
      String form, String term, Map<String, Short> changes, ByteArrayOutputStream spelt) {
    if (term == null) {
      return -1;
    }
    int shared = 0;
    while (shared < Math.min(form.length(), term.length())
        && form.charAt(shared) == term.charAt(shared)) {
      shared++;
    }
    int cut = form.length() - shared;
    String put = term.substring(shared);
    String key = cut + put;
    Short known = changes.get(key);
    if (known == null) {
      known = (short) changes.size();
      changes.put(key, known);
      byte[] letters = put.getBytes(StandardCharsets.US_ASCII);
      spelt.write(cut);
      spelt.write(letters.length);
      spelt.writeBytes(letters);
    }
    return known;
  }
}
