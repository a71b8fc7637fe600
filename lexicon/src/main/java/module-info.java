/** What Kiosk knows of Chinese, German and English; needs only the JDK. */
module io.kiosk.lexicon {
  exports io.kiosk.lexicon;
}
