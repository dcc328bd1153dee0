package coretuning.cli;

import org.jspecify.annotations.Nullable;

/// Options that may be left out: picocli leaves their fields null.
final class Given {
  private Given() {}

  static <T> T or(@Nullable T given, T preset) {
    return given == null ? preset : given;
  }
}
