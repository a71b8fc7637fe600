package io.kiosk.lexicon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes small tables for tests: two sources between English and Chinese, one for German, one of
 * names.
 */
final class TinyLexicon {

  static final Locale ZH = Locale.CHINESE;
  static final Locale DE = Locale.GERMAN;
  static final Locale EN = Locale.ENGLISH;

  private TinyLexicon() {}

  static void write(Path folder) throws IOException {
    LexiconSourceWriter first = new LexiconSourceWriter(1);
    first.translations(EN, ZH, "ban", 3, Map.of("禁令", .75, "禁止", .25));
    first.translations(EN, ZH, "erdogan", 1, Map.of("埃尔多安", 1.));
    first.translations(EN, ZH, "prime minister", 1, Map.of("总理", .5, "首相", .5));
    first.translations(ZH, EN, "禁令", 1, Map.of("ban", .9, "prohibition", .1));
    first.translations(ZH, EN, "埃尔多安", 1, Map.of("erdogan", 1.));
    first.form(EN, "erdogan", "Erdoğan");
    first.words(ZH, List.of("禁令", "禁止", "埃尔多安"));
    first.write(folder.resolve("first"));

    LexiconSourceWriter second = new LexiconSourceWriter(.5);
    second.translations(EN, ZH, "ban", 2, Map.of("禁止", .5, "班", .5));
    second.words(ZH, List.of("公司"));
    second.write(folder.resolve("second"));

    LexiconSourceWriter german = new LexiconSourceWriter(1);
    german.translations(DE, EN, "verbot", 1, Map.of("ban", 1.));
    german.translations(EN, DE, "ban", 1, Map.of("verbot", .8, "bann", .2));
    german.form(DE, "verbot", "Verbot");
    german.words(DE, List.of("verbot", "haus"));
    german.write(folder.resolve("third"));

    LexiconSourceWriter names = new LexiconSourceWriter(4);
    names.translations(DE, ZH, "tschechien", 1, Map.of("捷克", 1.));
    names.form(DE, "tschechien", "Tschechien");
    names.write(folder.resolve("names"));
  }
}
