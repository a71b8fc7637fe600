package io.kiosk.index;

import io.kiosk.index.Records.Stored;
import io.kiosk.schema.ArticleSchema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Removes what the given folders and files do not give any more. */
final class Pruning {

  private final ArticleIndexer indexer;
  private final Intake intake;
  private final Ledger ledger;
  private final Seen seen;

  Pruning(ArticleIndexer indexer, Intake intake, Ledger ledger, Seen seen) {
    this.indexer = indexer;
    this.intake = intake;
    this.ledger = ledger;
    this.seen = seen;
  }

  /**
   * Prunes under the paths that were given to the run and read to their end.
   *
   * @param missing files and folders that are known to have gone
   */
  void prune(List<Path> inputs, List<Path> missing) throws IOException {
    DirectoryReader reader = indexer.acquire();
    try {
      for (Path input : inputs) {
        String name = FileState.name(input);
        if (Files.isDirectory(input)) {
          prune(input, gone(reader, folder(name)));
        } else if (seen.isWhole(name)) {
          remove(goneFile(reader, name));
        } else {
          remove(gone(reader, name + "!"));
        }
      }
      for (Path input : missing) {
        String name = FileState.name(input);
        remove(goneFile(reader, name));
        remove(gone(reader, name + "!"));
        remove(gone(reader, folder(name)));
      }
    } finally {
      indexer.release(reader);
    }
  }

  private static String folder(String name) {
    return name.endsWith(File.separator) ? name : name + File.separator;
  }

  private void prune(Path folder, List<Stored> gone) throws IOException {
    if (!gone.isEmpty() && isEmpty(folder)) {
      // More likely a disk that is not mounted than an archive whose every file was removed.
      ledger.note(folder + " is empty: the " + gone.size() + " inputs known from it are kept");
      return;
    }
    remove(gone);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  private void remove(List<Stored> gone) throws IOException {
    for (Stored stored : gone) {
      if (stored.id().isEmpty()) {
        indexer.unreject(stored.member().file());
      } else if (intake.withdraw(stored.id().get(), stored.member().file())) {
        ledger.pruned();
      }
    }
  }

  /** The inputs of a file, if they are gone. */
  private List<Stored> goneFile(DirectoryReader reader, String name) throws IOException {
    return gone(reader, name, name::equals);
  }

  /** The inputs of files whose name begins so, and which are gone. */
  private List<Stored> gone(DirectoryReader reader, String prefix) throws IOException {
    return gone(reader, prefix, name -> name.startsWith(prefix));
  }

  private List<Stored> gone(DirectoryReader reader, String first, Predicate<String> belongs)
      throws IOException {
    List<Stored> gone = new ArrayList<>();
    for (LeafReaderContext context : reader.leaves()) {
      Terms terms = context.reader().terms(ArticleSchema.FILE);
      if (terms == null) {
        continue;
      }
      TermsEnum files = terms.iterator();
      boolean more = files.seekCeil(new BytesRef(first)) != TermsEnum.SeekStatus.END;
      while (more && belongs.test(files.term().utf8ToString())) {
        collect(context.reader(), files, gone);
        more = files.next() != null;
      }
    }
    return gone;
  }

  private void collect(LeafReader leaf, TermsEnum files, List<Stored> gone) throws IOException {
    String file = files.term().utf8ToString();
    boolean lines = seen.isWhole(file);
    if (!lines && !isGone(file)) {
      return;
    }
    Bits live = leaf.getLiveDocs();
    PostingsEnum postings = files.postings(null, PostingsEnum.NONE);
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if (live == null || live.get(doc)) {
        Stored stored = Records.read(leaf, doc);
        if (!lines || !stored.id().map(id -> seen.containsArticle(file, id)).orElse(false)) {
          gone.add(stored);
        }
      }
    }
  }

  /** Whether a file is not there any more, or its container was read and does not hold it. */
  private boolean isGone(String input) {
    if (seen.contains(input)) {
      return false;
    }
    for (int mark = input.indexOf('!'); mark >= 0; mark = input.indexOf('!', mark + 1)) {
      String container = input.substring(0, mark);
      if (seen.contains(container)) {
        return !seen.isBroken(container);
      }
    }
    return !FileState.exists(input);
  }
}
