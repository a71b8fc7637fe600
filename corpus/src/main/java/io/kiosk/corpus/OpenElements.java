package io.kiosk.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The stack of open elements of a parser, with the searches that the standard defines on it. */
final class OpenElements {

  private final List<Element> elements = new ArrayList<>();
  private final List<ElementKind> kinds = new ArrayList<>();

  int size() {
    return kinds.size();
  }

  void push(Element element, ElementKind kind) {
    elements.add(element);
    kinds.add(kind);
  }

  void pop() {
    elements.removeLast();
    kinds.removeLast();
  }

  Element current() {
    return elements.getLast();
  }

  ElementKind kind() {
    return kinds.getLast();
  }

  Element get(int i) {
    return elements.get(i);
  }

  ElementKind kind(int i) {
    return kinds.get(i);
  }

  int indexOf(Element element) {
    for (int i = elements.size() - 1; i >= 0; i--) {
      if (elements.get(i) == element) {
        return i;
      }
    }
    return -1;
  }

  /** Place of the innermost open element of a kind; -1 if there is none. */
  int lastOf(ElementKind kind) {
    for (int i = kinds.size() - 1; i >= 0; i--) {
      if (isSame(kinds.get(i), kind)) {
        return i;
      }
    }
    return -1;
  }

  void set(int i, Element element, ElementKind kind) {
    elements.set(i, element);
    kinds.set(i, kind);
  }

  void add(int i, Element element, ElementKind kind) {
    elements.add(i, element);
    kinds.add(i, kind);
  }

  void remove(int i) {
    elements.remove(i);
    kinds.remove(i);
  }

  void popTo(int size) {
    while (kinds.size() > size) {
      pop();
    }
  }

  boolean inScope(ElementKind kind) {
    for (int i = kinds.size() - 1; i >= 0; i--) {
      ElementKind open = kinds.get(i);
      if (isSame(open, kind)) {
        return true;
      }
      if (open.is(ElementKind.SCOPE)) {
        return false;
      }
    }
    return false;
  }

  boolean inButtonScope(ElementKind kind) {
    for (int i = kinds.size() - 1; i >= 0; i--) {
      ElementKind open = kinds.get(i);
      if (open == kind) {
        return true;
      }
      if (open.is(ElementKind.SCOPE) || open == ElementKind.BUTTON) {
        return false;
      }
    }
    return false;
  }

  boolean inListScope(ElementKind kind) {
    for (int i = kinds.size() - 1; i >= 0; i--) {
      ElementKind open = kinds.get(i);
      if (open == kind) {
        return true;
      }
      if (open.is(ElementKind.SCOPE) || open == ElementKind.OL || open == ElementKind.UL) {
        return false;
      }
    }
    return false;
  }

  boolean inTableScope(ElementKind kind) {
    for (int i = kinds.size() - 1; i >= 0; i--) {
      ElementKind open = kinds.get(i);
      if (open == kind) {
        return true;
      }
      if (open == ElementKind.TABLE_ELEMENT || open == ElementKind.HTML) {
        return false;
      }
    }
    return false;
  }

  boolean headingInScope() {
    for (int i = kinds.size() - 1; i >= 0; i--) {
      if (kinds.get(i).start == ElementKind.Start.HEADING) {
        return true;
      }
      if (kinds.get(i).is(ElementKind.SCOPE)) {
        return false;
      }
    }
    return false;
  }

  /** Ends elements whose end tag may be left out, but for one kind; null for all. */
  void closeImplied(ElementKind except) {
    while (kind().is(ElementKind.IMPLIED) && kind() != except) {
      pop();
    }
  }

  /** Ends elements up to the innermost of a kind, and that. */
  void popThrough(ElementKind kind) {
    while (!kinds.isEmpty()) {
      ElementKind last = kind();
      pop();
      if (isSame(last, kind)) {
        return;
      }
    }
  }

  void popThroughHeading() {
    ElementKind last;
    do {
      last = kind();
      pop();
    } while (last.start != ElementKind.Start.HEADING);
  }

  /** Ends elements until one of these kinds, or the root, is the innermost. */
  void clearTo(ElementKind... contexts) {
    while (kind() != ElementKind.HTML) {
      for (ElementKind context : contexts) {
        if (kind() == context) {
          return;
        }
      }
      pop();
    }
  }

  /** Kinds of unknown names are not kept, so they are told by name. */
  static boolean isSame(ElementKind one, ElementKind other) {
    return one == other || one.start == ElementKind.Start.OTHER && one.name.equals(other.name);
  }
}
