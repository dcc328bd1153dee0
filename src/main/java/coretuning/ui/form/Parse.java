package coretuning.ui.form;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What typed text means. Every failure is an [IllegalArgumentException] that says what was
/// expected.
public final class Parse {
  private Parse() {}

  static double number(String typed) {
    try {
      return Double.parseDouble(typed);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("needs a number, got " + shown(typed), notANumber);
    }
  }

  static int whole(String typed) {
    try {
      return Integer.parseInt(typed);
    } catch (NumberFormatException notWhole) {
      throw new IllegalArgumentException("needs a whole number, got " + shown(typed), notWhole);
    }
  }

  /// The seed of a run.
  public static long seed(String typed) {
    try {
      return Long.parseLong(typed);
    } catch (NumberFormatException notWhole) {
      throw new IllegalArgumentException("needs a whole number, got " + shown(typed), notWhole);
    }
  }

  /// Numbers separated by blanks or commas.
  static List<Double> numbers(String typed) {
    return words(typed).stream().map(Parse::number).toList();
  }

  /// Whole numbers separated by blanks or commas.
  static List<Integer> wholes(String typed) {
    return words(typed).stream().map(Parse::whole).toList();
  }

  private static List<String> words(String typed) {
    return Arrays.stream(typed.split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
  }

  /// A folder, an archive or a list file.
  static String dataSet(String typed) {
    if (typed.isEmpty()) {
      throw new IllegalArgumentException("choose the folder of the data set");
    }
    if (!Files.exists(path(typed))) {
      throw new IllegalArgumentException("there is no folder " + typed);
    }
    return typed;
  }

  /// Names separated by commas; they may hold blanks.
  static List<String> names(String typed) {
    return Arrays.stream(typed.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /// A file, or nothing.
  public static Optional<String> file(String typed) {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(path(typed))) {
      throw new IllegalArgumentException("there is no file " + typed);
    }
    return Optional.of(typed);
  }

  private static Path path(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException impossible) {
      throw new IllegalArgumentException("not a path: " + typed, impossible);
    }
  }

  private static String shown(String typed) {
    return typed.isEmpty() ? "nothing" : typed;
  }
}
