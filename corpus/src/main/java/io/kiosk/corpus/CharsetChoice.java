package io.kiosk.corpus;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Chooses the charset of a file. A byte order mark decides; else text that is UTF-8 is UTF-8,
 * whatever was declared; else the declarations are tried in the order HTTP header, markup, then
 * what the detector recognises, and one that does not fit the bytes is overruled by one that does.
 *
 * <p>Names mean what they mean to browsers (WHATWG Encoding Standard, section 4.2): GB2312 and GBK
 * are read as GB18030, ISO-8859-1 and US-ASCII as windows-1252, Big5 with its Hong Kong supplement.
 */
final class CharsetChoice {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, String> BROWSER_NAMES =
      Map.ofEntries(
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("cp936", "GB18030"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("x-x-big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("utf-16", "UTF-16LE"));

  /** Bytes that are looked at; a page's charset shows long before. */
  private static final int LOOK = 1 << 18;

  private static final int MARKUP_LOOK = 4_096;

  private static final Pattern MARKUP_DECLARATION =
      Pattern.compile(
          "(?i)<(?:meta|\\?xml)\\b[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*"
              + "([a-z0-9][a-z0-9_:.-]{1,40})");

  private CharsetChoice() {}

  /** The charset of text with a byte order mark, or of UTF-16 without one. */
  static Optional<Charset> unicode(byte[] bytes) {
    return byteOrderMark(bytes).or(() -> wideWithoutMark(bytes));
  }

  /** The charset of bytes that {@link #unicode} gives none for and that are no plain UTF-8. */
  static Charset of(byte[] bytes, Optional<String> declared) {
    CharsetFit utf8 = fit(bytes, StandardCharsets.UTF_8);
    if (utf8.isAscii() || utf8.isConvincingUtf8()) {
      return StandardCharsets.UTF_8;
    }
    List<Charset> declarations = new ArrayList<>();
    declared.flatMap(CharsetChoice::named).ifPresent(declarations::add);
    markup(bytes).ifPresent(declarations::add);
    declarations.removeIf(CharsetChoice::isWide);
    return choose(bytes, declarations);
  }

  private static Charset choose(byte[] bytes, List<Charset> declared) {
    if (!declared.isEmpty()
        && isChinese(declared.getFirst())
        && fit(bytes, declared.getFirst()).isGoodChinese()) {
      return declared.getFirst();
    }
    List<Charset> candidates = new ArrayList<>(declared);
    detect(bytes).ifPresent(candidates::add);
    Optional<Charset> chinese =
        candidates.stream().filter(c -> isChinese(c) && fit(bytes, c).isGoodChinese()).findFirst();
    candidates.add(WINDOWS_1252);
    candidates.add(GB18030);
    candidates.add(StandardCharsets.UTF_8);
    CharsetFit best = null;
    for (Charset charset : candidates) {
      CharsetFit fit = fit(bytes, charset);
      boolean good = isChinese(charset) ? fit.isGoodChinese() : fit.isGood();
      if (good && !(isSingleByte(charset) && chinese.isPresent())) {
        return charset;
      }
      best = best == null || fit.badShare() < best.badShare() ? fit : best;
    }
    return best.charset();
  }

  private static CharsetFit fit(byte[] bytes, Charset charset) {
    return CharsetFit.of(bytes, LOOK, charset);
  }

  private static boolean isSingleByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1;
  }

  private static boolean isChinese(Charset charset) {
    return charset.equals(GB18030) || charset.name().startsWith("Big5");
  }

  static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static Optional<Charset> named(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(BROWSER_NAMES.getOrDefault(lower, lower)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> markup(byte[] bytes) {
    int length = Math.min(bytes.length, MARKUP_LOOK);
    Matcher matcher =
        MARKUP_DECLARATION.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? named(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Charset> detect(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, LOOK));
    detector.dataEnd();
    return Optional.ofNullable(detector.getDetectedCharset()).flatMap(CharsetChoice::named);
  }

  private static Optional<Charset> byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(Charset.forName("UTF-32BE"));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return startsWith(bytes, 0xFE, 0xFF)
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without mark: null bytes in number, nearly all at even or all at odd places. */
  private static Optional<Charset> wideWithoutMark(byte[] bytes) {
    int length = Math.min(bytes.length, MARKUP_LOOK) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    int most = Math.max(even, odd);
    if (most * 20 < length || Math.min(even, odd) * 20 > most) {
      return Optional.empty();
    }
    Charset charset = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    return CharsetFit.of(bytes, length, charset).isGood() ? Optional.of(charset) : Optional.empty();
  }
}
