package io.kiosk.lexicon.builder;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.kiosk.schema.Language;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Names of territories, languages, scripts, currencies, cities, months and weekdays in all three
 * languages, from the CLDR data of ICU4J.
 */
final class Cldr {

  private static final Map<Language, ULocale> LOCALES =
      new EnumMap<>(
          Map.of(
              Language.ZH,
              ULocale.CHINESE,
              Language.DE,
              ULocale.GERMAN,
              Language.EN,
              ULocale.ENGLISH));

  /** Abbreviations of states and unions that people write and ICU does not return. */
  private static final Map<Language, Map<String, List<String>>> ABBREVIATIONS =
      new EnumMap<>(
          Map.of(
              Language.ZH,
              Map.of(),
              Language.DE,
              Map.of("US", List.of("USA"), "EU", List.of("EU"), "UN", List.of("UN", "UNO")),
              Language.EN,
              Map.of("US", List.of("US", "USA"), "EU", List.of("EU"), "UN", List.of("UN"))));

  /**
   * A name of a language is also an adjective, which the dictionaries translate: Turkish is 土耳其.
   */
  private static final double LANGUAGE = .25;

  /** Without the Americas, 美洲, which in their other sense are 美国 far more often. */
  private static final Set<String> CONTINENTS =
      new TreeSet<>(
          List.of(
              "001", "002", "003", "005", "009", "013", "021", "029", "142", "150", "EU", "UN"));

  /** A kind of names: the codes, the names of a code in a language, and how sure they are. */
  private record Kind(
      Set<String> codes, BiFunction<Language, String, Set<String>> names, double weight) {}

  private Cldr() {}

  /** The names of the same things in two languages. */
  static List<Pair> pairs(Language left, Language right) {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (Kind kind : kinds()) {
      for (String code : kind.codes()) {
        for (String first : kind.names().apply(left, code)) {
          for (String second : kind.names().apply(right, code)) {
            pairs.add(Pair.entry(first, second, kind.weight()));
          }
        }
      }
    }
    return List.copyOf(pairs);
  }

  private static List<Kind> kinds() {
    Set<String> languages = new TreeSet<>(List.of(ULocale.getISOLanguages()));
    Set<String> regions = new TreeSet<>(List.of(ULocale.getISOCountries()));
    Set<String> currencies = new TreeSet<>();
    Currency.getAvailableCurrencies()
        .forEach(currency -> currencies.add(currency.getCurrencyCode()));
    Set<String> zones =
        new TreeSet<>(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL, null, null));
    Set<String> scripts =
        new TreeSet<>(
            List.of("Arab", "Cyrl", "Grek", "Hans", "Hant", "Hebr", "Latn", "Thai", "Tibt"));
    return List.of(
        new Kind(regions, Cldr::region, 1),
        new Kind(CONTINENTS, Cldr::region, 1),
        new Kind(languages, Cldr::language, LANGUAGE),
        new Kind(scripts, Cldr::script, 1),
        new Kind(currencies, Cldr::currency, 1),
        new Kind(zones, Cldr::city, 1),
        new Kind(numbers(Calendar.JANUARY, Calendar.DECEMBER), Cldr::month, 1),
        new Kind(numbers(Calendar.SUNDAY, Calendar.SATURDAY), Cldr::weekday, 1));
  }

  private static Set<String> numbers(int first, int last) {
    Set<String> numbers = new LinkedHashSet<>();
    for (int i = first; i <= last; i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }

  private static Set<String> month(Language language, String month) {
    return wideAndShort(language, month, DateFormatSymbols::getMonths);
  }

  private static Set<String> weekday(Language language, String day) {
    return wideAndShort(language, day, DateFormatSymbols::getWeekdays);
  }

  /** Chinese texts have both, 三月 and 3月, 星期日 and 周日; others only the long one. */
  private static Set<String> wideAndShort(
      Language language, String number, NamesOfWidth namesOfWidth) {
    DateFormatSymbols symbols = new DateFormatSymbols(LOCALES.get(language));
    int n = Integer.parseInt(number);
    Set<String> names = new LinkedHashSet<>();
    names.add(namesOfWidth.of(symbols, DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE)[n]);
    if (language == Language.ZH) {
      names.add(
          namesOfWidth.of(symbols, DateFormatSymbols.STANDALONE, DateFormatSymbols.ABBREVIATED)[n]);
    }
    return names;
  }

  /** {@link DateFormatSymbols#getMonths(int, int)} or its like. */
  @FunctionalInterface
  private interface NamesOfWidth {
    String[] of(DateFormatSymbols symbols, int context, int width);
  }

  private static Set<String> region(Language language, String code) {
    Set<String> names =
        new LinkedHashSet<>(ABBREVIATIONS.get(language).getOrDefault(code, List.of()));
    names.addAll(displayNames(language, code));
    return names;
  }

  private static Set<String> displayNames(Language language, String code) {
    return names(
        code,
        LocaleDisplayNames.getInstance(LOCALES.get(language)).regionDisplayName(code),
        LocaleDisplayNames.getInstance(
                LOCALES.get(language), com.ibm.icu.text.DisplayContext.LENGTH_SHORT)
            .regionDisplayName(code));
  }

  private static Set<String> language(Language language, String code) {
    return names(
        code, LocaleDisplayNames.getInstance(LOCALES.get(language)).languageDisplayName(code));
  }

  private static Set<String> script(Language language, String code) {
    return names(
        code, LocaleDisplayNames.getInstance(LOCALES.get(language)).scriptDisplayName(code));
  }

  private static Set<String> currency(Language language, String code) {
    return names(
        code, Currency.getInstance(code).getName(LOCALES.get(language), Currency.LONG_NAME, null));
  }

  private static Set<String> city(Language language, String zone) {
    String name = TimeZoneNames.getInstance(LOCALES.get(language)).getExemplarLocationName(zone);
    return name == null ? Set.of() : names(zone, name);
  }

  /** Names as they are and without what stands in brackets; the code itself is no name. */
  private static Set<String> names(String code, String... given) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : given) {
      String plain = name.replaceAll("[(（][^()（）]*[)）]", "").strip();
      if (!plain.isEmpty() && !plain.equals(code)) {
        names.add(plain);
      }
    }
    return names;
  }
}
