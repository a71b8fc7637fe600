/**
 * What an index looks like: its languages, fields and version. Imports no other package of ours.
 */
package io.kiosk.schema;
