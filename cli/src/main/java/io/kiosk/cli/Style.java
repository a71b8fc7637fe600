package io.kiosk.cli;

/** Emphasis by escape sequences of ours, or none. */
enum Style {
  BOLD("\u001b[1m"),
  DIM("\u001b[2m"),
  /** Words that were met. */
  MET("\u001b[1;33m");

  private static final String RESET = "\u001b[0m";

  private final String sequence;

  Style(String sequence) {
    this.sequence = sequence;
  }

  /** A safe text in this style. */
  String on(String text, boolean colors) {
    return colors && !text.isEmpty() ? sequence + text + RESET : text;
  }
}
