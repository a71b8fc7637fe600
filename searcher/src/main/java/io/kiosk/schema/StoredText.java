package io.kiosk.schema;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.util.BytesRef;

/** How titles and bodies are stored: as UTF-8, but Chinese in two bytes a character, not three. */
final class StoredText {

  /**
   * Of Chinese texts, of which all of Unicode can be written in it. Packed, they are a sixth
   * shorter than in UTF-8, since frequent characters share their first bytes.
   */
  private static final Charset CHINESE = Charset.forName("GB18030");

  private StoredText() {}

  static StoredField field(String name, String text, Optional<Language> language) {
    if (language.equals(Optional.of(Language.ZH))) {
      try {
        ByteBuffer bytes = CHINESE.newEncoder().encode(CharBuffer.wrap(text));
        return new StoredField(name, bytes.array(), bytes.arrayOffset(), bytes.remaining());
      } catch (CharacterCodingException e) {
        return new StoredField(name, text); // has half of a surrogate pair
      }
    }
    return new StoredField(name, text);
  }

  /** {@return the text of a field; null if the document has none} */
  static String read(Document document, String field) {
    BytesRef bytes = document.getBinaryValue(field);
    return bytes == null
        ? document.get(field)
        : new String(bytes.bytes, bytes.offset, bytes.length, CHINESE);
  }
}
