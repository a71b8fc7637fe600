package io.kiosk.lexicon.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class DictionaryReadersTest {

  @Test
  void dingAlignsGroupsAndRanksAlternatives() throws IOException {
    String line = "Steuer {f}; Abgabe {f} [fin.] | Steuern {pl} :: tax; levy (on sth.) | taxes\n";

    assertThat(Ding.read(new BufferedReader(new StringReader("# comment\n" + line))).pairs())
        .extracting(Pair::left, Pair::right)
        .containsExactly(
            tuple("Steuer", "tax"),
            tuple("Steuer", "levy"),
            tuple("Abgabe", "tax"),
            tuple("Abgabe", "levy"),
            tuple("Steuern", "taxes"));
  }

  @Test
  void dingHasAbbreviationsThatAreNoWords() {
    String lines =
        "künstliche Intelligenz {f} /KI/ [comp.] :: artificial intelligence /AI/\n"
            + "Technik {f} /abb./ :: technology /ART/\n"
            + "Kunst {f} :: art\n"
            + "Anguilla {n} /AI/ [geogr.] :: Anguilla /AI/\n";

    assertThat(Ding.read(new BufferedReader(new StringReader(lines))).pairs())
        .extracting(Pair::left, Pair::right)
        .containsExactly(
            tuple("künstliche Intelligenz", "artificial intelligence"),
            tuple("künstliche Intelligenz", "AI"),
            tuple("KI", "artificial intelligence"),
            tuple("KI", "AI"),
            tuple("Technik", "technology"),
            tuple("Kunst", "art"),
            tuple("Anguilla", "Anguilla"));
  }

  @Test
  void cedictFindsPeopleBySurnameAndFollowsReferences() throws IOException {
    String module =
        "export default {\"all\":[[\"埃爾多安\",\"埃尔多安\",\"Ai1 er3 duo1 an1\","
            + "\"Recep Tayyip Erdoğan (1954–), Turkish politician\",[],[]],"
            + "[\"歐盟\",\"欧盟\",\"Ou1 meng2\",[\"European Union\",\"EU\"],[],[2]],"
            + "[\"歐\",\"欧洲联盟\",\"x\",\"see 歐盟|欧盟[Ou1 meng2]\",[],[]]]}";

    assertThat(CcCedict.read(new StringReader(module)).pairs())
        .extracting(Pair::left, Pair::right)
        .containsExactly(
            tuple("埃尔多安", "Recep Tayyip Erdoğan"),
            tuple("埃尔多安", "Erdoğan"),
            tuple("欧盟", "European Union"),
            tuple("欧盟", "EU"),
            tuple("欧洲联盟", "European Union"),
            tuple("欧洲联盟", "EU"));
  }

  @Test
  void ecdictStripsPartsOfSpeechRemarksAndParticles() throws IOException {
    String csv =
        "word,phonetic,definition,translation,pos,collins,oxford,tag,bnc,frq,exchange,detail,audio\n"
            + "steel,,,\"n. 钢, 钢铁(材料)\\na. 钢制的\\nvt. 使坚强\",,,,,2282,2152,,,\n";

    assertThat(Ecdict.read(new StringReader(csv)).pairs())
        .extracting(Pair::right)
        .containsExactly("钢", "钢铁", "钢制", "坚强");
  }
}
