/**
 * What is typed to what Lucene runs: syntax, expansion into the other languages, scoring of one
 * language. Imports schema and analysis of ours.
 */
package io.kiosk.query;
