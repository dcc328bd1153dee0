package coretuning.pickle;

import coretuning.pickle.Values.None;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What the allowed names do when a pickle calls them: they make data, nothing else.
final class Calls {
  private Calls() {}

  /// Calls a name.
  ///
  /// @param callee must be a [Name]
  /// @param given positional values
  static Object call(Object callee, Sequence given) {
    Name name = Values.as(Name.class, callee, "a call");
    String user = name.text();
    return switch (name.meaning()) {
      case DICT -> dict(given, user);
      case DEFAULT_DICT, NAMESPACE -> new Dict();
      case SEQUENCE -> given.size() == 0 ? new Sequence() : given.get(0, Sequence.class, user);
      case OBJECT_OF_CLASS -> objectOfClass(given.get(0, Name.class, user));
      case ENCODED_TEXT -> encoded(given, user);
      case TENSOR -> tensor(given, user);
      case TYPED_TENSOR -> typedTensor(given, user);
      case PARAMETER -> given.get(0, TorchTensor.class, user);
      case TENSOR_OF_CLASS -> tensorOfClass(given, user);
      case DEVICE -> given.get(0, String.class, user);
      case NUMPY_TYPE -> new NumpyType(given.get(0, String.class, user));
      case NUMPY_EMPTY_ARRAY -> new NumpyArray();
      case NUMPY_ARRAY_OF_BYTES -> arrayOfBytes(given, user);
      case NUMPY_SCALAR -> scalar(given, user);
      case MENTIONED -> throw new Refusal("calls %s, which is only a name here".formatted(user));
    };
  }

  /// Sets the state of an object made before.
  ///
  /// @return the object
  static Object build(Object target, Object state) {
    switch (target) {
      case Dict dict when state instanceof Dict attributes -> setAttributes(dict, attributes);
      case NumpyType type -> type.setState(Values.as(Sequence.class, state, "numpy.dtype"));
      case NumpyArray array -> array.setState(Values.as(Sequence.class, state, "numpy.ndarray"));
      default ->
          throw new Refusal(
              "sets the state of a %s, which has none"
                  .formatted(target.getClass().getSimpleName()));
    }
    return target;
  }

  /// A state dict's `_metadata` holds versions of layers and is no entry of it.
  private static void setAttributes(Dict target, Dict attributes) {
    attributes
        .items()
        .forEach((key, value) -> {
          if (!key.equals("_metadata")) {
            target.put(key, value);
          }
        });
  }

  private static Dict dict(Sequence given, String user) {
    var dict = new Dict();
    if (given.size() > 0) {
      for (Object each : given.get(0, Sequence.class, user).items()) {
        Sequence pair = Values.as(Sequence.class, each, user);
        dict.put(pair.get(0, Object.class, user), pair.get(1, Object.class, user));
      }
    }
    return dict;
  }

  /// Protocols 0 and 1 make objects by class, class of the base and value of the base.
  private static Object objectOfClass(Name type) {
    return call(type, new Sequence());
  }

  /// Protocol 2 writes bytes as text of the same code points.
  private static byte[] encoded(Sequence given, String user) {
    String encoding = given.get(1, String.class, user);
    if (!encoding.equals("latin1") && !encoding.equals("latin-1")) {
      throw new Refusal("encodes text in %s".formatted(Refusal.shown(encoding)));
    }
    return given.get(0, String.class, user).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static TorchTensor tensor(Sequence given, String user) {
    StorageReference storage = given.get(0, StorageReference.class, user);
    return tensor(given, storage.type(), user);
  }

  private static TorchTensor typedTensor(Sequence given, String user) {
    Name type = given.get(6, Name.class, user);
    return tensor(
        given,
        type.type().orElseThrow(() -> new Refusal("takes %s for a dtype".formatted(type.text()))),
        user);
  }

  private static TorchTensor tensor(Sequence given, ElementType type, String user) {
    return new TorchTensor(
        type,
        given.get(2, Sequence.class, user).longs(user),
        given.get(3, Sequence.class, user).longs(user),
        given.get(1, Long.class, user),
        given.get(0, StorageReference.class, user));
  }

  private static Object tensorOfClass(Sequence given, String user) {
    Name function = given.get(0, Name.class, user);
    if (!List.of(Name.Meaning.TENSOR, Name.Meaning.TYPED_TENSOR, Name.Meaning.PARAMETER)
        .contains(function.meaning())) {
      throw new Refusal("lets %s make a tensor".formatted(function.text()));
    }
    return call(function, given.get(2, Sequence.class, user));
  }

  private static TorchTensor arrayOfBytes(Sequence given, String user) {
    return given
        .get(1, NumpyType.class, user)
        .tensor(
            given.get(2, Sequence.class, user).longs(user),
            given.get(3, String.class, user).equals("F"),
            given.bytes(0, user));
  }

  /// A scalar of a number type becomes a number, any other its type's name and bytes.
  private static Object scalar(Sequence given, String user) {
    NumpyType type = given.get(0, NumpyType.class, user);
    if (given.size() < 2) {
      return None.NONE;
    }
    byte[] bytes = given.bytes(1, user);
    if (type.elementType().isEmpty()) {
      return "numpy %s of %d bytes".formatted(Refusal.shown(type.code()), bytes.length);
    }
    ByteBuffer data = type.tensor(new long[0], false, bytes).data();
    return switch (type.elementType().get()) {
      case FLOAT64 -> data.getDouble();
      case FLOAT32 -> (double) data.getFloat();
      case FLOAT16 -> (double) Float.float16ToFloat(data.getShort());
      case BFLOAT16 -> (double) Float.intBitsToFloat(data.getShort() << 16);
      case INT64 -> data.getLong();
      case INT32 -> (long) data.getInt();
      case INT16 -> (long) data.getShort();
      case INT8 -> (long) data.get();
      case UINT8 -> (long) (data.get() & 0xff);
      case BOOL -> data.get() != 0;
    };
  }

  /// Gives an object made by class its keyword values, as NEWOBJ_EX does.
  static Object callWithKeywords(Object callee, Sequence given, Dict keywords) {
    Object made = call(callee, given);
    if (!keywords.items().isEmpty()) {
      if (!(made instanceof Dict dict)) {
        throw new Refusal("gives keywords to a " + made.getClass().getSimpleName());
      }
      for (Map.Entry<Object, Object> each : keywords.items().entrySet()) {
        dict.put(each.getKey(), each.getValue());
      }
    }
    return made;
  }
}
