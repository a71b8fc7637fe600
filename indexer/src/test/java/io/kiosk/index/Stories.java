package io.kiosk.index;

/** Raw files of the tests. */
final class Stories {

  private static final String PAGE =
      """
      <html lang="en"><head><title>Story of WORDS</title>
      <link rel="canonical" href="https://example.org/URL"></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Story of WORDS</h1>
      <p>The port of Hamburg will get two more basins, the city said on Monday. It is the largest
      extension in thirty years and will cost more than a billion euros, of which the state pays
      the larger part; the word of the day is WORDS.</p>
      <p>Work begins in spring, once the last complaints have been heard by the court, and should
      end before the decade does, said the director of the port, who has waited for it long.</p>
      </article></body></html>
      """;

  private Stories() {}

  static String html(String url, String words) {
    return PAGE.replace("URL", url).replace("WORDS", words);
  }
}
