package coretuning.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a value by its label, e.g. `core-tuning`.
abstract class LabelConverter<T> implements ITypeConverter<T> {
  private final Function<String, T> find;

  /// @param find throws an [IllegalArgumentException] that names the labels there are
  LabelConverter(Function<String, T> find) {
    this.find = find;
  }

  @Override
  public T convert(String label) {
    try {
      return find.apply(label);
    } catch (IllegalArgumentException unknown) {
      // Of this type picocli shows the message alone, of others the class name too.
      throw new TypeConversionException(unknown.getMessage());
    }
  }
}
