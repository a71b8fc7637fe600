package io.kiosk.index;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a run has come.
 *
 * @param inputs inputs done, not all of them durable yet
 * @param bytes bytes of the files, as they lie on disk, that were read or recognised as unchanged
 * @param totalBytes bytes of all inputs; empty if standard input is among them
 * @param elapsed time since the start
 */
public record IndexingProgress(
    long inputs, long bytes, OptionalLong totalBytes, Duration elapsed) {}
