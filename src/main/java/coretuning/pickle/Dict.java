package coretuning.pickle;

import java.util.LinkedHashMap;
import java.util.Map;

/// A Python dict, or the attributes of an object that is read as data. Keys other than texts and
/// numbers count by identity: comparing nested ones could take for ever.
final class Dict {
  private final Map<Object, Object> items = new LinkedHashMap<>();

  Map<Object, Object> items() {
    return items;
  }

  void put(Object key, Object value) {
    items.put(key, value);
  }
}
