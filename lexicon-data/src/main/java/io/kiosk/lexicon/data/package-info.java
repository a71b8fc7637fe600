/** The translation tables of {@code kiosk-lexicon} as resources of a jar. */
package io.kiosk.lexicon.data;
