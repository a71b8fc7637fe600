package io.kiosk.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.query.QueryPart.Everything;
import io.kiosk.query.QueryPart.Filter;
import io.kiosk.query.QueryPart.Group;
import io.kiosk.query.QueryPart.Phrase;
import io.kiosk.query.QueryPart.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {

  /** Query, arrow, what it is read as. */
  private static final String SYNTAX =
      """
      US market AND Kaspersky software      => all(+<US market> +<Kaspersky software>)
      a OR b c                              => any(<a> <b c>)
      a AND b OR c                          => any(all(+<a> +<b>) <c>)
      a "x y" AND b                         => most(<a> +"x y" +<b>)
      a AND NOT b c                         => most(+<a> -<b> <c>)
      (a OR b) AND (c OR d)                 => all(+any(<a> <b>) +any(<c> <d>))
      ((a b) AND c) d                       => most(all(+<a b> +<c>) <d>)
      卡巴斯基(美国 OR 俄罗斯)              => most(<卡巴斯基> any(<美国> <俄罗斯>))
      NATO AND EU NOT UK                    => most(+<NATO> +<EU> -<UK>)
      (NATO OR EU) AND NEW TANK ORDERS      => all(+any(<NATO> <EU>) +<NEW TANK ORDERS>)
      the "x y" (see "z w")                 => most(<the> "x y" <(see> "z w")
      Trump -Biden Harris                   => most(<Trump> -<Biden> <Harris>)
      +Trump !Biden NOT Harris wins         => most(+<Trump> -<Biden> -<Harris> <wins>)
      -(a b) -"x y" -=z w                   => most(-<a b> -"x y" -=<z> <w>)
      -特朗普 关税                          => most(-<特朗普> <关税>)
      NOT Biden                             => most(+* -<Biden>)
      -lang:de -Biden                       => most(+* -lang:de -<Biden>)
      "near words"~5 more                   => most("near words"~5 <more>)
      "Sunday Morning"-Matinee: Rodgers     => most("Sunday Morning" <-Matinee: Rodgers>)
      关于"一带一路"的报道                  => most(<关于> "一带一路" <的报道>)
      "say \\"no\\" now"                    => "say \\"no\\" now"
      =Kaspersky? ="a phrase"               => most(=<Kaspersky> ="a phrase")
      kasper*, wh?t m??ller (lab*)          => most(wildcard<kasper*> wildcard<wh?t> wildcard<m??ller> wildcard<lab*>)
      卡巴* 卡?斯基                         => most(wildcard<卡巴*> wildcard<卡?斯基>)
      *steuer -*Steuer *基础设施 (*schutz*) => most(wildcard<*steuer> <-*Steuer> wildcard<*基础设施> wildcard<*schutz*>)
      *schutz* AND body:*recht              => all(+wildcard<*schutz*> +body:wildcard<*recht>)
      kasp\\*rsk*                           => wildcard<kasp\\*rsk*>
      word~ word~0 word~1 Müller~2          => most(fuzzy<word>~2 fuzzy<word>~0 fuzzy<word>~1 fuzzy<Müller>~2)
      卡巴斯基~1                            => fuzzy<卡巴斯基>~1
      title:Kaspersky US                    => most(title:<Kaspersky> <US>)
      source: dpa title: US                 => most(title:<US> +source:<dpa>)
      Kaspersky title: "US market"          => most(<Kaspersky> title:"US market")
      title: (Kaspersky US) market          => most(title:<Kaspersky US> <market>)
      title:(a =b OR body:"c d"~3) x        => most(most(title:<a> any(title:=<b> body:"c d"~3)) <x>)
      body:=x title:="y z" title:kasper*    => most(body:=<x> title:="y z" title:wildcard<kasper*>)
      title:“y z”                           => title:"y z"
      title:body:x                          => title:<body:x>
      lang:de Kaspersky                     => most(<Kaspersky> +lang:de)
      lang:zh lang:de Kaspersky             => most(<Kaspersky> +any(lang:zh lang:de))
      lang:(zh de) OR x                     => any(any(lang:zh lang:de) <x>)
      lang:zh_Hant,de                       => any(lang:zh-Hant lang:de)
      source:"New York Times" x             => most(<x> +source:<New York Times>)
      source:“新华社” 芯片                  => most(<芯片> +source:<新华社>)
      source:(Reuters OR "dpa *")           => any(source:<Reuters> source:<dpa *>)
      source:spie* -author:Müller-Meier     => most(-author:<Müller-Meier> +source:wildcard<spie*>)
      (lang:de OR source:dpa) x             => most(+any(lang:de source:<dpa>) <x>)
      published:2024                        => published:2024-01-01..2024-12-31
      published:2024-02                     => published:2024-02-01..2024-02-29
      published: 2024-06-15                 => published:2024-06-15..2024-06-15
      published:*                           => published:*..*
      published:[2024-06 TO 2024-07]        => published:2024-06-01..2024-07-31
      published:[2024-06-15 TO *]           => published:2024-06-15..*
      published:{2024-06 TO 2024-08}        => published:2024-07-01..2024-07-31
      published:[* TO 2024}                 => published:*..2023-12-31
      published:(2023 OR [2024-06 TO *])    => any(published:2023-01-01..2023-12-31 published:2024-06-01..*)
      word^2 "a b"^3 (a OR b)^0.5           => most(<word>^2.0 "a b"^3.0 any(<a> <b>)^0.5)
      *                                     => *
      * lang:de                             => most(* +lang:de)
      * AND NOT Trump                       => all(+* -<Trump>)
      "Joker" ?                             => "Joker"
      a AND ???                             => <a>
      """;

  static Stream<String[]> syntax() {
    return SYNTAX.lines().map(line -> line.split("\\s+=> ", 2));
  }

  @ParameterizedTest
  @MethodSource("syntax")
  void syntaxIsRead(String query, String tree) {
    assertThat(QueryReader.read(query)).hasToString(tree);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who is May?",
        "Is it true??",
        "Really?No",
        "C++",
        "AT&T",
        "R&D",
        "U.S.",
        "3:2",
        "50%",
        "http://x.y/z?a=b",
        "10*3",
        "4* Hotel",
        "Was ist 5+5?",
        "E-Mail",
        "COVID-19",
        "(1)",
        "A/B",
        "[Update]",
        "{x}",
        ">>>",
        "a || b && c",
        "!!",
        "\\",
        "\\\\",
        "C:\\users\\new",
        "E=mc^2",
        "x^2",
        "10^6",
        "a -5 Grad +10% -1:0",
        "Trump - Biden",
        "--x",
        "a!b",
        "/regex/ x",
        "5\" TV",
        "a ~ b",
        "~50",
        "真好~",
        "\"",
        "\"\"",
        "\"a b",
        "a b\"",
        "5\" disk and 3\" disk",
        "\" \"",
        "Züge und -strecken oder -wagen",
        "Straßen, -tunnel sowie -brücken",
        "Title: abc",
        "subtitle:abc",
        "name:x",
        "\\title:abc \\-x a\\*b",
        "title：x",
        "“a b” „c d“",
        "谁写了《红楼梦》？",
        "「a b」（c OR",
        "特朗普是谁?他做了什么?",
        "去吗?是",
        "习** f**k",
        "Politiker*innen protestieren",
        "*emph* **bold** *NSYNC",
        "Long Lartin (prison) officers",
        "米德(Midsomer Norton)袭击",
        "Freund(-in) Lehrer(-innen)",
        "f(x) (y",
        "a) b",
        ":-) :(",
        ")^2",
        "()",
        "AND",
        "AND b",
        "a AND",
        "a OR",
        "NOT",
        "Why NOT",
        "Open source: a survey",
        "CUTS NOT ENOUGH - U.K. ANALYSTS",
        "GRAIN TALKS DO NOT END",
        "HOGS AND CATTLE <X.Y> RISE AGAIN",
        "and or not",
        "a and b or not c",
        "TO BE OR",
        "++",
        "+ -",
        "-",
        "?",
        "=",
        "= x",
        "==",
        "😀",
        "@user #tag",
        "<b>x</b>",
        "a, b; c",
        "$5 €3",
        "1.000,50",
        "don't",
        "rock 'n' roll",
        "Müller‑Meier",
        "x\u3000y",
        "fn:ordered(a b)"
      })
  void plainTextIsOneRunOfWords(String query) {
    assertThat(QueryReader.read(query)).isEqualTo(new Words(query, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\u3000\n"})
  void emptyQueryIsEveryArticle(String query) {
    assertThat(QueryReader.read(query)).isEqualTo(new Everything(0));
    assertThat(QueryReader.plain(query)).isEqualTo(new Everything(0));
  }

  @Test
  void plainQueryHasNoSyntax() {
    String query = " title:(a AND -b) \"c\"~2 x* ";

    assertThat(QueryReader.plain(query)).isEqualTo(new Words(query, 0));
  }

  @Test
  void offsetsPointIntoTheQueryAsTyped() {
    Group group = (Group) QueryReader.read("  \\😀 a\u3000b \"c \\\" d\"~5 -lang:de ");

    assertThat(group.clauses().stream().map(QueryPart.Clause::part))
        .containsExactly(
            new Words("\\😀 a\u3000b", 2),
            new Phrase("c \\\" d", 5, 11),
            new Filter.Lang(Locale.GERMAN, 27));
  }

  @Test
  void filtersAloneAskForNoWord() {
    assertThat(
            Arrays.asList("lang:de", "lang:de source:x", "(lang:de OR lang:zh) AND published:2024"))
        .allMatch(query -> QueryReader.read(query).onlyFilters());
    assertThat(Arrays.asList("*", "* lang:de", "x", "title:x lang:de"))
        .noneMatch(query -> QueryReader.read(query).onlyFilters());
  }
}
