package coretuning.pickle;

import java.util.Optional;

/// What a pickle says of a storage before the container has told where its bytes are.
final class StorageReference {
  private final String key;
  private final ElementType type;
  private final long elements;
  private Optional<Storage> storage = Optional.empty();

  /// @param key the container's name of it
  /// @param elements of `type`
  StorageReference(String key, ElementType type, long elements) {
    this.key = key;
    this.type = type;
    this.elements = elements;
    if (elements < 0 || elements > Long.MAX_VALUE / type.bytes()) {
      throw new Refusal(
          "names a storage of %s elements".formatted(Long.toUnsignedString(elements)));
    }
  }

  /// A storage whose bytes are known at once.
  StorageReference(ElementType type, Storage storage) {
    this("", type, storage.length() / type.bytes());
    this.storage = Optional.of(storage);
  }

  String key() {
    return key;
  }

  ElementType type() {
    return type;
  }

  long bytes() {
    return elements * type.bytes();
  }

  /// Ties it to its bytes.
  ///
  /// @throws Refusal if they are fewer than the pickle says
  void resolve(Storage found) {
    if (found.length() < bytes()) {
      throw new Refusal(
          "has %d bytes for storage %s, which should have %d"
              .formatted(found.length(), Refusal.shown(key), bytes()));
    }
    storage = Optional.of(found);
  }

  Storage storage() {
    return storage.orElseThrow(() ->
        new Refusal(
            "does not hold storage %s, which a tensor needs".formatted(Refusal.shown(key))));
  }
}
