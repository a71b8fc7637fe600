/** What the engine knows of the three languages; needs only the JDK. */
package io.kiosk.lexicon;
