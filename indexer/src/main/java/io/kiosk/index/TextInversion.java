package io.kiosk.index;

import io.kiosk.analysis.KnownTerm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.IndexableFieldType;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;

/**
 * Inverts texts when a segment is written and not token by token before. Lucene's way takes a place
 * in a hash table and three in pools of bytes for each token, most of them not in the processor's
 * cache. Here a text is kept as the numbers of its terms, which analyzers remember with the words
 * that they remember; Lucene sees one token for it, the key of the text. When a segment is written,
 * {@link InvertedField} sorts the numbers and stands in the place of the keys. What is on disk is
 * the same.
 *
 * <p>Three parts belong together: the {@link #inverted} documents, the {@link #codec} that replaces
 * the keys, and the {@link #similarity} that gives texts the norms of their own lengths. Safe for
 * many threads.
 */
final class TextInversion {

  /** Four in its text; two numbers of four when the segment is written. */
  private static final int BYTES_A_TOKEN = 12;

  private final Map<Long, Text> waiting = new ConcurrentHashMap<>();
  private final Set<String> fields = ConcurrentHashMap.newKeySet();
  private final AtomicLong keys = new AtomicLong();
  private final AtomicLong tokens = new AtomicLong();
  private final AtomicBoolean flushing = new AtomicBoolean();
  private final long mostTokens;
  private final ThreadLocal<Writer> writers = ThreadLocal.withInitial(Writer::new);

  /**
   * An inversion.
   *
   * @param megabytes that texts may take while they wait
   */
  TextInversion(int megabytes) {
    this.mostTokens = ((long) megabytes << 20) / BYTES_A_TOKEN;
  }

  /**
   * A text.
   *
   * @param numbers gave the terms their numbers
   * @param terms by their numbers, at least {@code size}
   * @param size how many terms may be in the text
   * @param tokens a term's number times four and the distance from the position before, or 3 and
   *     the distance in the next element
   */
  record Text(TermNumbers numbers, byte[][] terms, int size, int[] tokens) {

    static final int DISTANCE_BITS = 2;
    static final int FAR = (1 << DISTANCE_BITS) - 1;
  }

  /**
   * The document with keys in the place of texts, all of whose analysis is done. To be written by
   * this thread before it asks for the next one.
   *
   * @param document whose texts bring their terms, one text for each field
   * @throws IllegalArgumentException if a term is longer than Lucene allows
   */
  Document inverted(Document document) {
    Document inverted = new Document();
    for (IndexableField field : document) {
      inverted.add(inverted(field));
    }
    return inverted;
  }

  private IndexableField inverted(IndexableField field) {
    IndexableFieldType type = field.fieldType();
    if (type.docValuesType() == DocValuesType.BINARY) {
      return new BinaryDocValuesField(field.name(), field.binaryValue()); // may depend on a text
    }
    if (!type.tokenized() || type.stored() || type.indexOptions() == IndexOptions.NONE) {
      return field;
    }
    fields.add(field.name());
    return new Field(field.name(), writers.get().read(field), type);
  }

  /** Writes a segment if texts take as much memory as they may. */
  void flushIfFull(IndexWriter writer) throws IOException {
    if (tokens.get() > mostTokens && flushing.compareAndSet(false, true)) {
      try {
        writer.flushNextBuffer();
      } finally {
        flushing.set(false);
      }
    }
  }

  /** The codec with the postings of the texts; segments say that they have the given one. */
  Codec codec(Codec codec) {
    PostingsFormat postings = new InvertedPostings(codec.postingsFormat(), this);
    return new FilterCodec(codec.getName(), codec) {
      @Override
      public PostingsFormat postingsFormat() {
        return postings;
      }
    };
  }

  /** What gives norms to texts that are written. */
  Similarity similarity() {
    return new Similarity() {
      @Override
      public long computeNorm(FieldInvertState state) {
        if (state.getAttributeSource() instanceof TextStream text) {
          state.setLength(text.length);
          state.setNumOverlap(text.overlaps);
        }
        return super.computeNorm(state);
      }

      @Override
      public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... terms) {
        throw new UnsupportedOperationException("only for writing");
      }
    };
  }

  /** Whether a field has keys in the place of terms. */
  boolean has(String field) {
    return fields.contains(field);
  }

  /** The text of a key, which is forgotten. */
  Text take(BytesRef key) {
    Text text = waiting.remove(ByteBuffer.wrap(key.bytes, key.offset, key.length).getLong());
    tokens.addAndGet(-text.tokens.length);
    return text;
  }

  private BytesRef put(Text text) {
    long key = keys.getAndIncrement();
    waiting.put(key, text);
    tokens.addAndGet(text.tokens.length);
    return new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(key).array());
  }

  /** What a thread keeps from text to text. */
  private final class Writer {
    // one for each field, as Lucene asks for the lengths of all at the end of an article
    private final Map<String, TextStream> streams = new HashMap<>();
    private TermNumbers numbers = new TermNumbers();
    private int[] tokens = new int[1 << 10];
    private int size;

    TextStream read(IndexableField field) {
      TextStream stream = streams.computeIfAbsent(field.name(), name -> new TextStream());
      size = 0;
      if (numbers.isFull()) {
        numbers = new TermNumbers();
      }
      stream.begin();
      try (TokenStream terms = field.tokenStream(null, null)) {
        read(terms, stream);
      } catch (IOException e) {
        throw new UncheckedIOException("reading a string cannot fail", e);
      }
      if (stream.length > 0) {
        stream.text =
            new Text(numbers, numbers.terms(), numbers.size(), Arrays.copyOf(tokens, size));
      }
      return stream;
    }

    private void read(TokenStream terms, TextStream stream) throws IOException {
      CharTermAttribute term = terms.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute position = terms.addAttribute(PositionIncrementAttribute.class);
      KnownTerm.Source known = terms instanceof KnownTerm.Source source ? source : () -> null;
      terms.reset();
      while (terms.incrementToken()) {
        int distance = position.getPositionIncrement();
        if (distance == 0) {
          if (stream.length == 0) {
            throw new IllegalArgumentException("the first position must be 0, got -1");
          }
          stream.overlaps++;
        }
        stream.length++;
        add(number(term, known.knownTerm()), distance);
      }
      terms.end();
    }

    private int number(CharTermAttribute term, KnownTerm known) {
      int number = known == null ? -1 : known.number(numbers);
      if (number < 0) {
        number = numbers.of(term.buffer(), term.length());
        if (known != null) {
          known.setNumber(numbers, number);
        }
      }
      return number;
    }

    private void add(int number, int distance) {
      if (size + 2 > tokens.length) {
        tokens = Arrays.copyOf(tokens, 2 * tokens.length);
      }
      tokens[size++] = number << Text.DISTANCE_BITS | Math.min(distance, Text.FAR);
      if (distance >= Text.FAR) {
        tokens[size++] = distance;
      }
    }
  }

  /** One token, the key of a text; none for a text without terms. */
  private final class TextStream extends TokenStream {
    private final BytesTermAttribute key = addAttribute(BytesTermAttribute.class);
    private Text text;
    private int length;
    private int overlaps;

    void begin() {
      text = null;
      length = 0;
      overlaps = 0;
    }

    @Override
    public boolean incrementToken() {
      if (text == null) {
        return false;
      }
      clearAttributes();
      key.setBytesRef(put(text));
      text = null;
      return true;
    }
  }
}
