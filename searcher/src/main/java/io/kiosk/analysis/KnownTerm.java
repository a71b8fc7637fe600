package io.kiosk.analysis;

/**
 * A term that an analyzer remembers from text to text, with room for a number that who reads it has
 * given it. For one thread.
 */
public final class KnownTerm {

  /** A stream whose terms are such ones. */
  public interface Source {
    /** {@return the term that the stream stands at; null if it is not remembered} */
    KnownTerm knownTerm();
  }

  private final char[] characters;
  private Object owner;
  private int number;

  KnownTerm(char[] characters) {
    this.characters = characters;
  }

  /** Not to be changed. */
  char[] characters() {
    return characters;
  }

  /**
   * {@return the number of this term; -1 if that owner has not given it one, or another one has
   * since}
   *
   * @param who gave the number
   */
  public int number(Object who) {
    return owner == who ? number : -1;
  }

  /**
   * Gives this term a number, in the place of any other.
   *
   * @param who gives it
   * @param given not negative
   */
  public void setNumber(Object who, int given) {
    owner = who;
    number = given;
  }
}
