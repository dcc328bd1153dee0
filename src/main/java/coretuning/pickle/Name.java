package coretuning.pickle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A name that a pickle may mention, and what it stands for here. There are no others: a list of
/// what is dangerous is never complete, a list of what tensors need is short.
///
/// @param text full name, e.g. `torch._utils._rebuild_tensor_v2`
/// @param meaning what calling it does
/// @param type of storages and dtypes
record Name(String text, Meaning meaning, Optional<ElementType> type) {
  /// What a call of a name gives.
  enum Meaning {
    DICT,
    DEFAULT_DICT,
    SEQUENCE,
    OBJECT_OF_CLASS,
    ENCODED_TEXT,
    TENSOR,
    TYPED_TENSOR,
    PARAMETER,
    TENSOR_OF_CLASS,
    DEVICE,
    NUMPY_TYPE,
    NUMPY_EMPTY_ARRAY,
    NUMPY_ARRAY_OF_BYTES,
    NUMPY_SCALAR,
    /// Object whose attributes are set afterwards.
    NAMESPACE,
    /// Mentioned, never called: classes, storages, dtypes.
    MENTIONED
  }

  private static final Map<String, Name> ALLOWED = allowed();

  /// Finds an allowed name.
  ///
  /// @throws Refusal naming it if it is not allowed
  static Name of(String module, String name) {
    Name found = ALLOWED.get(module + "." + name);
    if (found == null) {
      throw new Refusal(
          "asks for %s, which is not among the names that tensors need"
              .formatted(Refusal.shown(module + "." + name)));
    }
    return found;
  }

  private static Map<String, Name> allowed() {
    var names = new HashMap<String, Name>();
    add(names, Meaning.DICT, "collections.OrderedDict");
    add(names, Meaning.DEFAULT_DICT, "collections.defaultdict");
    for (String builtins : List.of("builtins.", "__builtin__.")) {
      add(names, Meaning.DICT, builtins + "dict");
      for (String each : List.of("set", "frozenset", "list", "tuple")) {
        add(names, Meaning.SEQUENCE, builtins + each);
      }
      for (String each : List.of("object", "int", "float", "str", "bool")) {
        add(names, Meaning.MENTIONED, builtins + each);
      }
    }
    for (String each : List.of("copy_reg.", "copyreg.")) {
      add(names, Meaning.OBJECT_OF_CLASS, each + "_reconstructor");
    }
    add(names, Meaning.NAMESPACE, "argparse.Namespace");
    add(names, Meaning.ENCODED_TEXT, "_codecs.encode");
    addTorch(names);
    addNumpy(names);
    return Map.copyOf(names);
  }

  private static void addTorch(Map<String, Name> names) {
    add(names, Meaning.TENSOR, "torch._utils._rebuild_tensor");
    add(names, Meaning.TENSOR, "torch._utils._rebuild_tensor_v2");
    add(names, Meaning.TYPED_TENSOR, "torch._utils._rebuild_tensor_v3");
    add(names, Meaning.PARAMETER, "torch._utils._rebuild_parameter");
    add(names, Meaning.PARAMETER, "torch._utils._rebuild_parameter_with_state");
    add(names, Meaning.TENSOR_OF_CLASS, "torch._tensor._rebuild_from_type_v2");
    add(names, Meaning.SEQUENCE, "torch.Size");
    add(names, Meaning.DEVICE, "torch.device");
    for (String each : List.of("torch.Tensor", "torch.nn.parameter.Parameter")) {
      add(names, Meaning.MENTIONED, each);
    }
    for (ElementType type : ElementType.values()) {
      for (String module : List.of("torch.", "torch.cuda.")) {
        add(names, Meaning.MENTIONED, module + type.storage(), type);
      }
      add(names, Meaning.MENTIONED, "torch." + type.torchName(), type);
    }
    for (String each : List.of("UntypedStorage", "_UntypedStorage")) {
      add(names, Meaning.MENTIONED, "torch.storage." + each, ElementType.UINT8);
    }
  }

  private static void addNumpy(Map<String, Name> names) {
    add(names, Meaning.NUMPY_TYPE, "numpy.dtype");
    add(names, Meaning.MENTIONED, "numpy.ndarray");
    for (String core : List.of("numpy.core.", "numpy._core.")) {
      add(names, Meaning.NUMPY_SCALAR, core + "multiarray.scalar");
      add(names, Meaning.NUMPY_EMPTY_ARRAY, core + "multiarray._reconstruct");
      add(names, Meaning.NUMPY_ARRAY_OF_BYTES, core + "numeric._frombuffer");
    }
  }

  private static void add(Map<String, Name> names, Meaning meaning, String text) {
    names.put(text, new Name(text, meaning, Optional.empty()));
  }

  private static void add(Map<String, Name> names, Meaning meaning, String text, ElementType type) {
    names.put(text, new Name(text, meaning, Optional.of(type)));
  }
}
