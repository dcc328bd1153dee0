package coretuning.data.format;

import coretuning.spec.DataFormat;
import coretuning.spec.LabelSet;
import coretuning.spec.SampleChoice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads Caltech-101 (Fei-Fei, Fergus, Perona 2004): `101_ObjectCategories/`, one folder a class.
///
/// The set has no split of its own; the field draws 30 images of each class to learn from and tests
/// on the others. The background is no object class: it is left out, unless [LabelSet#BACKGROUND]
/// asks for the 102 classes that the transfer-learning literature counts.
final class Caltech101Reader implements DataReader {
  static final int TRAIN_PER_CLASS = 30;
  private static final String IMAGES = "101_ObjectCategories";
  private static final String BACKGROUND = "BACKGROUND_Google";

  @Override
  public DataFormat format() {
    return DataFormat.CALTECH101;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    return folder
        .folder(IMAGES)
        .or(() -> Optional.of(folder))
        .filter(inside ->
            inside.name().equals(IMAGES)
                || (inside.hasFolder("Faces_easy") && inside.hasFolder("accordion")))
        .map(inside -> "Caltech-101: %d class folders".formatted(inside.folders().size()));
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    Folder images = folder.folder(IMAGES).orElse(folder);
    boolean all = choice.labels() == LabelSet.BACKGROUND;
    List<String> classes =
        ClassFolders.names(images).stream()
            .filter(name -> all || !name.equals(BACKGROUND))
            .toList();
    var samples = new SampleCollector(folder.path(), classes);
    ClassFolders.collect(images, classes, Optional.empty(), "", samples);
    if (!all && images.hasFolder(BACKGROUND)) {
      samples.note(
          "the background class is left out: %d images"
              .formatted(new Folder(images.file(BACKGROUND)).images().size()));
    }
    return samples.samples(OptionalInt.of(TRAIN_PER_CLASS));
  }
}
