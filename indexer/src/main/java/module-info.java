/** Articles into an index. */
module io.kiosk.indexer {
  requires transitive io.kiosk.corpus;
  requires transitive io.kiosk.searcher;

  exports io.kiosk.index;
}
