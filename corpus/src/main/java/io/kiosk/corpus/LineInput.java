package io.kiosk.corpus;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream, unpacked if it is gzip, as bytes, of each at most a given number. Nothing
 * is read before the first call.
 */
final class LineInput implements Closeable {

  private final InputStream raw;
  private final int maxBytes;
  private final byte[] buffer = new byte[1 << 16];
  private InputStream in;
  private int position;
  private int filled;
  private long number;
  private boolean tooLong;

  LineInput(InputStream in, int maxBytes) {
    this.raw = in;
    this.maxBytes = maxBytes;
  }

  /** Number of the line that was read or failed last, from 1. */
  long number() {
    return number;
  }

  /** Whether the last line was cut at the limit. */
  boolean tooLong() {
    return tooLong;
  }

  /** The next line without its end, or null at the end of the stream. */
  byte[] next() throws IOException {
    number++;
    tooLong = false;
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    boolean any = false;
    while (position < filled || fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      append(line, end - position);
      position = end + 1;
      if (end < filled) {
        return line.toByteArray();
      }
    }
    return any ? line.toByteArray() : null;
  }

  private void append(ByteArrayOutputStream line, int count) {
    int room = maxBytes - line.size();
    tooLong |= count > room;
    line.write(buffer, position, Math.min(count, room));
  }

  private boolean fill() throws IOException {
    if (in == null) {
      in = Gzip.unpackIfPacked(raw);
    }
    position = 0;
    filled = Math.max(0, in.read(buffer, 0, buffer.length));
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
