package coretuning.data.format;

import coretuning.data.image.FileBytes;
import coretuning.result.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A folder of a data set, on disk or inside an archive, or the list file that stands for one.
/// Names that start with a dot do not exist for it, nor does the folder that macOS adds to
/// archives.
///
/// @param path of the folder
public record Folder(Path path) {
  private static final int MOST_TEXT = 1 << 28;
  private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "bmp", "gif", "webp");

  /// Whether a file's name ends as an image's does.
  public static boolean isNamedAsImage(Path file) {
    String name = name(file);
    return IMAGES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /// Last part of a path, without the slash that archives put behind folders.
  public static String name(Path path) {
    return String.valueOf(path.getFileName()).replaceAll("/$", "");
  }

  /// This folder's own name.
  String name() {
    return name(path);
  }

  /// The file at a path below this folder, whether it exists or not; `/` between names.
  Path file(String below) {
    return path.resolve(below);
  }

  boolean hasFile(String below) {
    return Files.isRegularFile(file(below));
  }

  boolean hasFolder(String below) {
    return Files.isDirectory(file(below));
  }

  /// The folder at a path below this one, if it exists.
  Optional<Folder> folder(String below) {
    return Optional.of(file(below)).filter(Files::isDirectory).map(Folder::new);
  }

  /// Folders directly below, in natural order.
  List<Folder> folders() {
    return Files.isDirectory(path)
        ? children(Files::isDirectory).stream().map(Folder::new).toList()
        : List.of();
  }

  /// Files directly below, in natural order.
  List<Path> files() {
    return Files.isDirectory(path) ? children(Files::isRegularFile) : List.of();
  }

  private List<Path> children(Predicate<Path> wanted) {
    try (Stream<Path> found = Files.list(path)) {
      return found
          .peek(each -> Listing.tick())
          .filter(each -> !isHidden(each))
          .filter(wanted)
          .sorted(Comparator.comparing(Folder::name, new NaturalOrder()))
          .toList();
    } catch (IOException | UncheckedIOException failure) {
      throw unreadable(failure);
    }
  }

  private static boolean isHidden(Path path) {
    return name(path).startsWith(".") || name(path).equals("__MACOSX");
  }

  /// Image files at any depth below, in natural order.
  List<Path> images() {
    try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return found
          .peek(each -> Listing.tick())
          .filter(each -> !isHidden(each) && isNamedAsImage(each) && Files.isRegularFile(each))
          .sorted(
              Comparator.comparing(each -> path.relativize(each).toString(), new NaturalOrder()))
          .toList();
    } catch (IOException | UncheckedIOException failure) {
      throw unreadable(failure);
    }
  }

  /// Lines of a UTF-8 text file below, stripped, blank ones left out.
  ///
  /// @throws Problem if there is no such file
  List<String> lines(String below) {
    Path file = file(below);
    if (!Files.isRegularFile(file)) {
      throw new Problem(
          "there is no file " + below,
          path.toString(),
          "unpack the whole data set, or choose another format");
    }
    return NameFile.read(file);
  }

  private Problem unreadable(Exception failure) {
    return new Problem(
        "the folder cannot be read: " + failure.getMessage(),
        path.toString(),
        "check the folder, its links and its access rights",
        failure);
  }

  @Override
  public String toString() {
    return path.toString();
  }

  /// The text file's bytes as UTF-8 where it has to be read whole.
  ///
  /// @throws Problem if it cannot be read
  static String text(Path file) {
    try {
      return new String(FileBytes.read(file, MOST_TEXT), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new Problem(
          "the file cannot be read: " + failure.getMessage(),
          file.toString(),
          "check that it is a text file in UTF-8",
          failure);
    }
  }
}
