package io.kiosk.search;

import java.io.IOException;
import java.nio.file.Path;

/** A {@link TestIndex} of undated articles for tests of other packages. */
public final class TestArchive implements AutoCloseable {

  private final TestIndex index;

  /** A new, empty index in a folder. */
  public TestArchive(Path folder) throws IOException {
    index = new TestIndex(folder);
  }

  /** Adds an article or replaces it. */
  public TestArchive add(String id, String lang, String body) throws IOException {
    index.add(id, lang, null, null, id, body);
    return this;
  }

  /** Makes all of it visible. */
  public void commit() throws IOException {
    index.commit();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
