package coretuning.cli;

import coretuning.job.Checkpoints;
import coretuning.job.ProbeJob;
import coretuning.job.Workspace;
import coretuning.result.Probe;
import coretuning.result.Problem;
import coretuning.result.RunEvent;
import coretuning.spec.Architecture;
import coretuning.spec.DataSpec;
import coretuning.spec.DeviceChoice;
import coretuning.spec.Experiment;
import coretuning.spec.Pretraining;
import coretuning.spec.ProbeSpec;
import coretuning.spec.RecordingSpec;
import coretuning.spec.RunSpec;
import coretuning.spec.SamplePreset;
import coretuning.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Probes of a frozen backbone.
@Command(
    name = "probe",
    description = {
      "Say what a frozen backbone is worth: weighted k-NN vote, and a linear classifier whose"
          + " learning rate is chosen on training images held out.",
      "No weight of the backbone changes; that is checked."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ProbeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN|WEIGHTS",
      description = "Folder of a run, or a file of weights (PyTorch or safetensors).")
  private Path target;

  @Option(
      names = "--architecture",
      converter = BackboneOptions.ByLabel.class,
      description = "Backbone of the file (default: a run's own, or the one that fits best).")
  private @Nullable Architecture architecture;

  @ArgGroup(validate = false, heading = "%nLabelled images (default: a run's own, or the sample)%n")
  private DataOptions data = new DataOptions();

  @Option(
      names = "--bank",
      description = "Most training images to learn from (default ${DEFAULT-VALUE}).",
      defaultValue = "50000")
  private int bank;

  @Option(
      names = "--images",
      description = "Most test images to test on (default ${DEFAULT-VALUE}).",
      defaultValue = "10000")
  private int images;

  @Option(names = "--seed", description = "Source of every random number.", defaultValue = "1")
  private long seed;

  @Option(names = "--device", description = "Where to compute: ${COMPLETION-CANDIDATES}.")
  private @Nullable DeviceChoice device;

  @Override
  public Integer call() {
    ProbeSpec probe = Files.isDirectory(target) ? ofRun() : ofFile();
    var seen = new ArrayList<Probe>();
    var terminal =
        new TerminalRun(
            spec.commandLine().getErr(),
            event -> {
              if (event instanceof RunEvent.Probed probed) {
                seen.add(probed.probe());
              }
            },
            "start it again");
    terminal.complete(new ProbeJob(probe, Workspace.standard().cache()));
    List.copyOf(seen).forEach(each -> spec.commandLine().getOut().print(text(each)));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private ProbeSpec ofRun() {
    RunFolder run = RunFolder.open(target);
    RunSpec asked = run.spec();
    Path weights = Files.exists(run.backbone()) ? run.backbone() : run.weights();
    if (!Files.exists(weights)) {
      throw new Problem(
          "the run has no weights yet", target.toString(), "let it finish an epoch first");
    }
    Architecture own =
        switch (asked) {
          case Pretraining pretraining -> pretraining.architecture();
          case Experiment experiment -> experiment.backbone().architecture();
        };
    return of(weights, own, asked.data());
  }

  private ProbeSpec ofFile() {
    return of(
        target,
        architecture == null ? bestFitting() : architecture,
        DataSpec.fashionMnist(SamplePreset.DATA));
  }

  private Architecture bestFitting() {
    String label = Checkpoints.examine(target, Optional.empty()).match().architecture();
    if (label.isEmpty()) {
      throw new Problem(
          "no tensor is named and shaped like a ResNet's",
          target.toString(),
          "choose weights of a ResNet; `inspect` shows what the file holds");
    }
    return Architecture.ofLabel(label);
  }

  private ProbeSpec of(Path weights, Architecture own, DataSpec preset) {
    RecordingSpec recording = SamplePreset.experiment().recording();
    return new ProbeSpec(
        weights.toString(),
        own,
        data.over(preset),
        bank,
        new RecordingSpec(1, images, recording.neighbours(), recording.neighbourTemperature()),
        Given.or(device, DeviceChoice.AUTO),
        seed);
  }

  private static String text(Probe probe) {
    return String.format(
        Locale.ROOT,
        "k-NN           %.2f %%%n"
            + "linear probe   %.2f %%%n"
            + "learning rate  %s, the best on images held out (%.2f %%)%n"
            + "images         %d to learn from, %d to test%n"
            + "weights        %s, the same before and after%n",
        probe.knn() * 100,
        probe.linear() * 100,
        probe.learningRate(),
        probe.heldOut() * 100,
        probe.bank(),
        probe.images(),
        probe.weightsHash());
  }
}
