package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which blocks are kept, and why the others are not; filled by one thread. */
final class Selection {

  private final List<Block> blocks;
  private final String[] reasons;

  /** Everything is kept at first. */
  Selection(List<Block> blocks) {
    this.blocks = blocks;
    this.reasons = new String[blocks.size()];
  }

  List<Block> blocks() {
    return blocks;
  }

  int size() {
    return reasons.length;
  }

  Block get(int i) {
    return blocks.get(i);
  }

  boolean isKept(int i) {
    return reasons[i] == null;
  }

  /** Why a block was dropped; null if it is kept. */
  String reason(int i) {
    return reasons[i];
  }

  /** Drops a block; the first reason given stays. */
  void drop(int i, String reason) {
    if (reasons[i] == null) {
      reasons[i] = Objects.requireNonNull(reason);
    }
  }

  /** Takes a dropped block back. */
  void keep(int i) {
    reasons[i] = null;
  }

  /** Words kept. */
  double weight() {
    double sum = 0;
    for (int i = 0; i < reasons.length; i++) {
      sum += isKept(i) ? blocks.get(i).weight() : 0;
    }
    return sum;
  }

  /** Share of running text among the words kept; 0 if there are none. */
  double proseShare() {
    double prose = 0;
    for (int i = 0; i < reasons.length; i++) {
      prose += isKept(i) && blocks.get(i).isProse() ? blocks.get(i).weight() : 0;
    }
    return prose == 0 ? 0 : prose / weight();
  }

  /** The kept blocks: list items and table rows on lines of their own, a blank line elsewhere. */
  String body() {
    StringBuilder out = new StringBuilder();
    Block last = null;
    for (int i = 0; i < reasons.length; i++) {
      if (!isKept(i)) {
        continue;
      }
      Block block = blocks.get(i);
      if (last != null) {
        out.append(joins(last, block) ? "\n" : "\n\n");
      }
      if (block.kind() == Block.Kind.ITEM && !Character.isDigit(block.text().charAt(0))) {
        out.append("• ");
      }
      out.append(block.text());
      last = block;
    }
    return out.toString();
  }

  private static boolean joins(Block last, Block block) {
    if (!block.tight()) {
      return false;
    }
    return switch (block.kind()) {
      case ITEM, ROW, PREFORMATTED -> last.kind() == block.kind();
      case PARAGRAPH, QUOTE ->
          last.kind() == block.kind() && last.weight() < 8 && block.weight() < 8;
      case HEADING, CAPTION -> false;
    };
  }

  /** Every block with its reason. */
  List<ExplainedBlock> explain() {
    List<ExplainedBlock> out = new ArrayList<>();
    for (int i = 0; i < reasons.length; i++) {
      Block block = blocks.get(i);
      String reason = reasons[i] == null ? "article text" : reasons[i];
      out.add(new ExplainedBlock(block.kind().label(), block.text(), reasons[i] == null, reason));
    }
    return out;
  }
}
