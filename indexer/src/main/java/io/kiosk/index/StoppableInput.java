package io.kiosk.index;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A stream that ends when it is told to, even while the one behind it, a terminal or a pipe, lets
 * its reader wait: that one waits in a thread of its own, which is left behind.
 */
final class StoppableInput extends InputStream {

  private static final int CHUNK = 1 << 16;
  private static final int CHUNKS = 16;
  private static final long TICK_MILLIS = 50;

  private final BooleanSupplier stopped;
  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS);
  private byte[] bytes = new byte[0];
  private int position;
  private boolean ended;

  /** What was read, or how it ended: with an exception, or with no bytes. */
  private record Chunk(byte[] bytes, IOException failure) {}

  StoppableInput(InputStream in, BooleanSupplier stopped) {
    this.stopped = stopped;
    Thread.ofPlatform().daemon().name("kiosk-input").start(() -> pump(in));
  }

  private void pump(InputStream in) {
    try {
      while (true) {
        byte[] buffer = new byte[CHUNK];
        int read = in.read(buffer, 0, CHUNK);
        put(new Chunk(Arrays.copyOf(buffer, Math.max(0, read)), null));
        if (read < 0) {
          return;
        }
      }
    } catch (IOException e) {
      put(new Chunk(null, e));
    }
  }

  private void put(Chunk chunk) {
    try {
      chunks.put(chunk);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody knows this thread", e);
    }
  }

  /** Whether there is more; waits for it. */
  private boolean fill() throws IOException {
    while (!ended && position == bytes.length) {
      try {
        Chunk next = chunks.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (stopped.getAsBoolean()) {
          ended = true;
        } else if (next != null && next.failure() != null) {
          throw next.failure();
        } else if (next != null) {
          bytes = next.bytes();
          position = 0;
          ended = bytes.length == 0;
        }
      } catch (InterruptedException e) {
        throw new AssertionError("nobody knows this thread", e);
      }
    }
    return !ended;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, target, offset, count);
    position += count;
    return count;
  }
}
