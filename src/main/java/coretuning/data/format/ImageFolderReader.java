package coretuning.data.format;

import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads image folders: one sub-folder a class.
///
/// Class folders lie below `train/`, `val/` and `test/`, or directly in the root. With all three,
/// `val/` holds validation images; without `test/` it stands in for it; a set with neither leaves
/// its split open. Files that are no images are passed over.
final class ImageFolderReader implements DataReader {
  private static final List<String> VALIDATION = List.of("val", "valid", "validation");

  @Override
  public DataFormat format() {
    return DataFormat.IMAGE_FOLDER;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    Optional<Folder> train = folder.folder("train");
    if (train.isPresent() && train.get().folders().size() >= 2) {
      String parts =
          Stream.concat(Stream.concat(Stream.of("train"), VALIDATION.stream()), Stream.of("test"))
              .filter(folder::hasFolder)
              .map(name -> name + "/")
              .collect(Collectors.joining(" and "));
      return Optional.of("%d classes below %s".formatted(train.get().folders().size(), parts));
    }
    return ClassFolders.looksLikeClasses(folder)
        ? Optional.of(
            "%d folders of images, one a class, not split".formatted(folder.folders().size()))
        : Optional.empty();
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    Optional<Folder> train = folder.folder("train");
    if (train.isEmpty()) {
      var samples = new SampleCollector(folder.path(), ClassFolders.names(folder));
      ClassFolders.collect(folder, ClassFolders.names(folder), Optional.empty(), "", samples);
      return samples.samples();
    }
    List<String> classes = ClassFolders.names(train.get());
    var samples = new SampleCollector(folder.path(), classes);
    Optional<Folder> validation =
        VALIDATION.stream().flatMap(name -> folder.folder(name).stream()).findFirst();
    Optional<Folder> test = folder.folder("test").or(() -> validation);
    Optional<Part> part = test.map(found -> Part.TRAIN);
    ClassFolders.collect(train.get(), classes, part, "", samples);
    if (folder.hasFolder("test")) {
      validation.ifPresent(found -> add(found, classes, Part.VALIDATION, samples));
    }
    test.ifPresent(found -> add(found, classes, Part.TEST, samples));
    return samples.samples();
  }

  private static void add(Folder folder, List<String> classes, Part part, SampleCollector samples) {
    List<String> found = ClassFolders.names(folder);
    String kind = part == Part.TEST ? "test" : "validation";
    for (String name : found) {
      if (!classes.contains(name)) {
        throw new Problem(
            "the %s class %s has no training images".formatted(kind, name),
            folder.file(name).toString(),
            "remove the folder, or add one of the same name with training images");
      }
    }
    ClassFolders.collect(folder, found, Optional.of(part), "", samples);
  }
}
