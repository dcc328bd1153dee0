package coretuning.pickle;

import java.util.Optional;

/// A NumPy array, which a pickle makes empty and fills by its state.
final class NumpyArray {
  private Optional<TorchTensor> content = Optional.empty();

  /// Takes the state `(version, shape, dtype, column-major, bytes)`.
  void setState(Sequence state) {
    String user = "numpy.ndarray";
    content =
        Optional.of(
            state
                .get(2, NumpyType.class, user)
                .tensor(
                    state.get(1, Sequence.class, user).longs(user),
                    state.get(3, Boolean.class, user),
                    state.bytes(4, user)));
  }

  Optional<TorchTensor> content() {
    return content;
  }
}
