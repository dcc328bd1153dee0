package coretuning.cli;

import coretuning.spec.MethodName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `core-tuning`.
final class MethodByLabel implements ITypeConverter<MethodName> {
  @Override
  public MethodName convert(String label) {
    try {
      return MethodName.ofLabel(label);
    } catch (IllegalArgumentException unknown) {
      // Of this type picocli shows the message alone, of others the class name too.
      throw new TypeConversionException(unknown.getMessage());
    }
  }
}
