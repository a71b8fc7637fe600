package io.kiosk.corpus;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what a page or a scraped text says of its article beside the body. Stateless. */
final class MetadataExtractor {

  /** Of a parsed page; the page is not changed. */
  Metadata ofHtml(Document page, RawFile file) {
    Optional<String> title = meta(page, "og:title", "twitter:title").or(() -> line(page.title()));
    Optional<PublicationDate> published =
        meta(page, "article:published_time", "date", "pubdate").flatMap(this::date);
    return new Metadata(
        title,
        meta(page, "author", "article:author"),
        published,
        published.map(date -> "meta"),
        meta(page, "og:site_name"),
        canonical(page).or(file::url),
        file.fetched());
  }

  /** Of a scraped text. */
  Metadata ofText(ScrapedText text, RawFile file) {
    Optional<PublicationDate> published = value(text, "published", "date").flatMap(this::date);
    return new Metadata(
        value(text, "title").or(() -> text.lines().stream().filter(l -> !l.isBlank()).findFirst()),
        value(text, "author"),
        published,
        published.map(date -> "front-matter"),
        value(text, "source", "site"),
        value(text, "url", "link").flatMap(Urls::parse).or(file::url),
        value(text, "fetched", "fetch_date")
            .flatMap(this::date)
            .filter(date -> date.value() instanceof Instant)
            .map(date -> (Instant) date.value())
            .or(file::fetched));
  }

  private static Optional<String> value(ScrapedText text, String... keys) {
    return Stream.of(keys)
        .map(key -> text.frontMatter().getOrDefault(key, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static Optional<URI> canonical(Document page) {
    Element link = page.selectFirst("link[rel=canonical][href]");
    return Optional.ofNullable(link)
        .map(l -> l.attr("href"))
        .or(() -> meta(page, "og:url"))
        .flatMap(Urls::parse);
  }

  private static Optional<String> meta(Document page, String... names) {
    return Stream.of(names)
        .flatMap(
            name -> page.select("meta[property=" + name + "], meta[name=" + name + "]").stream())
        .flatMap(element -> line(element.attr("content")).stream())
        .findFirst();
  }

  private static Optional<String> line(String text) {
    return Optional.of(TextNormalizer.line(text)).filter(s -> !s.isEmpty());
  }

  private Optional<PublicationDate> date(String text) {
    try {
      return Optional.of(PublicationDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
