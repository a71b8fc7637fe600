/**
 * Raw scraped files to clean articles. {@link io.kiosk.corpus.RawFile} to {@link
 * io.kiosk.corpus.CleaningResult}; articles are kept and exchanged as JSON Lines.
 */
package io.kiosk.corpus;
