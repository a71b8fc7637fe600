package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The list of active formatting elements (WHATWG HTML Standard, section 13.2.4.3): what is bold or
 * a link goes on being so in the next block if it was not closed.
 */
final class FormattingElements {

  /** One of the list; both null for a marker. */
  record Entry(Element element, ElementKind kind) {
    boolean isMarker() {
      return element == null;
    }
  }

  private static final Entry MARKER = new Entry(null, null);

  /** Elements that are alike in all; the standard's "Noah's Ark clause". */
  private static final int MAX_ALIKE = 3;

  /** More is an attack, as each new one is compared with all. */
  private static final int MAX_ENTRIES = 512;

  private final List<Entry> entries = new ArrayList<>();

  boolean isEmpty() {
    return entries.isEmpty();
  }

  int size() {
    return entries.size();
  }

  Entry get(int i) {
    return entries.get(i);
  }

  void set(int i, Entry entry) {
    entries.set(i, entry);
  }

  void add(int i, Entry entry) {
    entries.add(i, entry);
  }

  void remove(int i) {
    entries.remove(i);
  }

  void mark() {
    entries.add(MARKER);
  }

  void add(Element element, ElementKind kind) {
    int alike = 0;
    for (int i = entries.size() - 1; i >= 0 && !entries.get(i).isMarker(); i--) {
      Entry entry = entries.get(i);
      if (entry.kind() == kind && isAlike(entry.element(), element) && ++alike == MAX_ALIKE) {
        entries.remove(i);
        break;
      }
    }
    if (entries.size() == MAX_ENTRIES) {
      entries.removeFirst();
    }
    entries.add(new Entry(element, kind));
  }

  private static boolean isAlike(Element one, Element other) {
    return one.attributesSize() == other.attributesSize()
        && (one.attributesSize() == 0 || one.attributes().equals(other.attributes()));
  }

  void clearToMarker() {
    while (!entries.isEmpty() && !entries.removeLast().isMarker()) {
      // all up to the marker go
    }
  }

  /** Place of the last element of a kind behind the last marker; -1 if there is none. */
  int lastOf(ElementKind kind) {
    for (int i = entries.size() - 1; i >= 0 && !entries.get(i).isMarker(); i--) {
      if (entries.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  int indexOf(Element element) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).element() == element) {
        return i;
      }
    }
    return -1;
  }

  void remove(Element element) {
    int at = indexOf(element);
    if (at >= 0) {
      entries.remove(at);
    }
  }
}
