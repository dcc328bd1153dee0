package coretuning.data;

import coretuning.result.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What a reader found: labels and names, and pixels not yet resized. Training images come first.
///
/// @param root folder of the data set
/// @param files all files the pixels come from
/// @param classNames name of each label
/// @param labels `[count]`, each a position in `classNames`
/// @param trainCount how many images, from the first on, are training images
record Listing(
    Path root,
    List<Path> files,
    List<String> classNames,
    int[] labels,
    int trainCount,
    PixelSource pixels) {

  Listing {
    files = List.copyOf(files);
    classNames = List.copyOf(classNames);
    if (labels.length != pixels.count()) {
      throw new IllegalArgumentException(
          "labels must be as many as images, got %d and %d"
              .formatted(labels.length, pixels.count()));
    }
    requireClasses(root, classNames, labels, trainCount);
  }

  private static void requireClasses(
      Path root, List<String> classNames, int[] labels, int trainCount) {
    for (int label : labels) {
      if (label < 0 || label >= classNames.size()) {
        throw new Problem(
            "label %d has no class name, there are %d names".formatted(label, classNames.size()),
            root.toString(),
            "name every class, or remove the file of names");
      }
    }
    if (trainCount == 0 || trainCount == labels.length) {
      throw new Problem(
          "there are no %s images".formatted(trainCount == 0 ? "training" : "test"),
          root.toString(),
          "give both parts at least one image of each class");
    }
    long classes = Arrays.stream(labels, 0, trainCount).distinct().count();
    if (classes < 2) {
      throw new Problem(
          "fewer than 2 classes: the training images belong to " + classes,
          root.toString(),
          "a classifier needs images of at least two classes");
    }
  }
}
