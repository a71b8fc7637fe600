package io.kiosk.corpus;

import java.util.Arrays;
import org.jsoup.nodes.Element;

/** The stack of open elements of a parser, with the searches that the standard defines on it. */
final class OpenElements {

  private Element[] elements = new Element[64];
  private ElementKind[] kinds = new ElementKind[64];
  private int size;

  /** Open paragraphs, which every block asks for; mostly there are none. */
  private int paragraphs;

  int size() {
    return size;
  }

  void push(Element element, ElementKind kind) {
    if (size == kinds.length) {
      elements = Arrays.copyOf(elements, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
    }
    elements[size] = element;
    kinds[size++] = kind;
    paragraphs += kind == ElementKind.P ? 1 : 0;
  }

  void pop() {
    paragraphs -= kinds[--size] == ElementKind.P ? 1 : 0;
  }

  Element current() {
    return elements[size - 1];
  }

  ElementKind kind() {
    return kinds[size - 1];
  }

  Element get(int i) {
    return elements[i];
  }

  ElementKind kind(int i) {
    return kinds[i];
  }

  int indexOf(Element element) {
    for (int i = size - 1; i >= 0; i--) {
      if (elements[i] == element) {
        return i;
      }
    }
    return -1;
  }

  /** Place of the innermost open element of a kind; -1 if there is none. */
  int lastOf(ElementKind kind) {
    for (int i = size - 1; i >= 0; i--) {
      if (isSame(kinds[i], kind)) {
        return i;
      }
    }
    return -1;
  }

  void set(int i, Element element, ElementKind kind) {
    paragraphs += (kind == ElementKind.P ? 1 : 0) - (kinds[i] == ElementKind.P ? 1 : 0);
    elements[i] = element;
    kinds[i] = kind;
  }

  void add(int i, Element element, ElementKind kind) {
    push(element, kind);
    for (int at = size - 1; at > i; at--) {
      elements[at] = elements[at - 1];
      kinds[at] = kinds[at - 1];
    }
    elements[i] = element;
    kinds[i] = kind;
  }

  void remove(int i) {
    paragraphs -= kinds[i] == ElementKind.P ? 1 : 0;
    size--;
    System.arraycopy(elements, i + 1, elements, i, size - i);
    System.arraycopy(kinds, i + 1, kinds, i, size - i);
  }

  void popTo(int least) {
    while (size > least) {
      pop();
    }
  }

  boolean inScope(ElementKind kind) {
    for (int i = size - 1; i >= 0; i--) {
      ElementKind open = kinds[i];
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
    if (kind == ElementKind.P && paragraphs == 0) {
      return false;
    }
    for (int i = size - 1; i >= 0; i--) {
      ElementKind open = kinds[i];
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
    for (int i = size - 1; i >= 0; i--) {
      ElementKind open = kinds[i];
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
    for (int i = size - 1; i >= 0; i--) {
      ElementKind open = kinds[i];
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
    for (int i = size - 1; i >= 0; i--) {
      if (kinds[i].start == ElementKind.Start.HEADING) {
        return true;
      }
      if (kinds[i].is(ElementKind.SCOPE)) {
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
    while (size > 0) {
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
