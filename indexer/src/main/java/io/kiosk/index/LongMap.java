package io.kiosk.index;

/** From 64-bit hashes to non-negative numbers, without boxes; not safe for several threads. */
final class LongMap {

  private long[] keys = new long[1 << 10];
  private int[] values = new int[1 << 10];
  private int size;

  /** Keeps a value under a hash that is not 0, in the place of what was there. */
  void put(long key, int value) {
    if (key == 0) {
      throw new IllegalArgumentException("key must not be 0");
    }
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (keys[slot] == 0) {
      size++;
    }
    keys[slot] = key;
    values[slot] = value;
  }

  /** The value of a hash; -1 if there is none. */
  int get(long key) {
    int slot = slot(key);
    return key != 0 && keys[slot] == key ? values[slot] : -1;
  }

  boolean contains(long key) {
    return get(key) >= 0;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }
}
