package coretuning.data.format;

import coretuning.data.image.ImageFiles;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Images without labels, at any depth below the folder: all to learn from. Recognised only where
/// it is asked for, since every set of class folders would pass for one.
final class UnlabelledReader implements DataReader {
  @Override
  public DataFormat format() {
    return DataFormat.UNLABELLED;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    long images = folder.files().stream().filter(Folder::isNamedAsImage).count();
    return images == 0
        ? Optional.empty()
        : Optional.of("%d images without class folders".formatted(images));
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    List<Path> images = folder.images();
    if (images.isEmpty()) {
      throw new Problem(
          "there are no images",
          folder.toString(),
          "choose a folder of images (PNG, JPEG, BMP, GIF, WebP)");
    }
    return new Samples(
        folder.path(),
        List.of(),
        images.stream()
            .map(image -> new Sample(image, Sample.NO_LABEL, Optional.of(Part.TRAIN), ""))
            .toList(),
        new ImageFiles(images),
        OptionalInt.empty(),
        List.of());
  }
}
