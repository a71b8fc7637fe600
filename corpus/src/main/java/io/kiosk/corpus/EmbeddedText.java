package io.kiosk.corpus;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The article's text as a page's structured data (JSON-LD) repeat it. Stateless. */
final class EmbeddedText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "articleBody";

  private EmbeddedText() {}

  /** The longest {@code articleBody} of the page as blocks; empty if there is none. */
  static Optional<List<Block>> of(Document page) {
    String longest = "";
    for (Element script : page.select("script[type=application/ld+json]")) {
      String data = script.data();
      if (data.contains(KEY)) {
        longest = longer(longest, read(data));
      }
    }
    return longest.isBlank() ? Optional.empty() : Optional.of(blocks(longest));
  }

  private static String read(String json) {
    String longest = "";
    try {
      for (JsonNode body : JSON.readTree(json).findValues(KEY)) {
        longest = longer(longest, body.isString() ? body.asString() : "");
      }
    } catch (JacksonException e) {
      return longest; // broken structured data are none
    }
    return longest;
  }

  private static String longer(String one, String other) {
    return other.length() > one.length() ? other : one;
  }

  private static List<Block> blocks(String text) {
    boolean markup = text.contains("</p>") || text.contains("<br") || text.contains("&lt;p");
    if (!markup) {
      return TextBlocks.of(text.lines().toList());
    }
    String html = text.contains("<") ? text : Jsoup.parse(text).wholeText();
    return HtmlBlocks.of(Jsoup.parse(html), new MarkupHints()).blocks();
  }
}
