package coretuning.pickle;

import coretuning.pickle.Values.None;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// Lays nested dicts and lists out as one list of names with dots between the keys: `state_dict` of
/// `conv1.weight` becomes `state_dict.conv1.weight`.
final class Contents {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NAME = 1000;
  private static final int MOST_NOTES = 10_000;
  private static final int LONGEST_LIST = 64;

  private final SequencedMap<String, TorchTensor> tensors = new LinkedHashMap<>();
  private final SequencedMap<String, String> notes = new LinkedHashMap<>();
  private final IdentityHashMap<Object, String> visited = new IdentityHashMap<>();
  private final Deque<Item> ahead = new ArrayDeque<>();

  private record Item(String path, int depth, Object value) {}

  /// @param root value of the file
  Contents(Object root) {
    ahead.push(new Item("", 0, root));
    while (!ahead.isEmpty()) {
      take(ahead.pop());
    }
  }

  SequencedMap<String, TorchTensor> tensors() {
    return tensors;
  }

  SequencedMap<String, String> notes() {
    return notes;
  }

  private void take(Item item) {
    switch (item.value()) {
      case TorchTensor tensor -> add(item.path(), tensor);
      case NumpyArray array when array.content().isPresent() ->
          add(item.path(), array.content().get());
      case Dict dict -> open(item, dict, dict.items());
      case Sequence list -> {
        if (list.size() > LONGEST_LIST && !holdsTensors(list)) {
          note(item.path(), "%d values".formatted(list.size()));
        } else {
          open(item, list, numbered(list.items()));
        }
      }
      default -> note(item.path(), text(item.value()));
    }
  }

  private static boolean holdsTensors(Sequence list) {
    return list.items().stream()
        .anyMatch(each -> each instanceof TorchTensor || each instanceof NumpyArray);
  }

  private static Map<Object, Object> numbered(List<Object> items) {
    var numbered = new LinkedHashMap<Object, Object>();
    for (Object each : items) {
      numbered.put((long) numbered.size(), each);
    }
    return numbered;
  }

  /// A container that stands in two places, or in itself, is opened once.
  private void open(Item item, Object container, Map<Object, Object> children) {
    String before = visited.putIfAbsent(container, item.path());
    if (before != null) {
      note(item.path(), "the same as " + (before.isEmpty() ? "the whole" : before));
      return;
    }
    if (item.depth() == DEEPEST) {
      throw new Refusal("nests values more than %d deep".formatted(DEEPEST));
    }
    if (children.isEmpty()) {
      note(item.path(), "empty");
    }
    var reversed = new ArrayDeque<Item>();
    children.forEach((key, child) -> {
      String path = item.path().isEmpty() ? text(key) : item.path() + "." + text(key);
      if (path.length() > LONGEST_NAME) {
        throw new Refusal("has a name of more than %d characters".formatted(LONGEST_NAME));
      }
      reversed.push(new Item(path, item.depth() + 1, child));
    });
    reversed.forEach(ahead::push);
  }

  private void add(String path, TorchTensor tensor) {
    if (tensors.put(path, tensor) != null) {
      throw new Refusal("has two tensors called " + Refusal.shown(path));
    }
  }

  private void note(String path, String text) {
    if (notes.size() < MOST_NOTES) {
      notes.put(path, text);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case None none -> "None";
      case String text -> text;
      case byte[] bytes -> "%d bytes".formatted(bytes.length);
      case Name name -> name.text();
      case NumpyType type -> "numpy dtype " + type.code();
      case Long number -> number.toString();
      case Double number -> number.toString();
      case Boolean truth -> truth ? "True" : "False";
      case BigInteger number -> number.toString();
      default -> value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}
