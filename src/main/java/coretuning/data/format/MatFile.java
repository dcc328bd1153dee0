package coretuning.data.format;

import coretuning.data.image.FileBytes;
import coretuning.result.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/// A MATLAB file (level 5) of annotations: the only door to the library that reads them. No array
/// may be larger than [#MOST_BYTES]: annotations are small, and a small file can claim much memory.
final class MatFile {
  private static final int MOST_BYTES = 64 << 20;
  private final Path file;
  private final Mat5File content;

  private MatFile(Path file, Mat5File content) {
    this.file = file;
    this.content = content;
  }

  /// Refuses to take much memory.
  private static final class Modest implements BufferAllocator {
    @Override
    public ByteBuffer allocate(int bytes) {
      if (bytes < 0 || bytes > MOST_BYTES) {
        throw new IllegalArgumentException("an array of %d bytes".formatted(bytes));
      }
      return ByteBuffer.allocate(bytes);
    }

    @Override
    public void release(ByteBuffer buffer) {
      // The garbage collector takes it.
    }
  }

  /// @throws Problem if the file is missing, too large or no MATLAB file
  static MatFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Problem(
          "there is no file " + file.getFileName(),
          String.valueOf(file.getParent()),
          "add the annotations of the data set");
    }
    try {
      byte[] bytes = FileBytes.read(file, MOST_BYTES);
      return new MatFile(
          file,
          Mat5.newReader(Sources.wrap(bytes))
              .setBufferAllocator(new Modest())
              .disableSubsystemProcessing()
              .readMat());
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | java.nio.BufferUnderflowException failure) {
      throw new Problem(
          "this is no MATLAB file of level 5, or it is damaged: " + failure.getMessage(),
          file.toString(),
          "fetch the annotations again",
          failure);
    }
  }

  /// All numbers of an array, column by column, as whole numbers.
  int[] numbers(String name) {
    return numbers(array(Matrix.class, array(name), name));
  }

  private static int[] numbers(Matrix matrix) {
    var values = new int[matrix.getNumElements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix.getInt(i);
    }
    return values;
  }

  /// All texts of a cell array.
  List<String> texts(String name) {
    Cell cell = array(Cell.class, array(name), name);
    var texts = new ArrayList<String>();
    for (int i = 0; i < cell.getNumElements(); i++) {
      texts.add(array(Char.class, cell.get(i), name).getString());
    }
    return texts;
  }

  /// Number of elements of an array.
  int count(String name) {
    return array(name).getNumElements();
  }

  /// A field of each element of a struct array, which must be texts.
  List<String> fieldTexts(String name, String field) {
    var texts = new ArrayList<String>();
    for (Array each : field(name, field)) {
      texts.add(array(Char.class, each, name + "." + field).getString());
    }
    return texts;
  }

  /// A field of each element of a struct array, which must be single numbers.
  int[] fieldNumbers(String name, String field) {
    return field(name, field).stream()
        .mapToInt(each -> array(Matrix.class, each, name + "." + field).getInt(0))
        .toArray();
  }

  private List<Array> field(String name, String field) {
    Struct struct = array(Struct.class, array(name), name);
    if (!struct.getFieldNames().contains(field)) {
      throw wrong("%s has no field %s".formatted(name, field));
    }
    var values = new ArrayList<Array>();
    for (int i = 0; i < struct.getNumElements(); i++) {
      values.add(struct.get(field, i));
    }
    return values;
  }

  private Array array(String name) {
    for (var entry : content.getEntries()) {
      if (entry.getName().equals(name)) {
        return entry.getValue();
      }
    }
    throw wrong("it has no array " + name);
  }

  private <T extends Array> T array(Class<T> kind, Array value, String name) {
    if (!kind.isInstance(value)) {
      throw wrong("%s is no %s".formatted(name, kind.getSimpleName()));
    }
    return kind.cast(value);
  }

  private Problem wrong(String what) {
    return new Problem(
        "the annotations are not as expected: " + what,
        file.toString(),
        "fetch the annotations again");
  }
}
