package io.kiosk.analysis;

import org.apache.lucene.util.ArrayUtil;

/**
 * Cuts Chinese into words exactly as smartcn's HHMMSegmenter does: of all paths through the words
 * of {@link ChineseModel} the cheapest, of equally cheap ones the one whose last words begin first.
 * Makes no garbage; not safe for several threads, which share the model and have a segmenter each.
 *
 * <p>The text is first cut into units: a Chinese character, a run of letters or of digits, a sign.
 * White space is left out, even within a word. A path then goes over words of one or more units.
 */
final class ChineseWordSegmenter {
  private static final int NONE = ChineseWordTree.NONE;

  /** Arrays that a sentence of more units needed are given back after it. */
  private static final int KEPT_UNITS = 1 << 14;

  private final ChineseModel model = ChineseModel.get();

  // by unit; the end of the sentence is one more
  private int[] unitStart;
  private int[] unitEnd;
  private int[] unitWord;
  private int[] lastEnding;
  private int units;

  // by step, a word that a path may go over, in the order of their first units
  private int[] stepWord;
  private int[] stepUnit;
  private int[] stepBefore;
  private int[] stepAlsoEnding;
  private double[] stepCost;
  private int steps;

  // the cheapest step before a word that it was not seen with
  private double least;
  private int leastStep;

  private int[] path;
  private int pathStart;

  ChineseWordSegmenter() {
    allocate();
  }

  private void allocate() {
    unitStart = new int[256];
    unitEnd = new int[256];
    unitWord = new int[256];
    lastEnding = new int[256];
    stepWord = new int[512];
    stepUnit = new int[512];
    stepBefore = new int[512];
    stepAlsoEnding = new int[512];
    stepCost = new double[512];
    path = new int[256];
  }

  /** Cuts a sentence; the words are there until the next one. */
  void segment(char[] text, int from, int to) {
    if (unitStart.length > KEPT_UNITS) {
      allocate();
    }
    readUnits(text, from, to);
    steps = 0;
    addStep(model.begin(), -1, 0, NONE, 0);
    for (int unit = 0; unit < units; unit++) {
      addSteps(text, unit);
    }
    findLeast(units);
    addStep(model.end(), units, units);
    readPath();
  }

  /** Number of words. */
  int count() {
    return path.length - pathStart;
  }

  /** Where a word begins in the text. */
  int start(int i) {
    return unitStart[stepUnit[path[pathStart + i]]];
  }

  /** Where a word ends in the text. */
  int end(int i) {
    int next = pathStart + i + 1;
    return unitEnd[(next == path.length ? units : stepUnit[path[next]]) - 1];
  }

  private void readUnits(char[] text, int from, int to) {
    units = 0;
    for (int at = from; at < to; ) {
      char c = text[at];
      CharacterKind kind = CharacterKind.of(c);
      int end = at + 1;
      switch (kind) {
        case SPACE -> {}
        case HAN, DELIMITER -> addUnit(at, end, model.word(c));
        case SURROGATE -> {
          end = at + Character.charCount(Character.codePointAt(text, at, to));
          addUnit(at, end, model.word(c));
        }
        case LETTER, DIGIT -> {
          while (end < to && CharacterKind.of(text[end]) == kind) {
            end++;
          }
          addUnit(at, end, kind == CharacterKind.LETTER ? model.letters() : model.digits());
        }
        case OTHER -> addUnit(at, end, model.letters());
      }
      at = end;
    }
    lastEnding[units] = NONE;
  }

  private void addUnit(int start, int end, int word) {
    if (units + 1 == unitStart.length) {
      unitStart = ArrayUtil.grow(unitStart);
      unitEnd = ArrayUtil.growExact(unitEnd, unitStart.length);
      unitWord = ArrayUtil.growExact(unitWord, unitStart.length);
      lastEnding = ArrayUtil.growExact(lastEnding, unitStart.length);
    }
    unitStart[units] = start;
    unitEnd[units] = end;
    unitWord[units] = word;
    lastEnding[units] = NONE;
    units++;
  }

  private void addSteps(char[] text, int unit) {
    findLeast(unit);
    addStep(unitWord[unit], unit, unit + 1);
    ChineseWordTree tree = model.tree(text[unitStart[unit]]);
    int node = tree == null ? NONE : ChineseWordTree.ROOT;
    for (int end = unit + 1; node != NONE && end < units; end++) {
      char c = text[unitStart[end]];
      node = CharacterKind.isHan(c) ? tree.child(node, c) : NONE;
      if (node != NONE) {
        int word = tree.wordAt(node);
        if (word != NONE) {
          addStep(word, unit, end + 1);
        }
        if (!tree.hasChildren(node)) {
          break;
        }
      }
    }
  }

  /** Finds from where to come to a unit with a word that none of those before was seen with. */
  private void findLeast(int unit) {
    least = Double.POSITIVE_INFINITY;
    for (int step = lastEnding[unit]; step != NONE; step = stepAlsoEnding[step]) {
      double through = stepCost[step] + model.cost(stepWord[step]);
      if (through <= least) { // the steps come last first
        least = through;
        leastStep = step;
      }
    }
  }

  /**
   * Adds a step on the cheapest way to it. A pair that was seen costs no more than one that was
   * not.
   */
  private void addStep(int word, int unit, int end) {
    double cheapest = least;
    int before = leastStep;
    for (int step = lastEnding[unit]; step != NONE; step = stepAlsoEnding[step]) {
      double through = stepCost[step] + model.pairCost(stepWord[step], word);
      if (through < cheapest || through == cheapest && step < before) {
        cheapest = through;
        before = step;
      }
    }
    addStep(word, unit, end, before, cheapest);
  }

  private void addStep(int word, int unit, int end, int before, double cost) {
    if (steps == stepWord.length) {
      stepWord = ArrayUtil.grow(stepWord);
      stepUnit = ArrayUtil.growExact(stepUnit, stepWord.length);
      stepBefore = ArrayUtil.growExact(stepBefore, stepWord.length);
      stepAlsoEnding = ArrayUtil.growExact(stepAlsoEnding, stepWord.length);
      stepCost = ArrayUtil.growExact(stepCost, stepWord.length);
    }
    stepWord[steps] = word;
    stepUnit[steps] = unit;
    stepBefore[steps] = before;
    stepAlsoEnding[steps] = lastEnding[end];
    stepCost[steps] = cost;
    lastEnding[end] = steps++;
  }

  private void readPath() {
    path = path.length < units ? new int[unitStart.length] : path;
    pathStart = path.length;
    for (int step = stepBefore[steps - 1]; step > 0; step = stepBefore[step]) {
      path[--pathStart] = step;
    }
  }
}
