/** Quality and speed of the cleaner and the ranking, measured on folders given as arguments. */
package io.kiosk.benchmark;
