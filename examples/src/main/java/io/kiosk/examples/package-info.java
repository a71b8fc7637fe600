/** Small programs that embed Kiosk; each is one file that can be copied and changed. */
package io.kiosk.examples;
