package io.kiosk.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What becomes of an article's inputs when one arrives.
 *
 * @param outcome of the arriving input
 * @param reason why, in words
 * @param family the inputs afterwards
 */
record Admission(Outcome outcome, Optional<String> reason, Family family) {

  private static Admission of(Outcome outcome, Family family) {
    return new Admission(outcome, Optional.empty(), family);
  }

  private static Admission of(Outcome outcome, String reason, Family family) {
    return new Admission(outcome, Optional.of(reason), family);
  }

  /**
   * Decides.
   *
   * @param before the article's inputs so far
   * @param arriving the input
   * @param content hash of its text
   * @param exists whether a file is still there; inputs of others are forgotten
   */
  static Admission decide(
      Optional<Family> before, Member arriving, String content, Predicate<String> exists) {
    if (before.isEmpty()) {
      return of(Outcome.ADDED, Family.of(arriving, content));
    }
    Admission admission = decide(before.get(), arriving, content, exists);
    return new Admission(
        admission.outcome(), admission.reason(), admission.family().withStaleRival());
  }

  private static Admission decide(
      Family family, Member arriving, String content, Predicate<String> exists) {
    Optional<Member> earlier = family.memberOf(arriving.file());
    if (earlier.isPresent()) {
      return again(family, earlier.get(), arriving, content);
    }
    Family there = family.without(member -> !exists.test(member.file()));
    return exists.test(family.leader().file())
        ? another(there, arriving, content)
        : moved(there, arriving, content);
  }

  /** The same file gave this article before. */
  private static Admission again(Family family, Member earlier, Member arriving, String content) {
    boolean leads = earlier == family.leader();
    if (earlier.line().isPresent() && earlier.modified() == arriving.modified()) {
      long line = earlier.line().getAsLong();
      long here = arriving.line().orElse(line);
      if (here < line) {
        return of(Outcome.DUPLICATE, "line " + line + " has the same id", family);
      } else if (here > line && earlier.sameBytes(arriving)) {
        return of(Outcome.DUPLICATE, "the same article as line " + line, family);
      }
    }
    boolean same = earlier.sameBytes(arriving) && (!leads || content.equals(family.content()));
    if (same && leads) {
      return of(Outcome.UNCHANGED, new Family(arriving.copy(), family.content(), family.others()));
    } else if (same && !arriving.outranks(family.leader())) {
      return of(
          Outcome.DUPLICATE,
          "the same article as " + family.leader().origin(),
          family.replaced(earlier, arriving));
    } else if (leads) {
      return of(Outcome.UPDATED, new Family(arriving, content, family.others()));
    }
    return another(family.without(member -> member == earlier), arriving, content);
  }

  /** Another file gave this article before and is still there. */
  private static Admission another(Family family, Member arriving, String content) {
    Member leader = family.leader();
    boolean sameText = content.equals(family.content());
    boolean leads = arriving.outranks(leader);
    Family after =
        leads
            ? new Family(arriving, content, plus(family.others(), leader))
            : new Family(leader, family.content(), plus(family.others(), arriving));
    if (sameText) {
      return of(Outcome.DUPLICATE, "the same article as " + leader.origin(), after);
    }
    return leads
        ? of(Outcome.UPDATED, "newer than " + leader.origin(), after)
        : of(Outcome.DUPLICATE, leader.origin() + " has a newer state of it", after);
  }

  /** The file that gave this article its text is gone. */
  private static Admission moved(Family family, Member arriving, String content) {
    Member gone = family.leader();
    Family after = new Family(arriving, content, family.others());
    boolean same = gone.sameBytes(arriving) || content.equals(family.content());
    return of(same ? Outcome.UNCHANGED : Outcome.UPDATED, "moved from " + gone.origin(), after);
  }

  private static List<Member> plus(List<Member> members, Member added) {
    List<Member> all = new ArrayList<>(members);
    all.add(added);
    return all;
  }

  /** Whether the arriving input gives the article its text now, so that it must be written. */
  boolean leads(Member arriving) {
    return family.leader() == arriving;
  }
}
