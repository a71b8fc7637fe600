package io.kiosk.cli;

import io.kiosk.search.Hit;
import io.kiosk.search.Snippet;
import io.kiosk.search.StoredArticle;
import io.kiosk.search.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be shown of a hit, under the names that {@code --fields} and JSON have. */
enum HitField {
  RANK,
  SCORE,
  ID,
  LANG,
  TITLE,
  URL,
  SOURCE,
  PUBLISHED,
  PUBLISHED_FROM,
  FETCHED,
  AUTHOR,
  SNIPPETS,
  MATCHED,
  COPIES,
  VERSIONS,
  BODY,
  FILE;

  /** What csv shows unless told. */
  static final List<HitField> COLUMNS =
      List.of(RANK, SCORE, ID, LANG, TITLE, URL, SOURCE, PUBLISHED, SNIPPETS);

  /** What JSON shows unless told. */
  static final List<HitField> KEYS =
      List.of(
          RANK, SCORE, ID, LANG, TITLE, URL, SOURCE, PUBLISHED, SNIPPETS, MATCHED, COPIES,
          VERSIONS);

  /** The name, as in {@code published_from}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For completion and help. */
  @Override
  public String toString() {
    return key();
  }

  boolean needsSnippets() {
    return this == SNIPPETS || this == MATCHED;
  }

  /** The field as one text; nothing if unknown. */
  Optional<String> text(Hit hit) {
    StoredArticle article = hit.article();
    return switch (this) {
      case RANK -> Optional.of(Integer.toString(hit.rank()));
      case SCORE -> Optional.of(Texts.score(hit.score()));
      case ID -> Optional.of(article.id());
      case LANG -> Optional.of(article.lang());
      case TITLE -> article.title();
      case URL -> article.url();
      case SOURCE -> article.source();
      case PUBLISHED -> article.published();
      case PUBLISHED_FROM -> article.publishedFrom();
      case FETCHED -> article.fetched();
      case AUTHOR -> article.author();
      case SNIPPETS ->
          Optional.of(
              hit.snippets().stream().map(Snippet::text).collect(Collectors.joining(" … ")));
      case MATCHED ->
          Optional.of(hit.matched().stream().map(Texts::matched).collect(Collectors.joining("; ")));
      case COPIES -> Optional.of(String.join(" ", hit.copies()));
      case VERSIONS ->
          Optional.of(hit.versions().stream().map(Version::id).collect(Collectors.joining(" ")));
      case BODY -> Optional.of(article.body());
      case FILE -> article.file();
    };
  }
}
