package coretuning.cli;

import coretuning.job.DataSets;
import coretuning.spec.DataFormat;
import coretuning.spec.DataSpec;
import coretuning.spec.SamplePreset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Which images; what is not given stays as the preset has it.
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "Folder, archive (zip, tar, tar.gz) or list file of the data set.")
  private @Nullable String data;

  @Option(
      names = "--format",
      description =
          "How the data set lies on disk: ${COMPLETION-CANDIDATES} (default: what is recognised in"
              + " --data).")
  private @Nullable DataFormat format;

  @Option(names = "--image-size", description = "Side in pixels that images are resized to once.")
  private @Nullable Integer imageSize;

  @Option(
      names = "--validation-share",
      description = "Share of each class of the training images held out, in [0, 0.9].")
  private @Nullable Double validationShare;

  @Option(
      names = "--subset-rate",
      description = "Share of each class of the training images that is used, in (0, 1].")
  private @Nullable Double subsetRate;

  @ArgGroup(validate = false, heading = "%nSamples%n")
  private SampleOptions samples = new SampleOptions();

  /// Whether a folder was given.
  boolean isGiven() {
    return data != null;
  }

  /// The preset with what was given.
  ///
  /// @throws coretuning.result.Problem if the format is to be recognised and is not
  DataSpec over(DataSpec preset) {
    DataSpec chosen = over(preset, format, data, imageSize, validationShare, subsetRate);
    return chosen.withChoice(samples.over(preset.choice()));
  }

  /// As above, for pre-training: images that are no labelled data set are read without labels.
  ///
  /// @throws coretuning.result.Problem if there are no images either
  DataSpec orUnlabelled(DataSpec preset) {
    boolean open = format == null || format == DataFormat.AUTO;
    @Nullable DataFormat asked =
        open && data != null && DataSets.isUnlabelled(Path.of(data))
            ? DataFormat.UNLABELLED
            : format;
    DataSpec chosen = over(preset, asked, data, imageSize, validationShare, subsetRate);
    return chosen.withChoice(samples.over(preset.choice()));
  }

  /// A preset with what was given. Another format brings ImageNet's statistics; other images than
  /// the sample's are used in full, for its rate suits the sample alone.
  static DataSpec over(
      DataSpec preset,
      @Nullable DataFormat format,
      @Nullable String root,
      @Nullable Integer imageSize,
      @Nullable Double validationShare,
      @Nullable Double subsetRate) {
    DataFormat chosen = format(preset, format, root);
    boolean alike = chosen == preset.format();
    boolean leavesSample = root != null && preset.root().equals(SamplePreset.DATA);
    return new DataSpec(
        chosen,
        Given.or(root, preset.root()),
        Given.or(imageSize, preset.imageSize()),
        Given.or(validationShare, preset.validationShare()),
        Given.or(subsetRate, leavesSample ? 1.0 : preset.subsetRate()),
        alike ? preset.mean() : DataSpec.IMAGENET_MEAN,
        alike ? preset.deviation() : DataSpec.IMAGENET_DEVIATION,
        preset.choice());
  }

  /// What was asked for; else, for other images than the preset's, what is recognised.
  private static DataFormat format(
      DataSpec preset, @Nullable DataFormat format, @Nullable String root) {
    DataFormat asked = Given.or(format, root == null ? preset.format() : DataFormat.AUTO);
    return asked == DataFormat.AUTO
        ? DataSets.recognise(Path.of(Given.or(root, preset.root()))).format()
        : asked;
  }
}
