/**
 * Articles to an index: {@link io.kiosk.index.ArticleIndexer} writes what the schema says, {@link
 * io.kiosk.index.ArchiveIndexing} runs it over files and gives account of each.
 */
package io.kiosk.index;
