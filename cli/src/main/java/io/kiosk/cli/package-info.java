/** Arguments, printing and exit statuses; no text or search logic. */
package io.kiosk.cli;
