package coretuning.cli;

import coretuning.job.PretrainJob;
import coretuning.job.Workspace;
import coretuning.spec.Architecture;
import coretuning.spec.DeviceChoice;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.RecordingSpec;
import coretuning.spec.SamplePreset;
import coretuning.store.RunFolder;
import java.nio.file.Path;
import java.util.List;
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
      "Pre-train a backbone with MoCo-v2. Labels are used for the k-NN probe only.",
      "The preset is that of the bundled backbone: give --data the full Fashion-MNIST."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PretrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(validate = false, heading = "%nData%n")
  private DataOptions data = new DataOptions();

  @Option(
      names = "--architecture",
      converter = BackboneOptions.ByLabel.class,
      description = "Backbone, e.g. resnet18, resnet20, resnet8-mini.")
  private @Nullable Architecture architecture;

  @Option(names = "--temperature", description = "tau of InfoNCE, above 0.")
  private @Nullable Double temperature;

  @Option(names = "--queue-size", description = "Keys in the queue.")
  private @Nullable Integer queueSize;

  @Option(names = "--key-momentum", description = "m of the key encoder, in [0, 1).")
  private @Nullable Double keyMomentum;

  @Option(
      names = "--batch-norm-groups",
      description = "Shuffled groups in which keys pass their encoder; 1 switches it off.")
  private Integer groups;

  @ArgGroup(validate = false, heading = "%nTraining%n")
  private TrainingOptions training = new TrainingOptions();

  @Option(names = "--probe-every", description = "Epochs between k-NN probes.")
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
    Pretraining preset = SamplePreset.pretraining(SamplePreset.DATA);
    PretrainSpec.MocoV2 moco =
        switch (preset.method()) {
          case PretrainSpec.MocoV2 chosen -> chosen;
        };
    RecordingSpec recording = preset.recording();
    return new Pretraining(
        preset.name(),
        data.over(preset.data()),
        Given.or(architecture, preset.architecture()),
        new PretrainSpec.MocoV2(
            Given.or(temperature, moco.temperature()),
            Given.or(queueSize, moco.queueSize()),
            Given.or(keyMomentum, moco.keyMomentum()),
            moco.projectionSize(),
            Given.or(groups, moco.batchNormGroups())),
        training.over(preset.train()),
        new RecordingSpec(
            Given.or(probeEvery, recording.every()),
            recording.samples(),
            recording.neighbours(),
            recording.neighbourTemperature()),
        Given.or(device, preset.device()),
        Given.or(seed, preset.seed()));
  }
}
