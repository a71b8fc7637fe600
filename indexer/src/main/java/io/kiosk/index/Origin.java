package io.kiosk.index;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Where an article came from and what it was made with.
 *
 * @param file path of the file, with {@code !} and the record's name behind it for a container;
 *     {@code -} for standard input
 * @param line line of a JSON Lines file, from 1; empty for other files
 * @param sha256 SHA-256 of the raw bytes (of the line, for JSON Lines) in lower-case hexadecimal
 *     digits
 * @param cleaner version of the cleaner; {@value #NOT_CLEANED} if the article came clean
 */
public record Origin(String file, OptionalLong line, String sha256, int cleaner) {

  /** Stands for the cleaner's version of articles that came clean. */
  public static final int NOT_CLEANED = 0;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the hash.
   *
   * @throws IllegalArgumentException if it is no SHA-256 in lower-case hexadecimal digits
   */
  public Origin {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(line, "line");
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits, got " + sha256);
    }
  }

  /** The origin of an article that no file gave: each is its own, and equal ones are equal. */
  static Origin ofProgram(Article article) {
    String sha256 = Sha256.of(article.toString().getBytes(StandardCharsets.UTF_8));
    return new Origin("program:" + article.id(), OptionalLong.empty(), sha256, NOT_CLEANED);
  }

  /** The file and, for JSON Lines, {@code :} and the line. */
  @Override
  public String toString() {
    return line.isPresent() ? file + ":" + line.getAsLong() : file;
  }
}
