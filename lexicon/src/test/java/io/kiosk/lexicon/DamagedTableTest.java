package io.kiosk.lexicon;

import static io.kiosk.lexicon.TinyLexicon.EN;
import static io.kiosk.lexicon.TinyLexicon.ZH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedTableTest {

  @TempDir private Path folder;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void write() throws IOException {
    TinyLexicon.write(folder);
    file = folder.resolve("first/table.bin");
    whole = Files.readAllBytes(file);
  }

  @Test
  void cutFilesAreRefusedAtEveryLength() throws IOException {
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TranslationLexicon.open(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("expected");
    }
  }

  @Test
  void otherFilesAndFormatsAreRefused() throws IOException {
    byte[] other = whole.clone();
    other[0] ^= 1;
    Files.write(file, other);
    assertThatThrownBy(() -> TranslationLexicon.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another kind of file");

    byte[] newer = whole.clone();
    newer[4] = 99;
    Files.write(file, newer);
    assertThatThrownBy(() -> TranslationLexicon.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("found format 99, expected format 1");
  }

  @Test
  void aFolderWithoutTableIsRefused() throws IOException {
    Files.delete(file);
    assertThatThrownBy(() -> TranslationLexicon.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file + ": no such file");
  }

  @Test
  void overwrittenBytesEndInAnswersOrInAnErrorThatNamesTheFile() throws IOException {
    Random random = new Random(1);
    int errors = 0;
    for (int round = 0; round < 400; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 20; i++) {
        damaged[
                TableFormat.HEADER_LENGTH
                    + random.nextInt(damaged.length - TableFormat.HEADER_LENGTH)] =
            (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        TranslationLexicon lexicon = TranslationLexicon.open(folder);
        lexicon.translate("ban", EN, ZH);
        lexicon.contains("ban", EN);
        lexicon.surface("erdogan", EN);
        lexicon.words(ZH).contains("禁令");
      } catch (IOException | UncheckedIOException e) {
        errors++;
        assertThat(e).hasMessageContaining(file.toString());
      }
    }
    assertThat(errors).isPositive();
  }
}
