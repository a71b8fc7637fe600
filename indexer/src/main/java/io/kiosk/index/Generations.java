package io.kiosk.index;

import io.kiosk.schema.IndexFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Guards what lies in an index folder of which nothing says what is in use. */
final class Generations {

  private Generations() {}

  /**
   * Fails if there are articles in a folder without {@code current}, which a writer would remove as
   * the rest of an interrupted rebuild. A first run that dies leaves none: the name of its
   * generation is written before its first article.
   */
  static void ensureNoneIsLost(IndexFolder folder) throws IOException {
    try (DirectoryStream<Path> generations =
        Files.newDirectoryStream(folder.path(), "generation-*")) {
      for (Path generation : generations) {
        int inputs = inputs(generation);
        if (inputs > 0) {
          String name = generation.getFileName().toString();
          throw new IOException(
              "index "
                  + folder
                  + ": \"current\" is missing, though "
                  + name
                  + " has "
                  + inputs
                  + " inputs: write that name and a line feed into it to use them, or remove "
                  + name
                  + " to begin anew");
        }
      }
    }
  }

  private static int inputs(Path generation) throws IOException {
    try (Directory directory = FSDirectory.open(generation)) {
      return DirectoryReader.indexExists(directory)
          ? SegmentInfos.readLatestCommit(directory).totalMaxDoc()
          : 0;
    }
  }
}
