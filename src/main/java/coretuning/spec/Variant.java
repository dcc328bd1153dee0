package coretuning.spec;

/// One row of a comparison: a method with settings, under the name that tells it from its
/// neighbours, e.g. `Core-tuning, no hard negatives`.
///
/// @param title unique within its comparison
public record Variant(String title, MethodSpec method) {
  public Variant {
    Require.text("variant title", title);
  }

  /// A method under its own name.
  public static Variant of(MethodSpec method) {
    return new Variant(method.title(), method);
  }
}
