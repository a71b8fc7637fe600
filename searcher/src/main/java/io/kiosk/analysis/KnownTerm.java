package io.kiosk.analysis;

/**
 * A term that an analyzer remembers from text to text, with room for a number that who reads it has
 * given it, and for a note. For one thread.
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
  private Object note;

  KnownTerm(char[] characters) {
    this.characters = characters;
  }

  /** {@return its characters, not to be changed} */
  public char[] characters() {
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

  /** {@return what {@link #setNote} was given last; null before that} */
  public Object note() {
    return note;
  }

  /**
   * Keeps what someone knows of this term, in the place of any other note.
   *
   * @param written tells by its type, or by what is in it, who may trust it
   */
  public void setNote(Object written) {
    note = written;
  }
}
