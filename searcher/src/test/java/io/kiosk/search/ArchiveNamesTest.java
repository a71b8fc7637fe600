package io.kiosk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kiosk.analysis.LanguageAnalyzers;
import io.kiosk.lexicon.TranslationLexicon;
import io.kiosk.lexicon.UserLexicon;
import io.kiosk.query.Alternative;
import io.kiosk.query.ArticleQuery;
import io.kiosk.schema.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveNamesTest {
  @TempDir Path folder;
  private TestIndex index;
  private ArticleSearcher searcher;

  @BeforeEach
  void open() throws IOException {
    index =
        new TestIndex(folder.resolve("index"))
            .add("a.zh", "zh", null, "s", "标题", "记者金·泽特（Kim Zetter）写道，蓬佩奥在场。")
            .add("b.en", "en", null, "s", "Title", "Kim Zetter reports that Pompeo was there.")
            .add("c.de", "de", null, "s", "Titel", "Auch Pompeo war dort, sagt Zetter.")
            .add("d.en", "en", null, "s", "Title", "Garissa is another place.")
            .add("e.en", "en", null, "s", "Title", "Zhang Jike plays table tennis again.")
            .add("f.en", "en", null, "s", "Title", "Jin drew a xian for the game of go.")
            .add("g.en", "en", null, "s", "Title", "It was Haodong Yang who won.")
            .add("h.zh", "zh", null, "s", "标题", "欧阳娜娜说，李克尔和李娜也在场，陈芃芃没有来。")
            .add("k.en", "en", null, "s", "Title", "Ouyang Yujing led the talks.")
            .add("i.zh", "zh", null, "s", "标题", "吕芃芃和李克尔在北京。");
    index.commit();
    searcher = ArticleSearcher.open(folder.resolve("index"), TranslationLexicon.empty());
  }

  @AfterEach
  void close() throws IOException {
    searcher.close();
    index.close();
  }

  private List<Alternative> alternatives(String query, Language from, Language to)
      throws IOException {
    return alternatives(searcher, query, from, to);
  }

  private static List<Alternative> alternatives(
      ArticleSearcher searcher, String query, Language from, Language to) throws IOException {
    return searcher.translate(ArticleQuery.parse(query), List.of(from)).stream()
        .filter(each -> each.to() == to)
        .flatMap(each -> each.unit().alternatives().stream())
        .filter(each -> !each.sources().equals(List.of("query")))
        .toList();
  }

  @Test
  void aNameThatAnArticleGivesInBracketsIsTranslatedWithItsSource() throws IOException {
    assertThat(alternatives("金泽特", Language.ZH, Language.EN))
        .anySatisfy(
            name -> {
              assertThat(name.text()).isEqualTo("Kim Zetter");
              assertThat(name.sources()).containsExactly("article a.zh");
              assertThat(name.weight()).isEqualTo(1);
            });
    assertThat(alternatives("Kim Zetter", Language.EN, Language.ZH))
        .extracting(Alternative::text)
        .contains("金泽特");
    assertThat(alternatives("Zetter", Language.DE, Language.ZH))
        .extracting(Alternative::text)
        .contains("泽特");
  }

  @Test
  void anUnknownNameIsFoundByItsSoundWithLittleWeight() throws IOException {
    assertThat(alternatives("蓬佩奥", Language.ZH, Language.DE))
        .singleElement()
        .satisfies(
            name -> {
              assertThat(name.text()).isEqualTo("pompeo");
              assertThat(name.sources()).containsExactly("sound");
              assertThat(name.weight()).isLessThan(.5);
            });
    assertThat(alternatives("Pompeo", Language.EN, Language.ZH))
        .extracting(Alternative::text)
        .containsExactly("蓬佩奥");
  }

  @Test
  void versionsOfAStoryConfirmWhatSoundsAlike() throws IOException {
    index.link("a.zh", "b.en");
    index.commit();
    searcher.refresh();
    assertThat(alternatives("蓬佩奥", Language.ZH, Language.EN))
        .singleElement()
        .satisfies(
            name -> {
              assertThat(name.sources()).containsExactly("sound, articles a.zh and b.en");
              assertThat(name.weight()).isGreaterThan(.8);
            });
  }

  @Test
  void whatOnlyADeletedArticleSaidIsForgotten() throws IOException {
    index.delete("a.zh");
    index.commit();
    searcher.refresh();
    assertThat(alternatives("金泽特", Language.ZH, Language.EN)).isEmpty();
    assertThat(alternatives("Pompeo", Language.EN, Language.ZH)).isEmpty();
  }

  @Test
  void aPersonWhomArticlesSpellInPinyinIsOneUnitInPlaceOfCharacters() throws IOException {
    assertThat(alternatives("张继科夺冠", Language.ZH, Language.EN))
        .allSatisfy(name -> assertThat(name.sources()).containsExactly("pinyin"))
        .extracting(Alternative::text)
        .containsExactly("Zhang Jike", "Jike Zhang", "Jike");
    assertThat(units("张继科", Language.ZH, Language.EN)).containsExactly("张继科");
  }

  @Test
  void familyNamesOfTwoCharactersAreOneWord() throws IOException {
    assertThat(alternatives("欧阳玉靖", Language.ZH, Language.EN))
        .extracting(Alternative::text)
        .containsExactly("Ouyang Yujing", "Yujing Ouyang", "Yujing");
    for (String query : List.of("Ouyang Nana", "Nana Ouyang")) {
      assertThat(alternatives(query, Language.EN, Language.ZH))
          .extracting(Alternative::text)
          .containsExactly("欧阳娜娜");
    }
    assertThat(alternatives("Ouyang Na", Language.EN, Language.ZH))
        .extracting(Alternative::text)
        .containsExactly("欧阳娜");
  }

  @Test
  void theGivenNameMayComeFirst() throws IOException {
    assertThat(alternatives("杨浩东", Language.ZH, Language.EN))
        .extracting(Alternative::text)
        .contains("Haodong Yang");
  }

  @Test
  void aPersonInPinyinIsWhatChineseArticlesWrite() throws IOException {
    for (String query : List.of("Li Ke'er", "Keer Li", "li keer")) {
      assertThat(alternatives(query, Language.EN, Language.ZH))
          .extracting(Alternative::text)
          .containsExactly("李克尔");
    }
    assertThat(alternatives("Lü Pengpeng", Language.DE, Language.ZH))
        .singleElement()
        .satisfies(
            name -> {
              assertThat(name.text()).isEqualTo("吕芃芃");
              assertThat(name.sources()).containsExactly("pinyin");
            });
    for (String none : List.of("Zhang Pengpeng", "Li Keerx", "Li, Keer", "Li keer")) {
      assertThat(alternatives(none, Language.EN, Language.ZH)).as(none).isEmpty();
    }
  }

  @Test
  void ofPersonsReadAlikeTheMoreFrequentWeighsMore() throws IOException {
    index.add("j.zh", "zh", null, "s", "标题", "李可而是另一个人。");
    index.commit();
    searcher.refresh();
    assertThat(alternatives("Li Keer", Language.EN, Language.ZH))
        .extracting(Alternative::text, Alternative::weight)
        .containsExactly(tuple("李克尔", 1.0), tuple("李可而", .5));
  }

  @Test
  void whatNoArticleSaysSideBySideIsNoPerson() throws IOException {
    assertThat(alternatives("金线", Language.ZH, Language.EN)).isEmpty();
    assertThat(alternatives("张继科", Language.ZH, Language.DE)).isEmpty();
  }

  private List<String> units(String query, Language from, Language to) throws IOException {
    return searcher.translate(ArticleQuery.parse(query), List.of(from)).stream()
        .filter(each -> each.to() == to)
        .map(each -> each.unit().text())
        .toList();
  }

  @Test
  void theUserVetoesNames() throws IOException {
    Path file = folder.resolve("own.txt");
    Files.writeString(file, "金泽特 -/> Kim Zetter\n蓬佩奥 -/> en: Pompeo\n张继科 -/> Zhang Jike\n");
    TranslationLexicon own =
        TranslationLexicon.empty().with(UserLexicon.read(file), LanguageAnalyzers::lexiconKey);
    try (ArticleSearcher vetoing = ArticleSearcher.open(folder.resolve("index"), own)) {
      assertThat(alternatives(vetoing, "金泽特", Language.ZH, Language.EN))
          .extracting(Alternative::text)
          .doesNotContain("Kim Zetter");
      assertThat(alternatives(vetoing, "蓬佩奥", Language.ZH, Language.EN)).isEmpty();
      assertThat(alternatives(vetoing, "张继科", Language.ZH, Language.EN)).isEmpty();
    }
  }

  @Test
  void aSearchFindsThem() throws IOException {
    SearchRequest request =
        SearchRequest.builder(ArticleQuery.parse("金泽特"))
            .queryLanguages(List.of(Language.ZH))
            .in(List.of("en"))
            .build();
    assertThat(searcher.search(request).hits())
        .extracting(hit -> hit.article().id())
        .containsExactly("b.en");
  }
}
