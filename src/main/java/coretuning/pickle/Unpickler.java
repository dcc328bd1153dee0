package coretuning.pickle;

import coretuning.pickle.Values.None;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows one pickle of protocol 0 to 5 as far as it makes data.
///
/// A pickle pushes values on a stack, gathers them into containers and calls names with them. Here
/// the only names are those of [Name]; stack, memo and steps are bounded, so that a small file can
/// ask for no more than a bounded amount of memory and time. Nothing recurses.
final class Unpickler {
  private static final int MOST_STEPS = 2_000_000;
  private static final int DEEPEST_STACK = 1 << 20;
  private static final int MOST_REMEMBERED = 1 << 20;
  private static final int NEWEST_PROTOCOL = 5;
  private static final Object MARK = new Object();

  private final PickleInput in;
  private final Map<String, StorageReference> storages;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Long, Object> memo = new HashMap<>();

  /// @param in stands before the pickle, and after [#load] behind it
  /// @param storages gets those that the pickle names, by key
  Unpickler(PickleInput in, Map<String, StorageReference> storages) {
    this.in = in;
    this.storages = storages;
  }

  /// The value that the pickle makes.
  ///
  /// @throws Refusal if it is broken or asks for anything but data
  Object load() throws IOException {
    for (int step = 0; step < MOST_STEPS; step++) {
      int code = in.unsignedByte();
      if (code == '.') {
        return pop();
      }
      if (!pushed(code) && !gathered(code) && !remembered(code) && !called(code)) {
        throw unknown(code);
      }
    }
    throw new Refusal("makes more than %d values".formatted(MOST_STEPS));
  }

  private Refusal unknown(int code) {
    return new Refusal(
        switch (code) {
          case 0x82, 0x83, 0x84 -> "uses registered extension codes, which could be any function";
          case 'P' -> "refers to something outside it by a text";
          case 0x97, 0x98 -> "needs buffers that are not in it";
          default ->
              "has byte 0x%02x at %d, which is no pickle operation"
                  .formatted(code, in.position() - 1);
        });
  }

  /// Operations that push one value.
  private boolean pushed(int code) throws IOException {
    Optional<Object> value = scalar(code);
    if (value.isEmpty()) {
      value = text(code);
    }
    value.ifPresent(this::push);
    return value.isPresent();
  }

  private Optional<Object> scalar(int code) throws IOException {
    return Optional.ofNullable(
        switch (code) {
          case 'N' -> None.NONE;
          case 0x88 -> true;
          case 0x89 -> false;
          case 'I' -> integerOrBoolean(in.line());
          case 'L' -> Values.integer(in.line());
          case 'J' -> (long) in.signedInt();
          case 'K' -> (long) in.unsignedByte();
          case 'M' -> (long) in.unsignedShort();
          case 0x8a -> Values.integer(in.bytes(in.unsignedByte()));
          case 0x8b -> Values.integer(in.bytes(in.signedInt()));
          case 'F' -> Values.real(in.line());
          case 'G' -> in.bigEndianDouble();
          case '}' -> new Dict();
          case ']', ')', 0x8f -> new Sequence();
          case '(' -> MARK;
          default -> null;
        });
  }

  private static Object integerOrBoolean(String line) {
    return switch (line) {
      case "00" -> false;
      case "01" -> true;
      default -> Values.integer(line);
    };
  }

  /// Python 2's byte strings are read as text in Latin-1, as `torch.load` can; NumPy's data among
  /// them comes back by [Sequence#bytes].
  private Optional<Object> text(int code) throws IOException {
    return Optional.ofNullable(
        switch (code) {
          case 'S' -> Literals.quoted(in.line());
          case 'V' -> Literals.rawUnicode(in.line());
          case 'T' -> latin1(in.signedInt());
          case 'U' -> latin1(in.unsignedByte());
          case 0x8c -> in.utf8(in.unsignedByte());
          case 'X' -> in.utf8(in.unsignedInt());
          case 0x8d -> in.utf8(in.signedLong());
          case 'C' -> in.bytes(in.unsignedByte());
          case 'B' -> in.bytes(in.unsignedInt());
          case 0x8e, 0x96 -> in.bytes(in.signedLong());
          default -> null;
        });
  }

  private String latin1(long length) throws IOException {
    return new String(in.bytes(length), StandardCharsets.ISO_8859_1);
  }

  /// Operations that move values into containers or off the stack.
  private boolean gathered(int code) {
    switch (code) {
      case '0' -> pop();
      case '1' -> toMark();
      case '2' -> push(top(Object.class));
      case 't', 'l', 0x91 -> push(new Sequence(toMark()));
      case 0x85, 0x86, 0x87 -> push(new Sequence(popLast(code - 0x84)));
      case 'd' -> {
        var dict = new Dict();
        putAll(dict, toMark());
        push(dict);
      }
      case 'a' -> {
        Object item = pop();
        top(Sequence.class).items().add(item);
      }
      case 'e', 0x90 -> {
        List<Object> items = toMark();
        top(Sequence.class).items().addAll(items);
      }
      case 's' -> {
        List<Object> pair = popLast(2);
        putAll(top(Dict.class), pair);
      }
      case 'u' -> {
        List<Object> pairs = toMark();
        putAll(top(Dict.class), pairs);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void putAll(Dict dict, List<Object> pairs) {
    if (pairs.size() % 2 != 0) {
      throw new Refusal("gives a dict a key without a value");
    }
    for (int i = 0; i < pairs.size(); i += 2) {
      dict.put(pairs.get(i), pairs.get(i + 1));
    }
  }

  /// Operations on the memo and on the stream itself.
  private boolean remembered(int code) throws IOException {
    switch (code) {
      case 0x80 -> requireProtocol(in.unsignedByte());
      // The length of a frame only helps to read ahead.
      case 0x95 -> in.signedLong();
      case 'g' -> push(recall(decimal(in.line())));
      case 'h' -> push(recall(in.unsignedByte()));
      case 'j' -> push(recall(in.unsignedInt()));
      case 'p' -> remember(decimal(in.line()));
      case 'q' -> remember(in.unsignedByte());
      case 'r' -> remember(in.unsignedInt());
      case 0x94 -> remember(memo.size());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void remember(long key) {
    if (memo.size() == MOST_REMEMBERED) {
      throw new Refusal("remembers more than %d values".formatted(MOST_REMEMBERED));
    }
    memo.put(key, top(Object.class));
  }

  private static void requireProtocol(int protocol) {
    if (protocol > NEWEST_PROTOCOL) {
      throw new Refusal("is a pickle of protocol %d; 5 is the newest known".formatted(protocol));
    }
  }

  private static long decimal(String line) {
    return Values.as(Long.class, Values.integer(line), "the memo");
  }

  private Object recall(long key) {
    Object value = memo.get(key);
    if (value == null) {
      throw new Refusal("recalls value %d, which it never remembered".formatted(key));
    }
    return value;
  }

  /// Operations that name or call something.
  private boolean called(int code) throws IOException {
    switch (code) {
      case 'c' -> {
        String module = in.line();
        push(Name.of(module, in.line()));
      }
      case 0x93 -> {
        String name = Values.as(String.class, pop(), "a name");
        push(Name.of(Values.as(String.class, pop(), "a module"), name));
      }
      case 'i' -> {
        String module = in.line();
        Name name = Name.of(module, in.line());
        push(Calls.call(name, new Sequence(toMark())));
      }
      case 'o' -> {
        List<Object> parts = toMark();
        if (parts.isEmpty()) {
          throw new Refusal("makes an object of no class");
        }
        push(Calls.call(parts.getFirst(), new Sequence(parts.subList(1, parts.size()))));
      }
      case 'R', 0x81 -> {
        Sequence given = Values.as(Sequence.class, pop(), "a call");
        push(Calls.call(pop(), given));
      }
      case 0x92 -> {
        Dict keywords = Values.as(Dict.class, pop(), "a call");
        Sequence given = Values.as(Sequence.class, pop(), "a call");
        push(Calls.callWithKeywords(pop(), given, keywords));
      }
      case 'b' -> {
        Object state = pop();
        push(Calls.build(pop(), state));
      }
      case 'Q' -> push(storage(Values.as(Sequence.class, pop(), "a storage")));
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Reads `("storage", class, key, place, elements)`; files before PyTorch 0.4 may add the part of
  /// a shared storage, which is refused unless it is None.
  private StorageReference storage(Sequence id) {
    String user = "a storage";
    if (!id.get(0, String.class, user).equals("storage")
        || (id.size() > 5 && id.get(5, Object.class, user) != None.NONE)) {
      throw new Refusal("refers to something outside it that is no plain storage");
    }
    Name type = id.get(1, Name.class, user);
    var reference =
        new StorageReference(
            id.get(2, String.class, user),
            type.type()
                .orElseThrow(() -> new Refusal("takes %s for a storage".formatted(type.text()))),
            id.get(4, Long.class, user));
    StorageReference known = storages.putIfAbsent(reference.key(), reference);
    if (known == null) {
      return reference;
    }
    if (known.type() != reference.type() || known.bytes() != reference.bytes()) {
      throw new Refusal(
          "describes storage %s in two ways".formatted(Refusal.shown(reference.key())));
    }
    return known;
  }

  private void push(Object value) {
    if (stack.size() == DEEPEST_STACK) {
      throw new Refusal("puts more than %d values on its stack".formatted(DEEPEST_STACK));
    }
    stack.add(value);
  }

  private Object pop() {
    Object value = top(Object.class);
    stack.removeLast();
    return value;
  }

  private <T> T top(Class<T> kind) {
    if (stack.isEmpty() || stack.getLast() == MARK) {
      throw new Refusal("takes a value from an empty stack");
    }
    return Values.as(kind, stack.getLast(), "an operation");
  }

  private List<Object> popLast(int count) {
    var values = new ArrayList<Object>(count);
    for (int i = 0; i < count; i++) {
      values.addFirst(pop());
    }
    return values;
  }

  /// Takes the values down to the last mark, and the mark.
  private List<Object> toMark() {
    int mark = stack.lastIndexOf(MARK);
    if (mark < 0) {
      throw new Refusal("gathers values without a beginning");
    }
    List<Object> tail = stack.subList(mark, stack.size());
    var values = new ArrayList<>(tail.subList(1, tail.size()));
    tail.clear();
    return values;
  }
}
