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
    BufferedInputStream buffered = new HonestInput(in);
    buffered.mark(2);
    boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    return packed ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16)) : buffered;
  }

  /**
   * Never says that nothing is available before the end: {@link GZIPInputStream} takes that for the
   * end of the last member, and a pipe says it whenever it is slow.
   */
  private static final class HonestInput extends BufferedInputStream {
    HonestInput(InputStream in) {
      super(in, 1 << 16);
    }

    @Override
    public synchronized int available() throws IOException {
      int known = super.available();
      if (known > 0) {
        return known;
      }
      mark(1);
      boolean more = read() >= 0;
      reset();
      return more ? 1 : 0;
    }
  }
}
