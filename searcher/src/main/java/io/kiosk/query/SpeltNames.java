package io.kiosk.query;

import io.kiosk.query.ArchiveNames.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chinese persons of a query that no dictionary has, as Latin articles write them: 张继科 is "Zhang
 * Jike", in English-speaking countries also "Jike Zhang".
 */
final class SpeltNames {

  /** How the source of a name is called that is known by its spelling. */
  static final String PINYIN = "pinyin";

  private static final double TURNED = .8;

  /** The given name alone may be another person's, or a word. */
  private static final double GIVEN = .4;

  private SpeltNames() {}

  /**
   * How a name is written.
   *
   * @param name characters of a run that {@link ChineseNames} found, simplified
   * @return best first; empty if it is no person's: foreign names are not written in pinyin
   */
  static List<Form> of(String name) {
    Optional<String> spelt = Pinyin.of(name);
    int blank = spelt.map(text -> text.indexOf(' ')).orElse(-1);
    List<Form> forms = new ArrayList<>();
    if (blank > 0) {
      String family = spelt.get().substring(0, blank);
      String given = spelt.get().substring(blank + 1);
      forms.add(new Form(spelt.get(), 1, PINYIN));
      forms.add(new Form(given + " " + family, TURNED, PINYIN));
      if (name.length() > 2) {
        forms.add(new Form(given, GIVEN, PINYIN));
      }
    }
    return forms;
  }
}
