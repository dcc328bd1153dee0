package coretuning.data.format;

import coretuning.result.Part;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.util.List;
import java.util.Optional;

/// Reads the Describable Textures (Cimpoi et al. 2014): `images/<class>/`, and ten splits in
/// `labels/train1.txt`, `val1.txt`, `test1.txt` ..., one `class/file` a line. As in the published
/// figures, the validation images are learnt from too.
final class DtdReader implements DataReader {
  @Override
  public DataFormat format() {
    return DataFormat.DTD;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    return folder.hasFolder("images") && folder.hasFile("labels/train1.txt")
        ? Optional.of(
            "DTD: %d textures in images/, splits in labels/"
                .formatted(new Folder(folder.file("images")).folders().size()))
        : Optional.empty();
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    List<String> classes = ClassFolders.names(new Folder(folder.file("images")));
    var samples = new SampleCollector(folder.path(), classes);
    for (String part : List.of("train", "val", "test")) {
      for (String line : folder.lines("labels/%s%d.txt".formatted(part, choice.split()))) {
        samples.add(
            folder.file("images/" + line),
            line.substring(0, Math.max(0, line.indexOf('/'))),
            part.equals("test") ? Part.TEST : Part.TRAIN);
      }
    }
    return samples.samples();
  }
}
