package coretuning.cli;

import coretuning.job.PretrainJob;
import coretuning.job.Workspace;
import coretuning.result.Problem;
import coretuning.spec.Architecture;
import coretuning.spec.Augmentation;
import coretuning.spec.DataSpec;
import coretuning.spec.DeviceChoice;
import coretuning.spec.PretrainName;
import coretuning.spec.PretrainPreset;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.RecordingSpec;
import coretuning.spec.SamplePreset;
import coretuning.spec.Settings;
import coretuning.store.RunFolder;
import coretuning.store.SpecFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Contrastive pre-training.
@Command(
    name = "pretrain",
    description = {
      "Pre-train a backbone with MoCo-v1, MoCo-v2 or MoCHi. Labels are used for the k-NN probe and,",
      "where it is asked for, the class oracle only.",
      "Images without labels (a flat folder or archive) are recognised or named by --format"
          + " unlabelled.",
      "The standard preset is that of the bundled backbone: give --data the full Fashion-MNIST."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PretrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--preset",
      converter = PresetByLabel.class,
      defaultValue = "moco-v2-sample",
      description =
          "Where settings that are not given come from: moco-v2-sample (default), mochi-sample,"
              + " moco-v2-imagenet100, mochi-imagenet100.")
  private PretrainPreset run;

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "Start from the spec.json of a pre-training run instead of a preset.")
  private @Nullable Path specFile;

  @ArgGroup(validate = false, heading = "%nData%n")
  private DataOptions data = new DataOptions();

  @Option(
      names = "--architecture",
      converter = BackboneOptions.ByLabel.class,
      description = "Backbone, e.g. resnet18, resnet20, resnet8-mini.")
  private @Nullable Architecture architecture;

  @Option(
      names = "--method",
      converter = ByLabel.class,
      description = "moco-v1, moco-v2 or mochi (default: the preset's).")
  private @Nullable PretrainName method;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = {
        "A setting of the method: temperature, queue-size, key-momentum, projection-size,"
            + " batch-norm-groups, symmetric;",
        "of mochi also hardest (N), mixed (s), query-mixed (s'), most-query-share,"
            + " warm-up-epochs, class-oracle."
      })
  private Map<String, String> settings = new LinkedHashMap<>();

  @ArgGroup(validate = false, heading = "%nTraining%n")
  private TrainingOptions training = new TrainingOptions();

  @Option(
      names = "--probe-every",
      description = "Epochs between probes: k-NN and linear, of at most 10,000 labelled images.")
  private @Nullable Integer probeEvery;

  @Option(names = "--seed", description = "Source of every random number.")
  private @Nullable Long seed;

  @Option(names = "--device", description = "Where to compute: ${COMPLETION-CANDIDATES}.")
  private @Nullable DeviceChoice device;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder that gets the run's folder (default ${DEFAULT-VALUE}).",
      defaultValue = "runs")
  private Path out;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Go on with the run in this folder; other settings are the run's own.")
  private Path resume;

  @Override
  public Integer call() {
    String command =
        "workbench "
            + String.join(" ", spec.commandLine().getParent().getParseResult().originalArgs());
    var terminal = new TerminalRun(spec.commandLine().getErr(), event -> {});
    RunFolder folder;
    if (resume != null) {
      folder = RunFolder.open(resume);
      terminal.complete(PretrainJob.resume(folder, Workspace.at(RunPath.store(resume)), command));
    } else {
      List<String> runs =
          terminal.complete(PretrainJob.start(pretraining(), Workspace.at(out), command));
      folder = RunFolder.open(out.resolve(runs.getFirst()));
    }
    spec.commandLine().getOut().println(folder.backbone());
    return 0;
  }

  private Pretraining pretraining() {
    Pretraining preset = preset();
    RecordingSpec recording = preset.recording();
    DataSpec images = data.orUnlabelled(preset.data());
    Augmentation usually =
        specFile == null ? run.augmentation(images.format()) : Augmentation.AS_GIVEN;
    return new Pretraining(
        method == null ? preset.name() : method(preset.method()).title(),
        images,
        Given.or(architecture, preset.architecture()),
        method(preset.method()),
        training.over(preset.train(), preset.data(), images, usually),
        new RecordingSpec(
            Given.or(probeEvery, recording.every()),
            recording.samples(),
            recording.neighbours(),
            recording.neighbourTemperature()),
        Given.or(device, preset.device()),
        Given.or(seed, preset.seed()));
  }

  private Pretraining preset() {
    if (specFile != null) {
      if (SpecFile.read(specFile) instanceof Pretraining stored) {
        return stored;
      }
      throw new Problem(
          "this is the spec of a fine-tuning run",
          specFile.toString(),
          "use it with the finetune command");
    }
    if (!run.isForSample() && !data.isGiven()) {
      throw new IllegalArgumentException("the preset %s needs --data".formatted(run.label()));
    }
    return run.pretraining(SamplePreset.DATA);
  }

  private PretrainSpec method(PretrainSpec preset) {
    PretrainSpec chosen = method == null ? preset : method.of(preset.momentum(), run.synthesis());
    for (Map.Entry<String, String> each : settings.entrySet()) {
      chosen = Settings.with(chosen, each.getKey(), each.getValue());
    }
    return chosen;
  }

  /// Reads `mochi-sample`.
  static final class PresetByLabel extends LabelConverter<PretrainPreset> {
    PresetByLabel() {
      super(PretrainPreset::ofLabel);
    }
  }

  /// Reads `moco-v2`.
  static final class ByLabel extends LabelConverter<PretrainName> {
    ByLabel() {
      super(PretrainName::ofLabel);
    }
  }
}
