package coretuning.data;

import coretuning.result.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads image folders: one sub-folder a class, named after it, with images at any depth below.
///
/// Class folders lie below `train/` and `test/` (or, without one, `val/`), or directly in the root.
/// A set without test part gives a class-balanced fifth of its images as test images, chosen by a
/// fixed seed: the same for every run. Classes and files are in natural order; names that start
/// with a dot and files that are no images are passed over.
final class ImageFolderReader {
  private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "bmp", "gif", "webp");
  private static final double TEST_SHARE = 0.2;
  private static final long TEST_SEED = 1;

  private ImageFolderReader() {}

  /// Images of one part, class by class.
  private record Part(List<Path> files, int[] labels) {}

  static Listing read(Path root) {
    Path trainFolder = root.resolve("train");
    if (!Files.isDirectory(trainFolder)) {
      List<String> classNames = classNames(root);
      return splitOff(root, classNames, part(root, classNames));
    }
    List<String> classNames = classNames(trainFolder);
    Part train = part(trainFolder, classNames);
    Optional<Path> testFolder =
        Stream.of("test", "val").map(root::resolve).filter(Files::isDirectory).findFirst();
    return testFolder
        .map(folder -> joined(root, classNames, train, testPart(folder, classNames)))
        .orElseGet(() -> splitOff(root, classNames, train));
  }

  private static Part testPart(Path folder, List<String> classNames) {
    List<String> found = classNames(folder);
    for (String name : found) {
      if (!classNames.contains(name)) {
        throw new Problem(
            "the test class %s has no training images".formatted(name),
            folder.resolve(name).toString(),
            "remove the folder, or add one of the same name with training images");
      }
    }
    Part own = part(folder, found);
    int[] labels =
        Arrays.stream(own.labels()).map(label -> classNames.indexOf(found.get(label))).toArray();
    return new Part(own.files(), labels);
  }

  private static List<String> classNames(Path folder) {
    List<String> names =
        list(folder, Files::isDirectory).stream().map(ImageFolderReader::name).toList();
    if (names.isEmpty()) {
      throw new Problem(
          "there are no class folders",
          folder.toString(),
          "put the images of each class into a sub-folder named after the class");
    }
    return names;
  }

  private static Part part(Path folder, List<String> classNames) {
    var files = new ArrayList<Path>();
    var labels = new ArrayList<Integer>();
    for (int label = 0; label < classNames.size(); label++) {
      Path classFolder = folder.resolve(classNames.get(label));
      List<Path> images = images(classFolder);
      if (images.isEmpty()) {
        throw new Problem(
            "the class folder %s holds no images".formatted(classNames.get(label)),
            classFolder.toString(),
            "add images (PNG, JPEG, BMP, GIF, WebP) or remove the folder");
      }
      files.addAll(images);
      for (int i = 0; i < images.size(); i++) {
        labels.add(label);
      }
    }
    return new Part(files, labels.stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<Path> images(Path classFolder) {
    try (Stream<Path> found = Files.walk(classFolder, FileVisitOption.FOLLOW_LINKS)) {
      return found
          .filter(ImageFolderReader::isImage)
          .sorted(naturally(file -> classFolder.relativize(file).toString()))
          .toList();
    } catch (IOException | UncheckedIOException failure) {
      throw unreadable(classFolder, failure);
    }
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(each -> !name(each).startsWith("."))
          .filter(wanted)
          .sorted(naturally(ImageFolderReader::name))
          .toList();
    } catch (IOException | UncheckedIOException failure) {
      throw unreadable(folder, failure);
    }
  }

  private static Comparator<Path> naturally(Function<Path, String> text) {
    return Comparator.comparing(text, new NaturalOrder());
  }

  private static Problem unreadable(Path folder, Exception failure) {
    return new Problem(
        "the folder cannot be read: " + failure.getMessage(),
        folder.toString(),
        "check the folder and its access rights",
        failure);
  }

  private static boolean isImage(Path file) {
    String name = name(file);
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && EXTENSIONS.contains(extension) && Files.isRegularFile(file);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static Listing splitOff(Path root, List<String> classNames, Part all) {
    var train = new ArrayList<int[]>();
    var test = new ArrayList<int[]>();
    int count = all.labels().length;
    for (int[] ids : ClassBalance.shuffled(all.labels(), 0, count, classNames.size(), TEST_SEED)) {
      if (ids.length < 2) {
        throw new Problem(
            "a class of one image cannot be split into training and test images",
            all.files().get(ids[0]).toString(),
            "add images of the class, or a folder test/ beside train/");
      }
      int held = Math.max(1, (int) Math.round(TEST_SHARE * ids.length));
      test.add(Arrays.copyOfRange(ids, 0, held));
      train.add(Arrays.copyOfRange(ids, held, ids.length));
    }
    return joined(
        root,
        classNames,
        chosen(all, ClassBalance.merged(train)),
        chosen(all, ClassBalance.merged(test)));
  }

  private static Part chosen(Part all, int[] ids) {
    return new Part(
        Arrays.stream(ids).mapToObj(all.files()::get).toList(),
        Arrays.stream(ids).map(id -> all.labels()[id]).toArray());
  }

  private static Listing joined(Path root, List<String> classNames, Part train, Part test) {
    var files = new ArrayList<>(train.files());
    files.addAll(test.files());
    int trainCount = train.labels().length;
    int[] labels = Arrays.copyOf(train.labels(), files.size());
    System.arraycopy(test.labels(), 0, labels, trainCount, test.labels().length);
    return new Listing(root, files, classNames, labels, trainCount, new ImageFiles(files));
  }
}
