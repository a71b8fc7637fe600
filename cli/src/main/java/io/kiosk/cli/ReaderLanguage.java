package io.kiosk.cli;

import io.kiosk.schema.Language;
import java.util.Locale;
import java.util.stream.Stream;

/** The language of who reads the answers, as far as his environment says it. */
final class ReaderLanguage {

  private ReaderLanguage() {}

  /**
   * The first of the variables that name the language of messages, in the order of POSIX, that
   * names one of ours, else English: the launcher may set LC_ALL to C.UTF-8 for the sake of file
   * names.
   */
  static Language of(Terminal terminal) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .flatMap(name -> terminal.variable(name).stream())
        .map(value -> value.split("[_.@-]", 2)[0].toLowerCase(Locale.ROOT))
        .flatMap(tag -> Language.of(tag).stream())
        .findFirst()
        .orElse(Language.EN);
  }
}
