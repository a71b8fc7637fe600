package io.kiosk.cli;

import io.kiosk.corpus.ArticleWriter;
import io.kiosk.corpus.CleaningResult;
import io.kiosk.corpus.CleaningResult.Cleaned;
import io.kiosk.corpus.CleaningResult.Rejected;
import io.kiosk.corpus.RawFileReader.Input;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where cleaned articles go: one stream for all, or a file for each in a folder. */
abstract class CleanedOutput implements Closeable {

  /** Where the result of one input goes. */
  @FunctionalInterface
  interface Place {
    void write(CleaningResult result) throws IOException;
  }

  /**
   * The place for an input.
   *
   * @param next the input that follows, which tells whether a container holds several
   */
  abstract Place place(Input input, Optional<Input> next);

  /** All results one after the other on standard output. */
  static CleanedOutput to(Terminal terminal, CleanedFormat format) throws IOException {
    return switch (format) {
      case JSON -> new Lines(ArticleWriter.of(terminal.outBytes()));
      case TEXT, MARKDOWN -> new Stream(terminal.out(), format);
    };
  }

  /** A file for each article in a folder, which is made if it is not there. */
  static CleanedOutput into(Path folder, CleanedFormat format) throws IOException {
    Files.createDirectories(folder);
    return new Folder(folder, format);
  }

  @Override
  public void close() throws IOException {}

  private static String render(Cleaned cleaned, CleanedFormat format) {
    return switch (format) {
      case TEXT, JSON -> CleanedFormat.text(cleaned.article());
      case MARKDOWN -> CleanedFormat.markdown(cleaned.article());
    };
  }

  private static final class Lines extends CleanedOutput {
    private final ArticleWriter writer;

    Lines(ArticleWriter writer) {
      this.writer = writer;
    }

    @Override
    Place place(Input input, Optional<Input> next) {
      return writer::write;
    }

    @Override
    public void close() throws IOException {
      writer.flush();
    }
  }

  private static final class Stream extends CleanedOutput {
    private final Writer out;
    private final CleanedFormat format;
    private Boolean several;
    private String gap = "";

    Stream(Writer out, CleanedFormat format) {
      this.out = out;
      this.format = format;
    }

    @Override
    Place place(Input input, Optional<Input> next) {
      if (several == null) {
        several = next.isPresent();
      }
      return this::write;
    }

    private void write(CleaningResult result) throws IOException {
      if (result instanceof Cleaned cleaned) {
        if (several && format == CleanedFormat.TEXT) {
          out.write(gap + "==> " + SafeText.line(cleaned.origin()) + " <==\n");
        } else {
          out.write(gap);
        }
        out.write(render(cleaned, format));
        gap = "\n";
      }
    }
  }

  /**
   * Files named after their inputs: {@code NAME.txt}; {@code NAME-00001.txt} and so on for the
   * articles of a container with several; {@code NAME~2.txt} when another input had the name.
   */
  private static final class Folder extends CleanedOutput {
    private final Path folder;
    private final CleanedFormat format;
    private final Map<String, Integer> used = new HashMap<>();
    private Path container;
    private String containerName;
    private int record;

    Folder(Path folder, CleanedFormat format) {
      this.folder = folder;
      this.format = format;
    }

    @Override
    Place place(Input input, Optional<Input> next) {
      Path path = input.path();
      if (!isRecord(input) || !path.equals(container)) {
        containerName = unused(name(path));
        record = 0;
        container = isRecord(input) ? path : null;
      }
      record++;
      boolean several =
          record > 1
              || isRecord(input)
                  && next.filter(n -> isRecord(n) && n.path().equals(path)).isPresent();
      String name =
          several ? containerName + String.format(Locale.ROOT, "-%05d", record) : containerName;
      return result -> write(name, result);
    }

    private static boolean isRecord(Input input) {
      return switch (input) {
        case Input.Raw raw -> raw.file().origin().contains("!");
        case Input.Unreadable unreadable -> unreadable.result().origin().contains("!");
        case Input.Articles articles -> false;
      };
    }

    private static String name(Path path) {
      String name = path.toString().equals("-") ? "stdin" : path.getFileName().toString();
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    }

    private String unused(String name) {
      int times = used.merge(name, 1, Integer::sum);
      return times == 1 ? name : name + "~" + times;
    }

    private void write(String name, CleaningResult result) throws IOException {
      switch (result) {
        case Rejected rejected -> {}
        case Cleaned cleaned -> {
          Path file = folder.resolve(name + "." + format.extension());
          if (format == CleanedFormat.JSON) {
            try (ArticleWriter writer = ArticleWriter.open(file)) {
              writer.write(cleaned);
            }
          } else {
            Files.writeString(file, render(cleaned, format), StandardCharsets.UTF_8);
          }
        }
      }
    }
  }
}
