package io.kiosk.cli;

import io.kiosk.search.StoredArticle;
import tools.jackson.core.JsonGenerator;

/** An indexed article under the keys that {@code index} reads. */
final class ArticleJsonLine {

  private ArticleJsonLine() {}

  /** Writes the properties into the object that is open; unknown ones are absent. */
  static void write(JsonGenerator json, StoredArticle article) {
    json.writeStringProperty("id", article.id());
    JsonOutput.property(json, "url", article.url());
    JsonOutput.property(json, "source", article.source());
    json.writeStringProperty("lang", article.lang());
    JsonOutput.property(json, "published", article.published());
    JsonOutput.property(json, "published_from", article.publishedFrom());
    JsonOutput.property(json, "fetched", article.fetched());
    JsonOutput.property(json, "title", article.title());
    JsonOutput.property(json, "author", article.author());
    json.writeStringProperty("body", article.body());
  }
}
