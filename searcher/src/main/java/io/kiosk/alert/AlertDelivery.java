package io.kiosk.alert;

import io.kiosk.search.StoredArticle;
import java.io.IOException;
import java.util.List;

/**
 * Takes what alerts found, in batches. An article counts as reported once its batch has ended; if
 * the process dies before that, the next one gets the batch again.
 */
public interface AlertDelivery {

  /**
   * Begins a batch.
   *
   * @param again whether some of it may have been delivered before, by a process that died
   * @throws IOException if it cannot be delivered; nothing of the batch counts as reported
   */
  void begin(boolean again) throws IOException;

  /**
   * Takes an article and the alerts that it meets.
   *
   * @param article may come again in a batch that is repeated
   * @param alerts at least one, in the order in which they were added
   * @throws IOException if it cannot be delivered; nothing of the batch counts as reported
   */
  void deliver(StoredArticle article, List<Alert> alerts) throws IOException;

  /**
   * Ends a batch: all of it must be where it is to stay when this returns.
   *
   * @throws IOException if it cannot be delivered; nothing of the batch counts as reported
   */
  void end() throws IOException;
}
