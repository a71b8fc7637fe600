package io.kiosk.schema;

import java.util.Locale;
import java.util.Optional;

/** A language that the index analyses with care and that queries are translated from and into. */
public enum Language {
  /** Chinese, traditional or simplified. */
  ZH(Locale.CHINESE),
  /** German. */
  DE(Locale.GERMAN),
  /** English. */
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** {@return the locale without script and region, as the lexicon names the language} */
  public Locale locale() {
    return locale;
  }

  /** {@return the BCP 47 primary tag in lower case: {@code zh}, {@code de} or {@code en}} */
  public String tag() {
    return locale.getLanguage();
  }

  /**
   * {@return the language that text of a locale is analysed in; empty for all others}
   *
   * @param locale whose script and region do not matter
   */
  public static Optional<Language> of(Locale locale) {
    for (Language language : values()) {
      if (language.tag().equals(locale.getLanguage())) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the language of a BCP 47 tag; empty for all others}
   *
   * @param tag such as {@code zh-Hant-TW}
   */
  public static Optional<Language> of(String tag) {
    return of(Locale.forLanguageTag(tag));
  }
}
