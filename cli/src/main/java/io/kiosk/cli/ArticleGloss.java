package io.kiosk.cli;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.query.Glosser;
import io.kiosk.schema.Language;
import io.kiosk.search.StoredArticle;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an article says word by word in the language of its reader. */
final class ArticleGloss {

  private final Glosser glosser;
  private final Language from;
  private final Language to;

  private ArticleGloss(Glosser glosser, Language from, Language to) {
    this.glosser = glosser;
    this.from = from;
    this.to = to;
  }

  /**
   * The gloss of an article, or nothing, which is said, if it needs or can have none.
   *
   * @param wanted the language that the reader asks for; else the one that his environment names
   */
  static Optional<ArticleGloss> of(
      StoredArticle article,
      Optional<Language> wanted,
      TranslationLexicon lexicon,
      Terminal terminal) {
    Optional<Language> from = Language.of(article.lang());
    if (from.isEmpty()) {
      terminal.say(
          "no gloss: the article is in " + article.lang() + ", not in Chinese, German or English");
      return Optional.empty();
    }
    Language to = wanted.orElseGet(() -> ReaderLanguage.of(terminal));
    if (from.get() == to) {
      terminal.say(
          "no gloss: the article is in " + Texts.name(to) + "; --to names another language");
      return Optional.empty();
    }
    return Optional.of(new ArticleGloss(new Glosser(lexicon), from.get(), to));
  }

  /** One line for a title or paragraph. */
  String of(String text) {
    return glosser.gloss(text, from, to);
  }

  /** All paragraphs, parted by blank lines like those of the body. */
  String ofParagraphs(String body) {
    return Arrays.stream(body.split("\n\n")).map(this::of).collect(Collectors.joining("\n\n"));
  }
}
