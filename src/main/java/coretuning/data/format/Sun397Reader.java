package coretuning.data.format;

import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads SUN397 (Xiao et al. 2010): scenes in folders by initial, `a/abbey/` or deeper
/// (`a/apse/indoor/`), named by `ClassName.txt`; ten splits of 50 + 50 images a class in
/// `Training_01.txt` and `Testing_01.txt` ..., beside it or in `Partitions/`. Without those files
/// the split is open.
final class Sun397Reader implements DataReader {
  @Override
  public DataFormat format() {
    return DataFormat.SUN397;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    return images(folder)
        .filter(images -> images.hasFolder("a/abbey") || images.hasFolder("a"))
        .map(images -> "SUN397: scenes by initial, named in ClassName.txt");
  }

  private static Optional<Folder> images(Folder folder) {
    return List.of(folder, new Folder(folder.file("SUN397"))).stream()
        .filter(each -> each.hasFile("ClassName.txt"))
        .findFirst();
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    Folder images =
        images(folder)
            .orElseThrow(() ->
                new Problem(
                    "there is no file ClassName.txt",
                    folder.toString(),
                    "choose the folder SUN397 of the unpacked data set"));
    List<String> paths = images.lines("ClassName.txt");
    var samples =
        new SampleCollector(folder.path(), paths.stream().map(Sun397Reader::name).toList());
    Optional<Path> training = list(folder, images, "Training_%02d.txt".formatted(choice.split()));
    Optional<Path> testing = list(folder, images, "Testing_%02d.txt".formatted(choice.split()));
    if (training.isPresent() && testing.isPresent()) {
      add(images, training.get(), Part.TRAIN, samples);
      add(images, testing.get(), Part.TEST, samples);
    } else if (choice.split() > 1) {
      throw new Problem(
          "there is no split %d".formatted(choice.split()),
          folder.toString(),
          "put Training_%02d.txt and Testing_%02d.txt beside the images"
              .formatted(choice.split(), choice.split()));
    } else {
      addAll(images, paths, samples);
    }
    return samples.samples();
  }

  private static Optional<Path> list(Folder folder, Folder images, String name) {
    var places = new ArrayList<Folder>();
    for (Folder each : List.of(folder, images)) {
      places.add(each);
      each.folder("Partitions").ifPresent(places::add);
    }
    return places.stream()
        .filter(each -> each.hasFile(name))
        .map(each -> each.file(name))
        .findFirst();
  }

  private static void add(Folder images, Path list, Part part, SampleCollector samples) {
    for (String line : NameFile.read(list)) {
      String path = line.replaceFirst("^/", "");
      samples.add(
          images.file(path), name(path.substring(0, Math.max(0, path.lastIndexOf('/')))), part);
    }
  }

  private static void addAll(Folder images, List<String> paths, SampleCollector samples) {
    samples.note("the official splits are missing: a fifth of each class is the test part");
    for (String each : paths) {
      for (Path image : new Folder(images.file(each.replaceFirst("^/", ""))).images()) {
        samples.add(image, name(each), Optional.empty(), "");
      }
    }
  }

  /// `/a/apse/indoor` is called `apse/indoor`.
  private static String name(String path) {
    return path.replaceFirst("^/?[a-z]/", "");
  }
}
