/** Searching an index: requests, results, merging of languages, snippets. */
package io.kiosk.search;
