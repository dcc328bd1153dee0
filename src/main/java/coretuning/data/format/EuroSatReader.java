package coretuning.data.format;

import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.util.List;
import java.util.Optional;

/// Reads EuroSAT's RGB version (Helber et al. 2019): ten class folders below `2750/` or
/// `EuroSAT_RGB/`. It has no split of its own.
final class EuroSatReader implements DataReader {
  private static final List<String> SOME_CLASSES =
      List.of("AnnualCrop", "PermanentCrop", "SeaLake");

  @Override
  public DataFormat format() {
    return DataFormat.EUROSAT;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    return SOME_CLASSES.stream().allMatch(inside(folder)::hasFolder)
        ? Optional.of(
            "EuroSAT: %d classes of land use, not split".formatted(inside(folder).folders().size()))
        : Optional.empty();
  }

  private static Folder inside(Folder folder) {
    return folder.folder("2750").or(() -> folder.folder("EuroSAT_RGB")).orElse(folder);
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    Folder images = inside(folder);
    List<String> classes = ClassFolders.names(images);
    var samples = new SampleCollector(folder.path(), classes);
    ClassFolders.collect(images, classes, Optional.empty(), "", samples);
    return samples.samples();
  }
}
