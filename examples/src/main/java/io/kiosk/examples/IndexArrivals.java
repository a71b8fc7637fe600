package io.kiosk.examples;

import io.kiosk.corpus.Article;
import io.kiosk.corpus.PublicationDate;
import io.kiosk.index.ArticleIndexer;
import io.kiosk.index.IndexerConfig;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;

/** Indexes articles as they arrive from a source of one's own: a queue, a feed, a database. */
public final class IndexArrivals {
  private static final int COMMIT_EVERY = 1_000;

  /** What a source hands over; {@link #END} ends the loop. */
  public record Arrival(URI url, String title, String day, String text) {
    /** No more will come. */
    public static final Arrival END = new Arrival(URI.create("about:blank"), "", "", "");
  }

  private IndexArrivals() {}

  /**
   * Takes articles from a queue until the end; returns how many were taken.
   *
   * @param lexicon the one that will be searched with: it says how German compounds are split
   */
  public static int run(Path index, TranslationLexicon lexicon, BlockingQueue<Arrival> arrivals)
      throws IOException, InterruptedException {
    int taken = 0;
    try (ArticleIndexer indexer = ArticleIndexer.open(index, lexicon, IndexerConfig.defaults())) {
      for (Arrival next = arrivals.take(); next != Arrival.END; next = arrivals.take()) {
        Article article =
            Article.builder(next.text()) // its language is recognised
                .url(next.url()) // names it: the same page again replaces it
                .title(next.title())
                .published(PublicationDate.parse(next.day()))
                .build();
        indexer.add(article);
        taken++;
        if (taken % COMMIT_EVERY == 0) {
          indexer.commit(); // what was added so far is on disk, and seen after refresh()
        }
      }
      indexer.relate(); // near-identical articles become one hit, versions know each other
      indexer.commit();
    }
    return taken;
  }
}
