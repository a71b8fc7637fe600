package io.kiosk.lexicon;

import io.kiosk.lexicon.UserLexicon.Entry;
import io.kiosk.lexicon.UserLexicon.Target;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The entries of a user under the keys that the tables have. Immutable. */
final class UserTables {

  static final UserTables EMPTY = new UserTables(List.of(), (text, language) -> text);

  private static final class Change {
    final Map<String, Double> only = new LinkedHashMap<>();
    final Map<String, Double> more = new LinkedHashMap<>();
    final Set<String> never = new HashSet<>();
  }

  private record Key(String term, String from, String to) {}

  private record Term(String term, String language) {}

  private final Map<Key, Change> changes = new HashMap<>();
  private final Set<Term> sources = new HashSet<>();
  private final Map<Term, String> written = new HashMap<>();
  private final int digest;

  UserTables(List<Entry> entries, BiFunction<String, Locale, String> terms) {
    for (Entry entry : entries) {
      String from = entry.from().getLanguage();
      String to = entry.to().getLanguage();
      String term = terms.apply(entry.text(), entry.from());
      Change change = changes.computeIfAbsent(new Key(term, from, to), key -> new Change());
      for (Target target : entry.targets()) {
        String translation = terms.apply(target.text(), entry.to());
        switch (entry.kind()) {
          case PIN -> change.only.put(translation, target.weight());
          case ADD -> change.more.put(translation, target.weight());
          case VETO -> change.never.add(translation);
        }
        if (entry.kind() != UserLexicon.Kind.VETO) {
          written.putIfAbsent(new Term(translation, to), target.text());
          sources.add(new Term(term, from));
        }
      }
    }
    this.digest = entries.hashCode();
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  int digest() {
    return digest;
  }

  /** Changes what the dictionaries say of a term; a veto wins over everything. */
  void apply(Candidates candidates, String term, String from, String to) {
    Change change = changes.isEmpty() ? null : changes.get(new Key(term, from, to));
    if (change == null) {
      return;
    }
    if (!change.only.isEmpty()) {
      candidates.clear();
    }
    change.only.forEach((t, weight) -> candidates.add(t, weight, UserLexicon.SOURCE, true));
    change.more.forEach((t, weight) -> candidates.add(t, weight, UserLexicon.SOURCE, true));
    change.never.forEach(candidates::remove);
  }

  boolean contains(String term, String language) {
    return !sources.isEmpty() && sources.contains(new Term(term, language));
  }

  /** As the user wrote it, or null. */
  String form(String term, String language) {
    return written.isEmpty() ? null : written.get(new Term(term, language));
  }

  /** The terms of a language that the user translates, to segment by. */
  Set<String> words(String language) {
    Set<String> words = new TreeSet<>();
    sources.stream().filter(s -> s.language().equals(language)).forEach(s -> words.add(s.term()));
    return words;
  }

  static IntBuffer slots(Set<String> words) {
    return IntBuffer.wrap(WordList.fingerprints(words));
  }
}
