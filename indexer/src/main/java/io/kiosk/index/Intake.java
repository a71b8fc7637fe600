package io.kiosk.index;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.ArticleCleaner;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Reason;
import io.kiosk.corpus.CleaningResult.Rejected;
import io.kiosk.corpus.RawFile;
import io.kiosk.corpus.Sha256;
import io.kiosk.index.ArticleIndexer.Withdrawal;
import io.kiosk.index.Records.Stored;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Cleans inputs and brings them into the index, in the threads of the workers. An input that must
 * be read again, because it gives an article its text from now on, is put into {@link #again}.
 */
final class Intake {

  private final ArticleIndexer indexer;
  private final KnownFiles known;
  private final Ledger ledger;
  private final boolean prune;
  private final ArticleCleaner cleaner = new ArticleCleaner();
  private final Queue<Again> again = new ConcurrentLinkedQueue<>();

  /** An article and the input to read again for it. */
  record Again(String id, Member member) {}

  Intake(ArticleIndexer indexer, KnownFiles known, Ledger ledger, boolean prune) {
    this.indexer = indexer;
    this.known = known;
    this.ledger = ledger;
    this.prune = prune;
  }

  /** Inputs to be read again; a reading takes them out. */
  Queue<Again> again() {
    return again;
  }

  /**
   * A raw file or a record of a container.
   *
   * @param name by which the index knows it
   * @param state of the file that holds it
   * @param force whether to clean it even if it is as it was
   */
  InputResult raw(RawFile file, String name, FileState state, boolean force) throws IOException {
    String sha256 = Sha256.of(file.bytes());
    Origin origin = new Origin(name, OptionalLong.empty(), sha256, ArticleCleaner.VERSION);
    Member member = new Member(origin, state.modified(), state.stamp());
    Optional<Stored> earlier = known.find(name);
    if (!force && earlier.isPresent() && earlier.get().member().sameBytes(member)) {
      Optional<InputResult> settled = settled(file.origin(), member, earlier.get());
      if (settled.isPresent()) {
        return settled.get();
      }
    }
    return switch (clean(file)) {
      case Rejected rejected -> reject(rejected, member, earlier);
      case Cleaned cleaned -> {
        Article article = cleaned.article();
        String before = forget(earlier, member, ArticleDocuments.key(article.id()));
        yield result(file.origin(), member, article, before);
      }
    };
  }

  /** A line of JSON Lines. */
  InputResult line(String file, Article article, Member member) throws IOException {
    return result(file, member, article, "");
  }

  private Optional<InputResult> settled(String file, Member member, Stored earlier)
      throws IOException {
    if (earlier.reason().isPresent()) {
      String reason = earlier.reason().get();
      indexer.reject(member, reason);
      return Optional.of(InputResult.rejected(file, OptionalLong.empty(), reason));
    }
    String id = earlier.id().orElseThrow();
    Optional<Admission> admission = indexer.admitUnchanged(id, member);
    admission.ifPresent(a -> callRival(id, a));
    return admission.map(a -> result(file, member, id, a, ""));
  }

  private CleaningResult clean(RawFile file) {
    try {
      return cleaner.clean(file);
    } catch (RuntimeException | StackOverflowError e) {
      // A page that the cleaner cannot bear must not end the run; it is reported with its cause.
      return new Rejected(file.origin(), Reason.UNREADABLE, "cleaning failed: " + e);
    }
  }

  /** Takes back what the file gave before, if it was something else; says what that was. */
  private String forget(Optional<Stored> earlier, Member member, String id) throws IOException {
    if (earlier.isEmpty()) {
      return "";
    } else if (earlier.get().reason().isPresent()) {
      indexer.unreject(member.file());
      return "";
    }
    String before = earlier.get().id().orElseThrow();
    if (before.equals(id)) {
      return "";
    }
    withdraw(before, member.file());
    return before;
  }

  /**
   * Forgets that an input gave an article.
   *
   * @return whether the article was removed, as no other input gives it
   */
  boolean withdraw(String id, String file) throws IOException {
    Withdrawal withdrawal = indexer.withdraw(id, file);
    withdrawal.heir().ifPresent(heir -> again.add(new Again(id, heir)));
    return withdrawal.removed();
  }

  private InputResult reject(Rejected rejected, Member member, Optional<Stored> earlier)
      throws IOException {
    Optional<String> article = earlier.flatMap(Stored::id);
    String reason = rejected.message();
    if (article.isPresent() && !prune) {
      reason += "; article " + article.get() + ", which this file gave before, is kept";
    } else {
      if (article.isPresent()) {
        withdraw(article.get(), member.file());
      }
      indexer.reject(member, reason);
    }
    return InputResult.rejected(rejected.origin(), OptionalLong.empty(), reason);
  }

  private InputResult result(String file, Member member, Article article, String before)
      throws IOException {
    try {
      Admission admission = indexer.admit(article, member, FileState::exists);
      String id = ArticleDocuments.key(article.id());
      callRival(id, admission);
      switch (admission.outcome()) {
        case ADDED, UPDATED -> ledger.written(article.language());
        case UNCHANGED, DUPLICATE, REJECTED -> {}
      }
      return result(file, member, id, admission, before);
    } catch (IllegalArgumentException e) {
      // Lucene refuses a document for what is in it, and goes on.
      return InputResult.rejected(file, member.line(), "not indexable: " + e.getMessage());
    }
  }

  private void callRival(String id, Admission admission) {
    admission.family().rival().ifPresent(rival -> again.add(new Again(id, rival)));
  }

  private static InputResult result(
      String file, Member member, String id, Admission admission, String before) {
    boolean replaces = admission.outcome() == Outcome.ADDED && !before.isEmpty();
    return new InputResult(
        file,
        member.line(),
        Optional.of(id),
        replaces ? Outcome.UPDATED : admission.outcome(),
        replaces ? Optional.of("replaces article " + before) : admission.reason());
  }
}
