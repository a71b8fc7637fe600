/** The translation tables of Kiosk as a jar. */
module io.kiosk.lexicon.data {
  requires io.kiosk.lexicon;

  exports io.kiosk.lexicon.data;
}
