package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the JSON-LD of a page says of the articles on it (schema.org types). A witness, not an
 * oracle: pages name wrong dates and other articles' headlines.
 *
 * @param types values of {@code @type}
 * @param headline the headline, else the name
 * @param published {@code datePublished} as written
 * @param created {@code dateCreated}, else {@code uploadDate}, as written
 * @param authors names of authors
 * @param accounts who else is named as author: organisations, and those that are only referred to,
 *     as systems do with the account that posted the article for its writer
 * @param publisher name of the publisher
 * @param url address of the article or of the page it is the main entity of
 */
record JsonLd(
    List<String> types,
    Optional<String> headline,
    Optional<String> published,
    Optional<String> created,
    List<String> authors,
    List<String> accounts,
    Optional<String> publisher,
    Optional<String> url) {

  private static final int MAX_LENGTH = 1 << 20;
  private static final int MAX_DEPTH = 60;
  private static final int MAX_OBJECTS = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .build();

  /** Properties that lead to other things than the page's own article. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "comment",
          "review",
          "reviews",
          "itemListElement",
          "relatedLink",
          "isRelatedTo",
          "mentions",
          "citation",
          "hasPart",
          "image",
          "video",
          "author",
          "publisher",
          "breadcrumb",
          "potentialAction");

  private static final Set<String> ARTICLES =
      Set.of(
          "article",
          "newsarticle",
          "blogposting",
          "reportagenewsarticle",
          "analysisnewsarticle",
          "opinionnewsarticle",
          "backgroundnewsarticle",
          "reviewnewsarticle",
          "askpublicnewsarticle",
          "liveblogposting",
          "socialmediaposting",
          "discussionforumposting",
          "techarticle",
          "scholarlyarticle",
          "satiricalarticle",
          "report",
          "advertisercontentarticle",
          "medicalscholarlyarticle",
          "recipe",
          "review",
          "pressrelease");

  private static final Set<String> PAGES =
      Set.of("webpage", "itempage", "aboutpage", "newswebpage");

  /** Whether this is an article rather than the page or something else on it. */
  boolean isArticle() {
    return isAny(types, ARTICLES);
  }

  /** Whether this is the page that holds the article. */
  boolean isPage() {
    return isAny(types, PAGES);
  }

  private static boolean isAny(List<String> types, Set<String> wanted) {
    for (String type : types) {
      if (wanted.contains(type)) {
        return true;
      }
    }
    return false;
  }

  /** The articles and pages that scripts describe, in their order; broken scripts give none. */
  static List<JsonLd> of(List<String> scripts) {
    List<JsonLd> found = new ArrayList<>();
    for (String script : scripts) {
      String json = script.strip();
      if (json.length() < 3 || json.length() > MAX_LENGTH) {
        continue;
      }
      try {
        JsonNode tree = JSON.readTree(unwrap(json));
        collect(tree, new References(tree), found, 0);
      } catch (JacksonException e) {
        // A script that no search engine could read either.
      }
    }
    return found;
  }

  /** Without the comment or CDATA section in which old pages hide scripts. */
  private static String unwrap(String json) {
    if (!json.startsWith("<!") && !json.startsWith("//")) {
      return json;
    }
    return json.replaceFirst("(?s)^\\s*(?:<!--|(?://)?\\s*<!\\[CDATA\\[)", "")
        .replaceFirst("(?s)(?:-->|(?://)?\\s*\\]\\]>)\\s*;?\\s*$", "");
  }

  private static void collect(JsonNode node, References references, List<JsonLd> found, int depth) {
    if (depth > MAX_DEPTH || found.size() >= MAX_OBJECTS) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, references, found, depth + 1));
    } else if (node.isObject()) {
      List<String> types = types(node);
      if (isAny(types, ARTICLES) || isAny(types, PAGES)) {
        found.add(read(node, types, references));
      }
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        if (property.getValue().isContainer() && !ELSEWHERE.contains(property.getKey())) {
          collect(property.getValue(), references, found, depth + 1);
        }
      }
    }
  }

  private static JsonLd read(JsonNode node, List<String> types, References references) {
    List<String> authors = new ArrayList<>();
    List<String> accounts = new ArrayList<>();
    for (JsonNode author : values(node.get("author"))) {
      JsonNode described = references.resolve(author);
      boolean account = described != author || isOrganisation(described);
      (account ? accounts : authors).addAll(names(described));
    }
    return new JsonLd(
        types,
        text(node.get("headline")).or(() -> text(node.get("name"))),
        text(node.get("datePublished")),
        text(node.get("dateCreated")).or(() -> text(node.get("uploadDate"))),
        authors,
        accounts,
        names(node.get("publisher")).stream().findFirst(),
        text(node.get("url")).or(() -> text(node.get("mainEntityOfPage"))));
  }

  private static boolean isOrganisation(JsonNode node) {
    return node.isObject() && types(node).stream().anyMatch(type -> type.endsWith("organization"));
  }

  /**
   * Things that are described in one place of a script and named by their {@code @id} in another.
   */
  private static final class References {
    private final Map<String, JsonNode> named = new HashMap<>();

    References(JsonNode tree) {
      JsonNode graph = tree.isObject() && tree.has("@graph") ? tree.get("@graph") : tree;
      if (graph.isArray()) {
        for (JsonNode node : graph) {
          if (node.isObject() && node.has("@id") && node.has("name")) {
            named.putIfAbsent(node.get("@id").asString(""), node);
          }
        }
      }
    }

    /** The thing as it is described; itself if it is no reference. */
    JsonNode resolve(JsonNode node) {
      boolean reference = node.isObject() && !node.has("name") && node.has("@id");
      return reference ? named.getOrDefault(node.get("@id").asString(""), node) : node;
    }
  }

  /** The elements of a list, or the value itself. */
  private static List<JsonNode> values(JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    if (value != null && value.isArray()) {
      value.forEach(values::add);
    } else if (value != null) {
      values.add(value);
    }
    return values;
  }

  private static List<String> types(JsonNode node) {
    List<String> types = new ArrayList<>();
    JsonNode type = node.get("@type");
    if (type != null && type.isString()) {
      types.add(type.asString().toLowerCase(Locale.ROOT));
    } else if (type != null && type.isArray()) {
      type.forEach(t -> types.add(t.asString("").toLowerCase(Locale.ROOT)));
    }
    return types;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    if (node == null) {
      return names;
    }
    if (node.isArray()) {
      node.forEach(child -> names.addAll(names(child)));
    } else if (node.isObject()) {
      text(node.get("name")).ifPresent(names::add);
    } else {
      text(node).ifPresent(names::add);
    }
    return names;
  }

  /** A value as one line: entities that the page escaped twice are resolved. */
  private static Optional<String> text(JsonNode node) {
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    JsonNode value =
        node.isArray() && !node.isEmpty() ? node.get(0) : node.isObject() ? node.path("@id") : node;
    String text = value.isValueNode() ? value.asString("") : "";
    String plain = text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
    return Optional.of(TextNormalizer.line(plain)).filter(line -> !line.isEmpty());
  }
}
