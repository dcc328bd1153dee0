package coretuning.data.format;

import coretuning.result.Part;
import coretuning.spec.DataFormat;
import coretuning.spec.LabelSet;
import coretuning.spec.SampleChoice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads FGVC-Aircraft (Maji et al. 2013): `images/<number>.jpg`, and for each level of labels
/// `variants.txt`, `images_variant_trainval.txt`, `images_variant_test.txt` with one `number label`
/// a line. As in the published figures, the validation images are learnt from too.
final class AircraftReader implements DataReader {
  @Override
  public DataFormat format() {
    return DataFormat.AIRCRAFT;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    Folder data = folder.folder("data").orElse(folder);
    return data.hasFile("images_variant_trainval.txt") && data.hasFolder("images")
        ? Optional.of("FGVC-Aircraft: images/ and lists of variants, families, manufacturers")
        : Optional.empty();
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    Folder data = folder.folder("data").orElse(folder);
    String level =
        switch (choice.labels()) {
          case FAMILY -> "family";
          case MANUFACTURER -> "manufacturer";
          default -> "variant";
        };
    String plural = choice.labels() == LabelSet.FAMILY ? "families" : level + "s";
    var samples = new SampleCollector(folder.path(), data.lines(plural + ".txt"));
    for (String part : List.of("trainval", "test")) {
      String list = String.format(Locale.ROOT, "images_%s_%s.txt", level, part);
      for (String line : data.lines(list)) {
        int space = Math.max(0, line.indexOf(' '));
        samples.add(
            data.file("images/%s.jpg".formatted(line.substring(0, space))),
            line.substring(space).strip(),
            part.equals("test") ? Part.TEST : Part.TRAIN);
      }
    }
    return samples.samples();
  }
}
