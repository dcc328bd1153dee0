package coretuning.data.format;

import coretuning.result.Part;
import coretuning.result.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One sub-folder a class, named after it, with images at any depth below.
final class ClassFolders {
  private ClassFolders() {}

  /// Names of the classes below `parent`, in natural order.
  ///
  /// @throws Problem if there are none
  static List<String> names(Folder parent) {
    List<String> names = parent.folders().stream().map(Folder::name).toList();
    if (names.isEmpty()) {
      throw new Problem(
          "there are no class folders",
          parent.toString(),
          "put the images of each class into a sub-folder named after the class");
    }
    return names;
  }

  /// Adds all images of the given classes.
  ///
  /// @param part of all of them; empty where the set leaves it open
  /// @throws Problem if a class has no images
  static void collect(
      Folder parent,
      List<String> classes,
      Optional<Part> part,
      String domain,
      SampleCollector into) {
    for (String name : classes) {
      Folder folder = new Folder(parent.file(name));
      List<Path> images = folder.images();
      if (images.isEmpty()) {
        throw new Problem(
            "the class folder %s holds no images".formatted(name),
            folder.toString(),
            "add images (PNG, JPEG, BMP, GIF, WebP) or remove the folder");
      }
      images.forEach(image -> into.add(image, name, part, domain));
    }
  }

  /// How many of the first few sub-folders hold an image or, one level down, a folder: enough to
  /// tell classes from other folders without walking through all of them.
  static boolean looksLikeClasses(Folder parent) {
    List<Folder> folders = parent.folders();
    return folders.size() >= 2
        && folders.stream()
            .limit(5)
            .allMatch(each -> each.files().stream().anyMatch(Folder::isNamedAsImage));
  }
}
