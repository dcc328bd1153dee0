package coretuning.cli;

import coretuning.result.Problem;
import coretuning.spec.DataSpec;
import coretuning.spec.DeviceChoice;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec.CoreTuning;
import coretuning.spec.RecordingSpec;
import coretuning.spec.SamplePreset;
import coretuning.spec.Selection;
import coretuning.store.SpecFile;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// All of an experiment but its images, in options, over the bundled sample's preset or a stored
/// spec.
final class RunOptions {
  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "Start from a stored spec.json instead of the bundled sample's settings.")
  private @Nullable Path specFile;

  @ArgGroup(validate = false, heading = "%nBackbone%n")
  private BackboneOptions backbone = new BackboneOptions();

  @ArgGroup(validate = false, heading = "%nCore-tuning%n")
  private MethodOptions method = new MethodOptions();

  @ArgGroup(validate = false, heading = "%nTraining%n")
  private TrainingOptions training = new TrainingOptions();

  @Option(
      names = "--device",
      description =
          "Where to compute: ${COMPLETION-CANDIDATES}; CUDA fails where it cannot be had.")
  private DeviceChoice device;

  @Option(names = "--snapshot-every", description = "Epochs between recorded snapshots.")
  private @Nullable Integer snapshotEvery;

  @Option(
      names = "--selection",
      description =
          "Whose weights are the result: ${COMPLETION-CANDIDATES}; the best epoch needs"
              + " --validation-share.")
  private @Nullable Selection selection;

  /// The preset's experiment with what was given.
  ///
  /// @param data the preset's images with what was given for them
  /// @throws Problem if a stored spec cannot be read or is not one of fine-tuning
  /// @throws IllegalArgumentException if a value is out of its range
  Experiment experiment(UnaryOperator<DataSpec> data) {
    Experiment preset = preset();
    RecordingSpec recording = preset.recording();
    DataSpec images = data.apply(preset.data());
    return new Experiment(
        preset.name(),
        images,
        backbone.over(preset.backbone()),
        preset.method() instanceof CoreTuning core ? method.over(core) : preset.method(),
        training.over(preset.train(), preset.data(), images),
        new RecordingSpec(
            Given.or(snapshotEvery, recording.every()),
            recording.samples(),
            recording.neighbours(),
            recording.neighbourTemperature()),
        Given.or(device, preset.device()),
        preset.seed(),
        Given.or(selection, preset.selection()));
  }

  /// Settings of Core-tuning, also where the stored spec is of another method.
  CoreTuning coreTuning() {
    return method.over(preset().method() instanceof CoreTuning core ? core : CoreTuning.defaults());
  }

  private Experiment preset() {
    if (specFile == null) {
      return SamplePreset.experiment();
    }
    if (SpecFile.read(specFile) instanceof Experiment stored) {
      return stored;
    }
    throw new Problem(
        "this is the spec of a pre-training run",
        specFile.toString(),
        "use it with the pretrain command");
  }
}
