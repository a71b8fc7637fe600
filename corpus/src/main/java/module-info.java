/** Raw scraped files to clean articles. */
module io.kiosk.corpus {
  requires io.kiosk.lexicon;
  requires org.jsoup;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  // No modules yet: these names come from the jars.
  requires com.github.albfernandez.juniversalchardet;
  requires jwarc;

  exports io.kiosk.corpus;
}
