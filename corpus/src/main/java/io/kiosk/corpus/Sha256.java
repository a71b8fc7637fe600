package io.kiosk.corpus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal digits. */
public final class Sha256 {

  /** Never fed, only copied, which is sooner done than to look a new one up. */
  private static final MessageDigest FRESH = fresh();

  private Sha256() {}

  /**
   * {@return the hash of all bytes: 64 digits}
   *
   * @param bytes any, also none
   */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  static byte[] digest(byte[] bytes) {
    try {
      return ((MessageDigest) FRESH.clone()).digest(bytes);
    } catch (CloneNotSupportedException e) {
      return fresh().digest(bytes);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
