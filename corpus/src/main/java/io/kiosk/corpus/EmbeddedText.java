package io.kiosk.corpus;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The article's text where a page keeps it out of sight: repeated in structured data (JSON-LD), or
 * in templates and fallbacks that its scripts unfold. Stateless.
 */
final class EmbeddedText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "articleBody";

  /** Characters of a template that may hold an article. */
  private static final int MIN_TEMPLATE = 300;

  private static final int MAX_TEMPLATE = 1 << 20;

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

  /** The page of what the longest template or fallback for readers without scripts holds. */
  static Optional<Page> ofTemplates(Document page) {
    String longest = "";
    for (Element hidden :
        page.select("noscript, template, script[type*=template], script[type*=text/html]")) {
      boolean script = hidden.nameIs("script");
      String html = script ? hidden.data() : hidden.html();
      longest = longer(longest, html.length() > MAX_TEMPLATE || isCode(html) ? "" : html);
    }
    return longest.length() < MIN_TEMPLATE
        ? Optional.empty()
        : Optional.of(HtmlBlocks.of(Jsoup.parse(longest), new MarkupHints()));
  }

  /** Whether a template waits for values; {@code <%}, {@code {{} and the like ask for them. */
  private static boolean isCode(String template) {
    return template.indexOf('<') < 0
        || template.contains("<#")
        || template.contains("<%")
        || template.contains("{{")
        || template.contains("${");
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

  /** Whether a text is written in HTML, whose signs may be escaped. */
  static boolean isMarkup(String text) {
    return text.contains("</p>") || text.contains("<br") || text.contains("&lt;p");
  }

  private static List<Block> blocks(String text) {
    if (!isMarkup(text)) {
      return TextBlocks.of(text.lines().toList());
    }
    String html = text.contains("<") ? text : Jsoup.parse(text).wholeText();
    return HtmlBlocks.of(Jsoup.parse(html), new MarkupHints()).blocks();
  }
}
