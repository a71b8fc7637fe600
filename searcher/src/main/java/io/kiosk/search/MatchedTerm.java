package io.kiosk.search;

/**
 * Which word of the query met which word of an article.
 *
 * @param query the word or phrase of the query, as typed
 * @param term the word of the article, as printed there
 * @param lang the article's analysis: {@code zh}, {@code de}, {@code en} or {@code other}
 * @param weight how likely the one means the other, in (0, 1]; 1 for the word itself
 */
public record MatchedTerm(String query, String term, String lang, double weight) {}
