package io.kiosk.corpus;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a page or a scraped text says of its article beside the body. Stateless. */
final class MetadataExtractor {

  /**
   * What a page says, and its authors, who are named only with the help of the text.
   *
   * @param shown whether a heading of the page is the title
   */
  record OfPage(Metadata metadata, Authors authors, boolean shown) {

    Metadata complete(Selection text) {
      return metadata.withAuthor(authors.find(text));
    }

    /**
     * The headline above the text, if the page only claims a title that shares no word with the
     * text, as the name of a section does.
     */
    Optional<String> headline(Selection text) {
      return shown ? Optional.empty() : TextHeadline.instead(metadata.title().orElse(""), text);
    }
  }

  /**
   * Of a parsed page.
   *
   * @param source the page as it was written
   */
  OfPage ofHtml(PageFacts facts, RawFile file, String source) {
    List<JsonLd> linked = JsonLd.of(facts.jsonLd());
    Optional<URI> url = url(facts, file);
    Set<String> siteNames = siteNames(facts, linked, url);
    Titles.Headline headline = Titles.of(facts, linked, siteNames);
    Optional<Dates.Dated> published =
        Dates.of(
            facts,
            linked,
            headline,
            url,
            file.fetched().orElseGet(Instant::now),
            DateCustom.of(facts.language(), url),
            source);
    Metadata metadata =
        new Metadata(
            headline.text(),
            Optional.empty(),
            published.map(Dates.Dated::date),
            published.map(Dates.Dated::origin),
            Names.source(facts, linked, url),
            url,
            file.fetched());
    return new OfPage(metadata, Authors.of(facts, linked, siteNames), headline.place().isPresent());
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
    url.map(URI::getHost).ifPresent(host -> names.addAll(Names.ofHost(host)));
    names.removeIf(name -> name.length() < 2);
    return names;
  }

  /** Of a scraped text; the draft is what seems to be its article. */
  TextMetadata ofText(ScrapedText text, RawFile file, Selection draft) {
    return new TextMetadata(text, file, draft);
  }
}
