package io.kiosk.corpus;

import io.kiosk.corpus.Block.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Cuts scraped text and markdown into blocks: one a line, unless lines were wrapped or torn. */
final class TextBlocks {

  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s*(\\S.*?)[\\s#]*");

  /** In a list item, a quotation, a link or another heading. */
  private static final Pattern HEADING_WITHIN = Pattern.compile("(#{1,6})\\s+(\\S.*?)[\\s#]*");

  private static final Pattern BULLET = Pattern.compile("(?:[-*+]\\s|[•·▪◦‣●■►○–]\\s*)\\s*(\\S.*)");
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}\\\\?[.)]\\s+\\S.*");
  private static final Pattern RULE = Pattern.compile("(?:[-*_=~—]\\s?){3,}");
  private static final Pattern REFERENCE = Pattern.compile("\\[[^\\]]{1,80}\\]:\\s*\\S+.*");
  private static final Pattern TABLE_RULE = Pattern.compile("\\|?[\\s:|+-]*-[\\s:|+-]*\\|?");
  private static final Pattern BOLD_LINE =
      Pattern.compile("(\\*\\*|__)(?!\\s)((?:(?!\\1).)+)(?<!\\s)\\1[:：]?");
  private static final Pattern PICTURE =
      Pattern.compile("!\\[(?:Image \\d+: )?([^\\]]{20,500})\\]");
  private static final int SHORT_HEADING = 90;

  /** Characters of a headline, under which nothing but a heading has equals signs. */
  private static final int LONG_HEADING = 200;

  private static final int MAX_CAPTIONS = 1_000;

  /** A longer line is a paragraph, whatever it begins with. */
  private static final int MAX_MARKDOWN = 10_000;

  private final List<Block> blocks = new ArrayList<>();
  private final InlineMarkup inline = new InlineMarkup();
  private final Set<String> captions = new HashSet<>();
  private boolean afterBlank = true;

  private TextBlocks() {}

  static List<Block> of(List<String> lines) {
    TextBlocks cutter = new TextBlocks();
    boolean fenced = false;
    for (String line : readable(lines)) {
      String stripped = line.strip();
      if (stripped.startsWith("```") || stripped.startsWith("~~~")) {
        fenced = !fenced && hasClosingFence(lines, stripped.substring(0, 3));
      } else if (fenced) {
        cutter.add(Kind.PREFORMATTED, 0, stripped);
      } else {
        cutter.line(stripped);
      }
    }
    return cutter.blocks;
  }

  /** The lines with whole sentences and with links as markdown has them, each in one line. */
  private static List<String> readable(List<String> lines) {
    List<String> plain = MarkdownLinks.withoutAttributes(PrintedPages.joined(lines));
    List<String> whole = LinkAddresses.taken(LineJoiner.unwrap(plain));
    return LineJoiner.join(MarkdownLinks.perLine(MarkdownLinks.numbered(whole)));
  }

  private static boolean hasClosingFence(List<String> lines, String fence) {
    return lines.stream().filter(line -> line.strip().startsWith(fence)).limit(2).count() == 2;
  }

  private void line(String line) {
    if (line.length() > MAX_MARKDOWN) {
      add(Kind.PARAGRAPH, 0, line);
      return;
    }
    if (line.isEmpty() || line.length() < 200 && RULE.matcher(line).matches()) {
      if (line.startsWith("=") || line.startsWith("--")) {
        underlined(line.startsWith("=") ? 1 : 2);
      }
      afterBlank = true;
      return;
    }
    if (REFERENCE.matcher(line).matches()
        || line.indexOf('|') >= 0 && line.length() < 500 && TABLE_RULE.matcher(line).matches()) {
      return;
    }
    Matcher heading = HEADING.matcher(line);
    Matcher bullet = BULLET.matcher(line);
    Matcher bold = BOLD_LINE.matcher(line);
    if (line.startsWith("#") && heading.matches()) {
      add(Kind.HEADING, heading.group(1).length(), heading.group(2));
    } else if (line.startsWith(">")) {
      add(Kind.QUOTE, 0, line.replaceFirst("^[>\\s]+", ""));
    } else if (line.length() <= SHORT_HEADING && bold.matches()) {
      add(Kind.HEADING, 6, bold.group(2));
    } else if (bullet.matches()) {
      add(Kind.ITEM, 0, bullet.group(1));
    } else if (NUMBERED.matcher(line).matches()) {
      add(Kind.ITEM, 0, line);
    } else if (line.startsWith("|") && line.endsWith("|") && line.length() > 2) {
      add(Kind.ROW, 0, line.substring(1, line.length() - 1).replaceAll("\\s*\\|\\s*", "  "));
    } else {
      add(Kind.PARAGRAPH, 0, line);
    }
  }

  /** The line before a row of dashes or equals signs is a heading, if nothing parts them. */
  private void underlined(int level) {
    int last = blocks.size() - 1;
    if (!afterBlank && last >= 0 && blocks.get(last).kind() == Kind.PARAGRAPH) {
      Block before = blocks.get(last);
      boolean fits = before.text().length() <= (level == 1 ? LONG_HEADING : SHORT_HEADING);
      if (fits && !before.measure().endsSentence()) {
        blocks.set(
            last,
            Block.ofText(Kind.HEADING, level, before.text(), before.linkChars(), before.tight()));
      }
    }
  }

  private void add(Kind kind, int level, String markdown) {
    noteCaptions(markdown);
    inline.read(markdown.indexOf('&') >= 0 ? Parser.unescapeEntities(markdown, false) : markdown);
    String text = TextNormalizer.line(inline.text());
    Matcher heading = HEADING_WITHIN.matcher(text);
    if (kind != Kind.ROW && kind != Kind.PREFORMATTED && heading.matches()) {
      addText(Kind.HEADING, heading.group(1).length(), heading.group(2));
    } else if (!text.isEmpty()) {
      Kind own = kind == Kind.PARAGRAPH && captions.contains(text) ? Kind.CAPTION : kind;
      addText(own, level, text);
    }
  }

  private void addText(Kind kind, int level, String text) {
    blocks.add(Block.ofText(kind, level, text, inline.linkChars(), !afterBlank));
    afterBlank = false;
  }

  /** What pictures are said to show is often said again beneath them. */
  private void noteCaptions(String markdown) {
    if (markdown.length() <= MAX_MARKDOWN && markdown.contains("![")) {
      Matcher picture = PICTURE.matcher(markdown);
      while (picture.find() && captions.size() < MAX_CAPTIONS) {
        captions.add(TextNormalizer.line(picture.group(1)));
      }
    }
  }
}
