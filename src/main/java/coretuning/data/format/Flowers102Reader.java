package coretuning.data.format;

import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads Oxford Flowers-102 (Nilsback and Zisserman 2008): `jpg/image_00001.jpg`, labels from 1 in
/// `imagelabels.mat`, and the official parts in `setid.mat`: 10 + 10 images a class to learn from
/// (the validation images among them, as in published figures), the rest to test on. Classes have
/// no names in the files.
final class Flowers102Reader implements DataReader {
  private static final String LABELS = "imagelabels.mat";
  private static final String PARTS = "setid.mat";

  @Override
  public DataFormat format() {
    return DataFormat.FLOWERS102;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    return folder.hasFile(LABELS) && folder.hasFolder("jpg")
        ? Optional.of("Oxford Flowers-102: jpg/, imagelabels.mat, setid.mat")
        : Optional.empty();
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    int[] labels = MatFile.read(folder.file(LABELS)).numbers("labels");
    int classes = IntStream.of(labels).max().orElse(0);
    var samples =
        new SampleCollector(
            folder.path(), IntStream.rangeClosed(1, classes).mapToObj(Integer::toString).toList());
    MatFile parts = MatFile.read(folder.file(PARTS));
    for (String part : List.of("trnid", "valid", "tstid")) {
      for (int image : parts.numbers(part)) {
        Path file = folder.file("jpg/image_%05d.jpg".formatted(image));
        if (image < 1 || image > labels.length) {
          throw new Problem(
              "image %d has no label, there are %d".formatted(image, labels.length),
              folder.file(PARTS).toString(),
              "use setid.mat and imagelabels.mat of one data set");
        }
        samples.add(
            file,
            Integer.toString(labels[image - 1]),
            part.equals("tstid") ? Part.TEST : Part.TRAIN);
      }
    }
    return samples.samples();
  }
}
