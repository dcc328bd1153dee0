package coretuning.pickle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A Python list, tuple, set or frozenset; equal only to itself.
final class Sequence {
  private final List<Object> items;

  Sequence() {
    items = new ArrayList<>(0);
  }

  Sequence(List<Object> items) {
    this.items = new ArrayList<>(items);
  }

  List<Object> items() {
    return items;
  }

  int size() {
    return items.size();
  }

  /// The item at `index`.
  ///
  /// @param user what asks for it, named if it is missing or of another kind
  <T> T get(int index, Class<T> kind, String user) {
    if (index >= items.size()) {
      throw new Refusal("gives %s only %d values".formatted(user, items.size()));
    }
    return Values.as(kind, items.get(index), user);
  }

  /// The bytes at `index`; Python 2 writes them as text in Latin-1.
  byte[] bytes(int index, String user) {
    return get(index, Object.class, user) instanceof String text
        ? text.getBytes(StandardCharsets.ISO_8859_1)
        : get(index, byte[].class, user);
  }

  /// All items, which must be whole numbers.
  long[] longs(String user) {
    var values = new long[items.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(i, Long.class, user);
    }
    return values;
  }
}
