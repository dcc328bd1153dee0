package coretuning.data;

import coretuning.data.format.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the images of a data set lie.
///
/// @param root of the data set: a folder, or a file that lists images
/// @param samples in the reader's order
record SampleFiles(Path root, List<Sample> samples) {
  SampleFiles {
    samples = List.copyOf(samples);
  }

  /// The path of an image below the root, or as it is if it lies elsewhere.
  String name(int index) {
    Path file = samples.get(index).file();
    Path base = Files.isDirectory(root) ? root : root.toAbsolutePath().getParent();
    return base != null && file.startsWith(base)
        ? base.relativize(file).toString()
        : file.toString();
  }
}
