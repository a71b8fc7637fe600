/** Text to index terms, one analyzer a language. Imports only {@link io.kiosk.schema} of ours. */
package io.kiosk.analysis;
