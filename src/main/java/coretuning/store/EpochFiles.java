package coretuning.store;

import coretuning.result.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files named `epoch-005<ending>` in one folder.
final class EpochFiles {
  private static final Pattern NAME = Pattern.compile("epoch-(\\d{3,9})(.*)");

  private final Path folder;

  EpochFiles(Path folder) {
    this.folder = folder;
  }

  Path file(int epoch, String ending) {
    return folder.resolve(String.format(Locale.ROOT, "epoch-%03d%s", epoch, ending));
  }

  /// Epochs that have a file with that ending, ascending.
  List<Integer> epochs(String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(String.valueOf(file.getFileName())))
          .filter(name -> name.matches() && name.group(2).equals(ending))
          .map(EpochFiles::epochOf)
          .sorted()
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException failure) {
      throw new Problem(
          "the folder cannot be read: " + failure.getMessage(),
          folder.toString(),
          "check its permissions",
          failure);
    }
  }

  private static int epochOf(Matcher name) {
    return Integer.parseInt(name.group(1));
  }

  /// Deletes the files of later epochs, in the order of the endings.
  void deleteAfter(int epoch, List<String> endings) {
    for (String ending : endings) {
      epochs(ending).stream()
          .filter(each -> each > epoch)
          .forEach(each -> delete(file(each, ending)));
    }
  }

  /// Deletes a file if it exists.
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new Problem(
          "the file cannot be deleted: " + failure.getMessage(),
          file.toString(),
          "check the folder's permissions",
          failure);
    }
  }
}
