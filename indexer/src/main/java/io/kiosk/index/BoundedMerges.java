package io.kiosk.index;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;

/**
 * Merges in proportion to what is written, so that an update of a few articles does not rewrite the
 * archive: none makes a segment of a larger share of the index than the articles written since the
 * index was opened are of all, or of {@value #LEAST_SHARE} if they are fewer, and none of more than
 * {@value #LARGEST_SHARE}.
 *
 * <p>Where small updates have left many segments, a writer merges once up to the largest share;
 * segments of which much was deleted are merged by themselves, whatever their size.
 */
final class BoundedMerges extends FilterMergePolicy {

  private static final double LEAST_SHARE = .05;
  private static final double LARGEST_SHARE = .25;
  private static final double LARGEST_OF_A_SMALL_INDEX_MB = 16;

  /** Every segment costs each query; from so many on a larger merge is worth its time. */
  private static final int MANY_SEGMENTS = 30;

  private final TieredMergePolicy policy;
  private final double smallMegabytes;
  private final AtomicLong written = new AtomicLong();
  private final AtomicBoolean mergedMany = new AtomicBoolean();

  BoundedMerges() {
    this(LARGEST_OF_A_SMALL_INDEX_MB);
  }

  /** Up to a size that is not worth a thought, whatever the share. */
  BoundedMerges(double smallMegabytes) {
    this(new TieredMergePolicy(), smallMegabytes);
  }

  private BoundedMerges(TieredMergePolicy policy, double smallMegabytes) {
    super(policy);
    this.policy = policy;
    this.smallMegabytes = smallMegabytes;
  }

  /** Tells that an article was written. */
  void articleWritten() {
    written.incrementAndGet();
  }

  /** Called by the writer, one at a time. */
  @Override
  public MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos infos, MergeContext context) throws IOException {
    MergeSpecification bounded = findMerges(trigger, infos, context, share(infos));
    if (infos.size() <= MANY_SEGMENTS || bounded != null || mergedMany.get()) {
      return bounded;
    }
    MergeSpecification large = findMerges(trigger, infos, context, LARGEST_SHARE);
    if (large == null) {
      return null;
    }
    mergedMany.set(true);
    MergeSpecification one = new MergeSpecification();
    one.add(large.merges.getFirst());
    return one;
  }

  private MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos infos, MergeContext context, double share)
      throws IOException {
    long bytes = 0;
    for (SegmentCommitInfo segment : infos) {
      bytes += segment.sizeInBytes();
    }
    double megabytes = share * bytes / (1 << 20);
    policy.setMaxMergedSegmentMB(Math.max(smallMegabytes, megabytes));
    return in.findMerges(trigger, infos, context);
  }

  private double share(SegmentInfos infos) {
    double share = written.doubleValue() / Math.max(1, infos.totalMaxDoc());
    return Math.clamp(share, LEAST_SHARE, LARGEST_SHARE);
  }
}
