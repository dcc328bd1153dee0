package coretuning.transform;

import coretuning.data.Dataset;
import coretuning.data.Datasets;
import coretuning.spec.DataSpec;
import coretuning.spec.TransformSpec;
import java.nio.file.Path;
import java.util.List;

/// The bundled data set and the augmentation of MoCo-v2 at its size.
final class Samples {
  static final DataSpec SPEC = DataSpec.fashionMnist("sample-data/fashion-mnist-mini");
  static final List<TransformSpec> MOCO =
      List.of(
          new TransformSpec.RandomResizedCrop(28, 0.2, 1),
          new TransformSpec.ColourJitter(0.4, 0.4, 0.4, 0.1, 0.8),
          new TransformSpec.Grayscale(0.2),
          new TransformSpec.GaussianBlur(0.1, 2, 0.5),
          new TransformSpec.HorizontalFlip(0.5));

  private Samples() {}

  static Dataset dataset() {
    return Datasets.open(SPEC, Path.of("target"));
  }
}
