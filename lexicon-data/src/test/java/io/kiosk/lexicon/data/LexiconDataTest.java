package io.kiosk.lexicon.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconDataTest {
  @TempDir Path folder;

  @Test
  void unpackedTablesTranslate() throws IOException {
    TranslationLexicon lexicon = TranslationLexicon.open(LexiconData.unpack(folder));
    assertThat(lexicon.translate("market", Locale.ENGLISH, Locale.CHINESE))
        .anyMatch(translation -> translation.term().equals("市场"));
  }

  @Test
  void secondCallLeavesWhatIsThere() throws IOException {
    Path tables = LexiconData.unpack(folder);
    FileTime first = Files.getLastModifiedTime(tables);
    assertThat(LexiconData.unpack(folder)).isEqualTo(tables);
    assertThat(Files.getLastModifiedTime(tables)).isEqualTo(first);
  }

  @Test
  void threadsThatUnpackAtOnceGetTheSameAndLeaveNothingElse() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Callable<Path> unpack = () -> LexiconData.unpack(folder);
      for (Future<Path> each :
          threads.invokeAll(IntStream.range(0, 3).mapToObj(i -> unpack).toList())) {
        assertThat(each.get()).isDirectory();
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }
}
