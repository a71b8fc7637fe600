package io.kiosk.corpus;

import java.io.IOException;
import java.io.InputStream;

/** Reads whole streams up to a limit. */
final class BoundedInput {

  private BoundedInput() {}

  /** The stream holds more than the limit. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
      super("more than " + limit / (1 << 20) + " MiB");
    }
  }

  /**
   * The rest of a stream.
   *
   * @throws TooLargeException if it is longer than the limit, of which no more is read
   */
  static byte[] readAll(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit);
    if (bytes.length == limit && in.read() >= 0) {
      throw new TooLargeException(limit);
    }
    return bytes;
  }
}
