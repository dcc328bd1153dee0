package coretuning.data.format;

import coretuning.result.Part;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.util.Optional;

/// Reads Food-101 (Bossard et al. 2014): `images/<class>/<number>.jpg`, and lists `meta/train.txt`
/// and `meta/test.txt` with one `class/number` a line.
final class Food101Reader implements DataReader {
  @Override
  public DataFormat format() {
    return DataFormat.FOOD101;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    return folder.hasFolder("images")
            && folder.hasFile("meta/train.txt")
            && folder.hasFile("meta/test.txt")
        ? Optional.of("Food-101: images/ and lists in meta/")
        : Optional.empty();
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    var samples =
        new SampleCollector(folder.path(), ClassFolders.names(new Folder(folder.file("images"))));
    add(folder, "meta/train.txt", Part.TRAIN, samples);
    add(folder, "meta/test.txt", Part.TEST, samples);
    return samples.samples();
  }

  private static void add(Folder folder, String list, Part part, SampleCollector samples) {
    for (String line : folder.lines(list)) {
      samples.add(
          folder.file("images/%s.jpg".formatted(line)),
          line.substring(0, Math.max(0, line.indexOf('/'))),
          part);
    }
  }
}
