package io.kiosk.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {

  @TempDir private Path root;

  @Test
  void aMissingFolderHoldsNoIndex() throws IOException {
    IndexFolder folder = IndexFolder.at(root.resolve("none"));
    assertThat(folder.current()).isEmpty();
    assertThat(folder.open(generation -> generation)).isEmpty();
  }

  @Test
  void aNewGenerationIsNotInUseBeforeTheSwitch() throws IOException {
    IndexFolder folder = IndexFolder.at(root.resolve("index"));
    Path first = folder.newGeneration();
    assertThat(folder.current()).isEmpty();
    folder.switchTo(first);
    Path second = folder.newGeneration();
    assertThat(second).isNotEqualTo(first);
    assertThat(folder.current()).contains(first);
    folder.switchTo(second);
    assertThat(folder.current()).contains(second);
  }

  @Test
  void removesAllButTheOneInUseAndNothingElse() throws IOException {
    IndexFolder folder = IndexFolder.at(root);
    Path first = folder.newGeneration();
    Files.writeString(first.resolve("segments"), "x", StandardCharsets.UTF_8);
    folder.switchTo(folder.newGeneration());
    folder.newGeneration();
    Path other = Files.createDirectory(root.resolve("generation-of-mine"));
    assertThat(folder.removeUnused()).isEqualTo(2);
    assertThat(first).doesNotExist();
    assertThat(folder.current().orElseThrow()).isDirectory();
    assertThat(other).isDirectory();
  }

  @Test
  void openingTriesAgainWhenTheGenerationIsReplaced() throws IOException {
    IndexFolder folder = IndexFolder.at(root);
    folder.switchTo(folder.newGeneration());
    Path next = folder.newGeneration();
    Path opened =
        folder
            .open(
                generation -> {
                  if (!generation.equals(next)) {
                    folder.switchTo(next);
                    throw new NoSuchFileException(generation.toString());
                  }
                  return generation;
                })
            .orElseThrow();
    assertThat(opened).isEqualTo(next);
  }

  @Test
  void openingFailsWithTheOpenersErrorOtherwise() throws IOException {
    IndexFolder folder = IndexFolder.at(root);
    folder.switchTo(folder.newGeneration());
    assertThatThrownBy(
            () ->
                folder.open(
                    generation -> {
                      throw new IOException("broken");
                    }))
        .hasMessage("broken");
  }

  @Test
  void aDamagedPointerIsNamed() throws IOException {
    Files.writeString(root.resolve("current"), "../elsewhere\n", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> IndexFolder.at(root).current())
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("current", "../elsewhere", "rebuild");
  }
}
