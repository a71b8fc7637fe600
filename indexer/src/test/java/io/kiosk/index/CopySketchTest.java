package io.kiosk.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopySketchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "one",
        "In 2024 the 3 ports of 7 cities handled 12,500 ships and 99 cranes.",
        "2024年，港口的起重机处理了12,500个集装箱，比2023年多7%。"
      })
  void aSketchIsReadAsItWasKept(String text) {
    byte[] sketch = CopySketch.of(text.repeat(9));
    byte[] packed = CopySketch.packed(sketch);
    byte[] among = new byte[packed.length + 5];
    System.arraycopy(packed, 0, among, 3, packed.length);

    byte[] unpacked = CopySketch.unpacked(new BytesRef(among, 3, packed.length));

    assertThat(unpacked).isEqualTo(sketch);
    assertThat(packed.length).isLessThan(sketch.length);
  }
}
