package io.kiosk.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/** Stops after each page of a terminal until its reader wants more. */
final class PagedOutput extends OutputStream {

  private final OutputStream out;
  private final int lines;
  private final BooleanSupplier more;
  private int written;

  /**
   * Pages over a stream.
   *
   * @param lines of a page
   * @param more asks for the next page; false ends the output
   */
  PagedOutput(OutputStream out, int lines, BooleanSupplier more) {
    this.out = out;
    this.lines = lines;
    this.more = more;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    for (int i = offset; i < offset + length; i++) {
      if (written >= lines) {
        out.write(bytes, from, i - from);
        out.flush();
        from = i;
        if (!more.getAsBoolean()) {
          throw new IOException("Broken pipe: the reader has seen enough");
        }
        written = 0;
      }
      if (bytes[i] == '\n') {
        written++;
      }
    }
    out.write(bytes, from, offset + length - from);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
