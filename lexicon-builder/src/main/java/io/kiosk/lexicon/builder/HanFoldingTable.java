package io.kiosk.lexicon.builder;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the resource {@code han-folding.txt} of module lexicon from ICU's Traditional-Simplified
 * transform: pairs of a traditional and a simplified character, without a separator.
 */
public final class HanFoldingTable {

  /** Simplified text has these as they are, so that folding them would tear its words. */
  private static final String KEPT = "俱姊跤藉夥苎薴著吒阪氹";

  /** Variants that are common in traditional text and that the transform leaves alone. */
  private static final String ADDED =
      "囌苏甦苏嶽岳矇蒙濛蒙硃朱揹背擡抬牠它妳你峯峰甯宁痺痹鵰雕諮咨鉅巨殭僵鞦秋韆千麪面噁恶傚效彊强癈废煖暖栢柏槼规櫂棹歛敛琍璃畧略疎疏眎视祕秘紥扎菴庵"
          + "蔴麻衇脉覩睹譭毁賸剩遶绕隣邻鎌镰鍼针鬪斗鬭斗黴霉囉啰";

  private HanFoldingTable() {}

  /** Writes the table into the file that is the only argument. */
  public static void main(String[] arguments) throws IOException {
    Map<Character, Character> pairs = new TreeMap<>();
    Transliterator transform = Transliterator.getInstance("Traditional-Simplified");
    for (char c = '\u3400'; c <= '\u9FFF'; c++) {
      String simplified = transform.transliterate(String.valueOf(c));
      if (simplified.length() == 1 && simplified.charAt(0) != c && KEPT.indexOf(c) < 0) {
        pairs.put(c, simplified.charAt(0));
      }
    }
    for (int i = 0; i < ADDED.length(); i += 2) {
      pairs.put(ADDED.charAt(i), ADDED.charAt(i + 1));
    }
    StringBuilder table = new StringBuilder();
    pairs.forEach((traditional, simplified) -> table.append(traditional).append(simplified));
    Files.writeString(Path.of(arguments[0]), table);
  }
}
