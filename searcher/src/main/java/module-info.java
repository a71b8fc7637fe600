/** The layout of an index and everything that reads one. */
module io.kiosk.searcher {
  requires transitive io.kiosk.lexicon;
  requires transitive org.apache.lucene.core;
  requires transitive org.apache.lucene.analysis.common;
  requires org.apache.lucene.queries;
  requires org.apache.lucene.queryparser;

  exports io.kiosk.schema;
  exports io.kiosk.analysis;
  exports io.kiosk.query;
  exports io.kiosk.search;
  exports io.kiosk.alert;

  provides org.apache.lucene.codecs.Codec with
      io.kiosk.schema.ArticleCodec;
}
