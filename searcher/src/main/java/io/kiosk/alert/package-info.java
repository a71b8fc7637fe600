/** Questions that are asked of every new article. */
package io.kiosk.alert;
