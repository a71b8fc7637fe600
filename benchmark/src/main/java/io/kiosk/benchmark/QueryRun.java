package io.kiosk.benchmark;

import io.kiosk.benchmark.JudgedSet.Query;
import io.kiosk.lexicon.TranslationLexicon;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;

/**
 * Asks an index queries in this process, on one thread, and prints what that took: a name and
 * values a line, separated by tabs. Arguments: {@code SIDE DATA INDEX QUERIES JUDGED...}; SIDE is
 * one of {@link Side}, DATA the folder of the lexicon, QUERIES a file of {@link TimedQuery}, JUDGED
 * folders of {@link JudgedSet}, which Kiosk alone is asked.
 */
final class QueryRun {

  /** Who searches. */
  enum Side {
    /** Kiosk in an index of its own. */
    KIOSK,
    /** Lucene alone with its own analyzers. */
    PLAIN
  }

  static final String QUESTION = "question over all languages";
  static final String SNIPPETS = "the same with snippets";
  static final String MONOLINGUAL = "the three questions of a translator";
  static final String BATCH = "query of a batch, 100 hits";
  static final String HEAP = "heap";

  private static final int WARM_UP = 10;
  private static final int ROUNDS = 2;
  private static final int MOST_ITEMS = 8;

  /** Something to be timed. */
  @FunctionalInterface
  private interface Task {
    void run() throws IOException;
  }

  private QueryRun() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    List<TimedQuery> queries = TimedQuery.read(Path.of(args[3]));
    Path index = Path.of(args[2]);
    switch (Side.valueOf(args[0])) {
      case KIOSK -> {
        TranslationLexicon lexicon = TranslationLexicon.open(Path.of(args[1]));
        try (KioskSearch search = new KioskSearch(index, lexicon)) {
          timeEachKind(queries, search::search);
          List<List<Query>> items = new ArrayList<>();
          for (String folder : Arrays.asList(args).subList(4, args.length)) {
            items.addAll(JudgedSet.read(Path.of(folder), List.of()).parallel(MOST_ITEMS));
          }
          timeQuestions(items, search);
          heap();
        }
      }
      case PLAIN -> {
        try (Analyzer analyzer = PlainIndexing.stockAnalyzers();
            PlainSearch search = new PlainSearch(index, analyzer)) {
          timeEachKind(queries, search::search);
          heap();
        }
      }
    }
  }

  /** How a query is asked. */
  @FunctionalInterface
  private interface Asking {
    Object ask(TimedQuery query) throws IOException;
  }

  private static void timeEachKind(List<TimedQuery> queries, Asking asking) throws IOException {
    for (TimedQuery.Kind kind : TimedQuery.Kind.values()) {
      List<Task> tasks = new ArrayList<>();
      for (TimedQuery query : queries) {
        if (query.kind() == kind) {
          tasks.add(() -> asking.ask(query));
        }
      }
      time(kind.label(), tasks);
    }
  }

  private static void timeQuestions(List<List<Query>> items, KioskSearch search)
      throws IOException {
    List<Task> questions = new ArrayList<>();
    List<Task> snippets = new ArrayList<>();
    List<Task> monolingual = new ArrayList<>();
    List<Task> batch = new ArrayList<>();
    for (List<Query> item : items) {
      monolingual.add(
          () -> {
            for (Query query : item) {
              search.search(query, List.of(query.lang()), false);
            }
          });
      for (Query query : item) {
        questions.add(() -> search.search(query, List.of(), false));
        snippets.add(() -> search.search(query, List.of(), true));
        batch.add(() -> search.batch(query));
      }
    }
    time(QUESTION, questions);
    time(MONOLINGUAL, monolingual);
    time(SNIPPETS, snippets);
    time(BATCH, batch);
  }

  /**
   * Prints median and 99th percentile of all times after the warm-up, and the mean of the processor
   * time, which other programs disturb less; in milliseconds.
   */
  private static void time(String name, List<Task> tasks) throws IOException {
    double[] millis = new double[ROUNDS * tasks.size()];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpu = 0;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      cpu = round == 0 ? threads.getCurrentThreadCpuTime() : cpu;
      for (int i = 0; i < tasks.size(); i++) {
        long start = System.nanoTime();
        tasks.get(i).run();
        if (round >= 0) {
          millis[round * tasks.size() + i] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s\t%.4f\t%.4f\t%.4f%n",
        name,
        millis[millis.length / 2],
        millis[millis.length * 99 / 100],
        (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / millis.length);
  }

  /** Prints the megabytes of objects that are in use. */
  private static void heap() {
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(Locale.ROOT, "%s\t%.1f%n", HEAP, used / 1e6);
  }
}
