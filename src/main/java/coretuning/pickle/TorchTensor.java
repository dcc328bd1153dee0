package coretuning.pickle;

import coretuning.result.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One tensor of a file: element type and shape now, values when asked for.
///
/// PyTorch stores a tensor as a view of a storage: element (i, j, ...) lies at offset + i stride_0
/// + j stride_1 + ... Views may share a storage and lie in it in any order, but here a tensor never
///   has more elements than its storage, so that no few bytes can claim much memory.
public final class TorchTensor {
  private static final int MOST_DIMENSIONS = 64;

  private final ElementType type;
  private final long[] shape;
  private final long[] strides;
  private final long offset;
  private final long count;
  private final long span;
  private final StorageReference storage;

  /// @param strides in elements
  /// @param offset of the first element in the storage, in elements of `type`
  /// @throws Refusal if an element would lie outside the storage
  TorchTensor(
      ElementType type, long[] shape, long[] strides, long offset, StorageReference storage) {
    this.type = type;
    this.shape = shape.clone();
    this.strides = strides.clone();
    this.offset = offset;
    this.storage = storage;
    long room = storage.bytes() / type.bytes();
    count = count(room);
    span = span(room);
    if (Math.max(count, span) > (Integer.MAX_VALUE - 8) / type.bytes()) {
      throw new Refusal("holds a tensor of shape %s; 2 GiB is the limit here".formatted(shown()));
    }
  }

  /// A row-major tensor in memory.
  ///
  /// @param data little-endian elements from position to limit
  /// @throws IllegalArgumentException if shape and data disagree
  public static TorchTensor of(ElementType type, long[] shape, ByteBuffer data) {
    long needed = type.bytes();
    for (long size : shape) {
      needed = Math.multiplyExact(needed, size);
    }
    if (needed != data.remaining()) {
      throw new IllegalArgumentException(
          "shape %s of %s needs %d bytes, got %d"
              .formatted(Arrays.toString(shape), type, needed, data.remaining()));
    }
    var storage = new Storage.InMemory(data.slice().asReadOnlyBuffer(), ByteOrder.LITTLE_ENDIAN);
    return new TorchTensor(type, shape, rowMajor(shape), 0, new StorageReference(type, storage));
  }

  /// Strides of a tensor that lies in a row, the last dimension fastest.
  static long[] rowMajor(long[] shape) {
    var strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= Math.max(1, shape[i]);
    }
    return strides;
  }

  private long count(long room) {
    if (shape.length != strides.length || shape.length > MOST_DIMENSIONS) {
      throw new Refusal(
          "holds a tensor of %d sizes and %d strides".formatted(shape.length, strides.length));
    }
    boolean empty = Arrays.stream(shape).anyMatch(size -> size == 0);
    long product = 1;
    for (long size : shape) {
      if (size < 0 || (!empty && product > room / size)) {
        throw new Refusal(
            "holds a tensor of shape %s in a storage of %d elements".formatted(shown(), room));
      }
      product = empty ? 0 : product * size;
    }
    return product;
  }

  /// Elements from the first to the last in the storage.
  private long span(long room) {
    if (offset < 0 || offset > room) {
      throw outside(room);
    }
    if (count == 0) {
      return 0;
    }
    long last = 0;
    for (int i = 0; i < shape.length; i++) {
      if (strides[i] < 0 || (shape[i] > 1 && strides[i] > room / (shape[i] - 1))) {
        throw outside(room);
      }
      last += (shape[i] - 1) * strides[i];
      if (last >= room - offset) {
        throw outside(room);
      }
    }
    if (offset >= room) {
      throw outside(room);
    }
    return last + 1;
  }

  private Refusal outside(long room) {
    return new Refusal(
        "holds a tensor of shape %s, strides %s and offset %d that leaves its storage of %d elements"
            .formatted(shown(), Arrays.toString(strides), offset, room));
  }

  private String shown() {
    return Arrays.toString(shape);
  }

  public ElementType type() {
    return type;
  }

  /// Sizes of the dimensions; empty for a scalar.
  public long[] shape() {
    return shape.clone();
  }

  /// Bytes of its elements.
  public long length() {
    return count * type.bytes();
  }

  StorageReference storage() {
    return storage;
  }

  /// The elements, read now: little-endian, row-major, from position 0.
  ///
  /// @throws Problem if the file cannot be read any more
  public ByteBuffer data() {
    Storage source = storage.storage();
    byte[] block;
    try {
      block = source.read(offset * type.bytes(), Math.toIntExact(span * type.bytes()));
    } catch (IOException failure) {
      throw new Problem(
          "a tensor cannot be read: " + failure.getMessage(),
          source instanceof Storage.InFile place ? place.file().toString() : "memory",
          "check that the file is still there and open it again",
          failure);
    }
    byte[] ordered = Arrays.equals(strides, rowMajor(shape)) ? block : gather(block);
    if (source.order() == ByteOrder.BIG_ENDIAN) {
      reverse(ordered);
    }
    return ByteBuffer.wrap(ordered).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Walks the indices as an odometer does and copies element by element.
  private byte[] gather(byte[] block) {
    int size = type.bytes();
    var result = new byte[Math.toIntExact(count * size)];
    var index = new long[shape.length];
    long from = 0;
    for (int to = 0; to < result.length; to += size) {
      System.arraycopy(block, (int) from * size, result, to, size);
      for (int i = shape.length - 1; i >= 0; i--) {
        from += strides[i];
        if (++index[i] < shape[i]) {
          break;
        }
        from -= index[i] * strides[i];
        index[i] = 0;
      }
    }
    return result;
  }

  private void reverse(byte[] elements) {
    int size = type.bytes();
    for (int begin = 0; begin < elements.length; begin += size) {
      for (int i = 0; i < size / 2; i++) {
        byte first = elements[begin + i];
        elements[begin + i] = elements[begin + size - 1 - i];
        elements[begin + size - 1 - i] = first;
      }
    }
  }

  /// E.g. `FLOAT32 [64, 3, 7, 7]`.
  @Override
  public String toString() {
    return type + " " + shown();
  }
}
