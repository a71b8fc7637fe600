package io.kiosk.corpus;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** Finds what a page or a scraped text says of its article beside the body. Stateless. */
final class MetadataExtractor {

  /** Of a parsed page; the page is not changed. */
  Metadata ofHtml(Document page, RawFile file) {
    PageFacts facts = PageFacts.of(page);
    List<JsonLd> linked = JsonLd.of(facts.jsonLd());
    Optional<URI> url = url(facts, file);
    Optional<String> source = source(facts, linked);
    Titles.Headline headline = Titles.of(facts, linked, siteNames(facts, linked, url));
    Optional<Dates.Dated> published =
        Dates.of(
            facts,
            linked,
            headline,
            url,
            file.fetched().orElseGet(Instant::now),
            DateCustom.of(facts.language(), url));
    return new Metadata(
        headline.text(),
        author(facts, linked),
        published.map(Dates.Dated::date),
        published.map(Dates.Dated::origin),
        source,
        url,
        file.fetched());
  }

  private static Optional<URI> url(PageFacts facts, RawFile file) {
    return facts
        .canonical()
        .flatMap(href -> Urls.resolve(file.url(), href))
        .filter(uri -> file.url().isEmpty() || !isHome(uri) || isHome(file.url().get()))
        .or(() -> facts.meta("og:url").stream().findFirst().flatMap(Urls::parse))
        .or(file::url);
  }

  private static boolean isHome(URI uri) {
    return uri.getPath() == null || uri.getPath().length() <= 1;
  }

  /** Folded names that the site goes by. */
  private static Set<String> siteNames(PageFacts facts, List<JsonLd> linked, Optional<URI> url) {
    Set<String> names = new HashSet<>();
    facts
        .meta("og:site_name", "application-name", "apple-mobile-web-app-title")
        .forEach(name -> names.add(TitleParts.fold(name)));
    linked.forEach(entry -> entry.publisher().ifPresent(name -> names.add(TitleParts.fold(name))));
    url.map(URI::getHost)
        .map(host -> host.replaceFirst("^www\\.", ""))
        .ifPresent(
            host -> {
              names.add(host);
              names.add(host.replaceFirst("\\.[a-z]+$", "").replaceFirst("^.*\\.", ""));
            });
    names.removeIf(name -> name.length() < 2);
    return names;
  }

  private static Optional<String> source(PageFacts facts, List<JsonLd> linked) {
    return Stream.concat(
            facts.meta("og:site_name", "application-name").stream(),
            linked.stream().flatMap(entry -> entry.publisher().stream()))
        .map(TextNormalizer::line)
        .filter(name -> !name.isEmpty() && name.length() <= 80)
        .findFirst();
  }

  private static Optional<String> author(PageFacts facts, List<JsonLd> linked) {
    return linked.stream()
        .filter(JsonLd::isArticle)
        .map(JsonLd::authors)
        .filter(names -> !names.isEmpty())
        .map(names -> String.join(", ", names))
        .findFirst()
        .or(() -> facts.meta("author", "article:author").stream().findFirst());
  }

  /** Of a scraped text. */
  Metadata ofText(ScrapedText text, RawFile file) {
    return new TextMetadata(text, file).read();
  }
}
