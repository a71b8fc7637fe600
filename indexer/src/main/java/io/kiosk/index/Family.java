package io.kiosk.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All inputs that give one article.
 *
 * @param leader the input whose text the article has
 * @param content hash of that text
 * @param others the other inputs, in no order
 */
record Family(Member leader, String content, List<Member> others) {

  Family {
    others = List.copyOf(others);
  }

  static Family of(Member leader, String content) {
    return new Family(leader, content, List.of());
  }

  /** What a file gives to this article, if it is among its inputs. */
  Optional<Member> memberOf(String file) {
    return leader.file().equals(file)
        ? Optional.of(leader)
        : others.stream().filter(member -> member.file().equals(file)).findFirst();
  }

  /** Whether an input is as it was, and does not have to give the article its text now. */
  boolean isSettled(Member again) {
    Optional<Member> earlier = memberOf(again.file());
    return earlier.isPresent()
        && earlier.get().sameBytes(again)
        && (earlier.get() == leader || !again.outranks(leader));
  }

  /** The same without the other inputs that meet a condition. */
  Family without(Predicate<Member> condition) {
    return new Family(leader, content, others.stream().filter(condition.negate()).toList());
  }

  /** The same with another state of one of the other inputs. */
  Family replaced(Member old, Member now) {
    return new Family(
        leader, content, others.stream().map(member -> member == old ? now : member).toList());
  }

  /** The same, the rival marked so that it is read again even if the process dies before. */
  Family withStaleRival() {
    return rival().map(rival -> replaced(rival, rival.stale())).orElse(this);
  }

  /** The other input that should give the article its text instead of the leader. */
  Optional<Member> heir() {
    return others.stream().max(Member.RANK);
  }

  /** The heir, if it outranks the leader. */
  Optional<Member> rival() {
    return heir().filter(heir -> heir.outranks(leader));
  }
}
