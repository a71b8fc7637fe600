package io.kiosk.cli;

import io.kiosk.search.Hit;
import io.kiosk.search.HitHandler;
import io.kiosk.search.SearchResult;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Prints the hits of one query as they come, and remembers what is said of them afterwards. */
final class PrintedHits implements HitHandler {

  private final ResultPrinter printer;
  private final Optional<String> queryId;
  private final String query;
  private SearchResult answer;
  private long count;
  private int first;
  private int last;
  private BiConsumer<Integer, String> remembered = (rank, id) -> {};

  PrintedHits(ResultPrinter printer, Optional<String> queryId, String query) {
    this.printer = printer;
    this.queryId = queryId;
    this.query = query;
  }

  /** The same, and someone is told the rank and the id of each hit. */
  PrintedHits rememberedBy(BiConsumer<Integer, String> shell) {
    remembered = shell;
    return this;
  }

  @Override
  public void begin(SearchResult begun) throws IOException {
    answer = begun;
    printer.begin(queryId, query, begun);
  }

  @Override
  public void hit(Hit hit) throws IOException {
    first = count++ == 0 ? hit.rank() : first;
    last = hit.rank();
    printer.hit(hit);
    remembered.accept(hit.rank(), hit.article().id());
  }

  /** The answer without its hits; known when the first hit is. */
  SearchResult answer() {
    return answer;
  }

  /** How many hits were printed. */
  long count() {
    return count;
  }

  /** Rank of the first hit that was printed. */
  int first() {
    return first;
  }

  /** Rank of the last hit that was printed. */
  int last() {
    return last;
  }
}
