package coretuning.spec;

import java.util.Optional;

/// One row of a comparison: a method with settings, under the name that tells it from its
/// neighbours, e.g. `Core-tuning, no hard negatives`.
///
/// @param title unique within its comparison
/// @param weights file of other pre-trained weights to start from, e.g. a supervised checkpoint for
///   SL-CE-tuning; empty starts from the backbone's own
public record Variant(String title, MethodSpec method, Optional<String> weights) {
  public Variant {
    Require.text("variant title", title);
    weights.ifPresent(file -> Require.text("weights of " + title, file));
  }

  /// A variant that starts from the backbone's own weights.
  public Variant(String title, MethodSpec method) {
    this(title, method, Optional.empty());
  }

  /// A method under its own name.
  public static Variant of(MethodSpec method) {
    return new Variant(method.title(), method);
  }
}
