package io.kiosk.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Recognises gzip (RFC 1952) by its first two bytes. */
final class Gzip {

  private Gzip() {}

  /** The stream unpacked if it is gzip, else as it is; buffered either way. */
  static InputStream unpackIfPacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    return packed ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16)) : buffered;
  }
}
