package io.kiosk.alert;

import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.search.ArticleSearcher;
import io.kiosk.search.NoIndexException;
import io.kiosk.search.StandingRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * The alerts of an index. Every article is asked about once, in the first {@link #check} after it
 * came into the index while there were alerts: also when the process died in between, when the
 * article is updated or deleted and added again, and when the index is rebuilt. Articles that are
 * there when the first alert is added are not asked about.
 *
 * <p>Which articles were asked about is kept beside the generations of the index, not in its
 * commits, because a rebuild makes a new index that knows nothing of the commits before. Safe for
 * many threads and processes.
 */
public final class AlertBook {

  private final Path index;
  private final Map<Alert, StandingRequest> prepared = new HashMap<>();

  private AlertBook(Path index) {
    this.index = index;
  }

  /**
   * {@return the alerts of an index}
   *
   * @param index folder of the index, which need not exist yet
   */
  public static AlertBook of(Path index) {
    return new AlertBook(Objects.requireNonNull(index, "index"));
  }

  /**
   * {@return all alerts in the order in which they were added; empty if none was}
   *
   * @throws IOException if they cannot be read
   */
  public List<Alert> list() throws IOException {
    Path file = AlertFolder.definitions(index);
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return List.of();
    }
    if (lines.isEmpty() || !lines.getFirst().equals(AlertLine.HEADER)) {
      throw new IOException(
          file + ":1: expected " + AlertLine.HEADER + ": another version of the program wrote it");
    }
    List<Alert> alerts = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      alerts.add(AlertLine.read(lines.get(i), file + ":" + (i + 1)));
    }
    return List.copyOf(alerts);
  }

  /**
   * Adds an alert.
   *
   * @param alert asked from now on of articles that are new
   * @return whether it was added; false if there is one of this name
   * @throws IOException if it cannot be kept
   */
  public boolean add(Alert alert) throws IOException {
    try (AlertFolder folder = AlertFolder.open(index)) {
      List<Alert> alerts = new ArrayList<>(list());
      if (alerts.stream().anyMatch(each -> each.name().equals(alert.name()))) {
        return false;
      }
      if (alerts.isEmpty()) {
        folder.replaceSeen(present());
        folder.markEnded();
      }
      alerts.add(alert);
      write(folder, alerts);
      return true;
    }
  }

  /**
   * Removes an alert.
   *
   * @param name of the alert
   * @return whether there was one of this name
   * @throws IOException if that cannot be kept
   */
  public boolean remove(String name) throws IOException {
    if (list().isEmpty()) {
      return false;
    }
    try (AlertFolder folder = AlertFolder.open(index)) {
      List<Alert> alerts = new ArrayList<>(list());
      boolean removed = alerts.removeIf(each -> each.name().equals(name));
      if (removed) {
        write(folder, alerts);
      }
      return removed;
    }
  }

  private static void write(AlertFolder folder, List<Alert> alerts) throws IOException {
    List<String> lines = new ArrayList<>(List.of(AlertLine.HEADER));
    alerts.forEach(each -> lines.add(AlertLine.of(each)));
    folder.writeDefinitions(lines);
  }

  /** Hashes of the ids of all articles that the index has now. */
  private long[] present() throws IOException {
    LongStream.Builder hashes = LongStream.builder();
    try (ArticleSearcher searcher = ArticleSearcher.open(index, TranslationLexicon.empty())) {
      searcher.forEachId(id -> hashes.add(AlertFolder.hash(id)));
    } catch (NoIndexException e) {
      return new long[0];
    }
    return hashes.build().toArray();
  }

  /**
   * Asks all alerts of the articles that they have not been asked about yet.
   *
   * @param searcher over the index, refreshed after the commit that is to be checked
   * @param delivery gets what is found, within one batch; none if there is no new article
   * @return how many articles meet an alert
   * @throws IOException if the index cannot be read, or from the delivery: the same articles are
   *     asked about again in the next check
   */
  public synchronized long check(ArticleSearcher searcher, AlertDelivery delivery)
      throws IOException {
    if (list().isEmpty()) {
      return 0; // nothing is kept of an index without alerts
    }
    try (AlertFolder folder = AlertFolder.open(index)) {
      List<Alert> alerts = list();
      List<String> ids = alerts.isEmpty() ? List.of() : unseen(searcher, folder.seen());
      if (ids.isEmpty()) {
        folder.markEnded();
        return 0;
      }
      delivery.begin(folder.markBegun());
      long met = ask(alerts, ids, searcher, delivery);
      delivery.end();
      folder.appendSeen(ids);
      folder.markEnded();
      return met;
    }
  }

  private static List<String> unseen(ArticleSearcher searcher, long[] seen) throws IOException {
    List<String> ids = new ArrayList<>();
    searcher.forEachId(
        id -> {
          if (Arrays.binarySearch(seen, AlertFolder.hash(id)) < 0) {
            ids.add(id);
          }
        });
    return ids;
  }

  private long ask(
      List<Alert> alerts, List<String> ids, ArticleSearcher searcher, AlertDelivery delivery)
      throws IOException {
    prepared.keySet().retainAll(alerts);
    List<StandingRequest> requests = new ArrayList<>();
    Map<StandingRequest, Alert> byRequest = new IdentityHashMap<>();
    for (Alert alert : alerts) {
      StandingRequest request = prepared.get(alert);
      if (request == null) {
        request = searcher.prepare(alert.request());
        prepared.put(alert, request);
      }
      requests.add(request);
      byRequest.put(request, alert);
    }
    long[] met = new long[1];
    searcher.match(
        requests,
        ids,
        (article, those) -> {
          met[0]++;
          delivery.deliver(article, those.stream().map(byRequest::get).toList());
        });
    return met[0];
  }
}
