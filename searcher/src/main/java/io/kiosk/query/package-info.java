/**
 * What is typed to what Lucene runs: syntax, expansion into the other languages, scoring of one
 * language. Imports schema and analysis of ours.
 *
 * <h2>Query syntax</h2>
 *
 * <p>Lucene's classic syntax, in which a plain question, headline or sentence means itself. An
 * operator counts only where it can be one; everywhere else its characters are text. The grammar
 * ({@code _} is white space of any kind, which may also stand around brackets and words in
 * capitals):
 *
 * <pre>{@code
 * query      = { clause | connected } | "*"
 * connected  = clause ( "AND" | "OR" ) clause { ( "AND" | "OR" ) clause }    AND binds closer
 * clause     = [ "+" | "-" | "!" | "NOT" _ ] operand
 * operand    = words | ( phrase | exact | word | plain word | group ) [ weight ] | field
 * words      = everything up to the next operator, or behind + - ! NOT and a field up to _
 * phrase     = '"' text '"' [ "~" number ]                   near each other: so many words between
 * exact      = "=" ( word | '"' text '"' )
 * word       = letters with "*" or "?" inside or "*" at the end | "*" letters
 *            | letters "~" [ "0" | "1" | "2" ]
 * group      = "(" query ")"
 * weight     = "^" number                                                    from 0.01 to 100
 * field      = ( "title:" | "body:" ) [ _ ] ( word | plain word | phrase | exact | group ) [ weight ]
 *            | ( "lang:" | "source:" | "author:" ) [ _ ] values
 *            | "published:" [ _ ] dates
 * values     = value | "(" value { [ "OR" ] value } ")"                  lang: also takes zh,de
 * value      = characters up to _ or a bracket | '"' text '"'
 * dates      = period | "(" period { [ "OR" ] period } ")"
 * period     = date | ( "[" | "{" ) bound " TO " bound ( "]" | "}" )     { and } leave the bound out
 * bound      = date | "*"
 * date       = year [ "-" month [ "-" day ] ]                                2024, 2024-06, 2024-06-15
 * }</pre>
 *
 * <ul>
 *   <li>{@code AND OR NOT} are operators in capitals only, and only with an operand on each side
 *       ({@code NOT}: behind it). {@code AND} and {@code OR} join whole stretches of words, {@code
 *       NOT + - !} take one word. In a query without small letters that has three words in a row
 *       and no other syntax they are words of a headline.
 *   <li>{@code + - !} stand at the start or behind white space or a bracket that does, and directly
 *       before a letter, a phrase, a bracket or {@code =}. A sign before a digit belongs to the
 *       number, a hyphen before a small letter and behind a comma or conjunction to half a German
 *       word ({@code Straßen und -tunnel}).
 *   <li>{@code *} has a letter before it in its word, or begins one that goes on with at least
 *       three small letters or two Chinese characters ({@code *steuer}). {@code **}, {@code *innen}
 *       and {@code *word*} beside plain words are text. {@code ?} has letters or digits on both
 *       sides; behind a Chinese particle that asks, and between a small and a capital letter, it
 *       ends a sentence. In a Chinese stretch of more than eight characters all of {@code * ? ~}
 *       are text.
 *   <li>Words with {@code * ? ~} are compared with words as they are written, folded like them but
 *       not stemmed, and are not translated. What hyphens part are words side by side. A word that
 *       stands for more than 5,000 words of the articles of one language is refused when it is
 *       searched. In Chinese, {@code *} is up to four characters without punctuation, {@code ~} one
 *       character that is another, missing or added; a pattern names two characters at least, a
 *       word with {@code ~} three.
 *   <li>A phrase means its words side by side in the query's language. In another language it means
 *       its translation if the lexicon has it whole, else the translations of its parts near each
 *       other in any order. With {@code ~n}, in its own language so many words may stand between.
 *   <li>A word with {@code ~} has letters, digits, hyphens and apostrophes only, and in Chinese the
 *       number has to be there. So has a word with a weight, and more than one letter.
 *   <li>A straight quote opens a phrase unless it stands behind a number or a Latin letter, and
 *       only if it is closed behind at least one word. Typographic quotes are text in running text,
 *       where headlines have them; directly behind {@code =} or a field they are quotes.
 *   <li>Brackets group if they pair up and have an operator or field inside, before or behind them.
 *   <li>Fields are the six above, in small letters, at the start of a clause. A field needs a
 *       value, and its bracket or quote must be closed. Behind plain words, {@code name:} with a
 *       space and a letter after it is text ({@code Open source: a survey}).
 *   <li>A backslash before a punctuation mark makes it text; {@code \AND} and {@code \title:} are
 *       text as well. {@code / || && [ ] { } < > @} and full-width characters are text.
 *   <li>Parts side by side need not all be met, but filters, parts with {@code +} and those joined
 *       by {@code AND} must. Of several filters of one kind side by side one must be met, of {@code
 *       published:} all. Where all is excluded, it is excluded from every article.
 *   <li>A query has at most 100,000 characters, 1,024 parts and brackets 50 deep, and a word with
 *       {@code * ? ~} at most 100 characters.
 * </ul>
 */
package io.kiosk.query;
