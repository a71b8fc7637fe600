package io.kiosk.index;

import java.io.IOException;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;

/**
 * Merges in proportion to the index: none makes more than a quarter of it into one segment, so that
 * an update of a few articles never has to rewrite the archive.
 */
final class BoundedMerges {

  private static final double LARGEST_SHARE = .25;
  private static final double LARGEST_OF_A_SMALL_INDEX_MB = 64;

  private final Directory directory;
  private final TieredMergePolicy policy = new TieredMergePolicy();

  /** For an index that may be empty. */
  BoundedMerges(Directory directory) throws IOException {
    this.directory = directory;
    refresh();
  }

  MergePolicy policy() {
    return policy;
  }

  /** Goes by the size that the index has now. */
  void refresh() throws IOException {
    long bytes = 0;
    if (SegmentInfos.getLastCommitGeneration(directory) >= 0) {
      for (SegmentCommitInfo segment : SegmentInfos.readLatestCommit(directory)) {
        bytes += segment.sizeInBytes();
      }
    }
    double megabytes = LARGEST_SHARE * bytes / (1 << 20);
    policy.setMaxMergedSegmentMB(Math.max(LARGEST_OF_A_SMALL_INDEX_MB, megabytes));
  }
}
