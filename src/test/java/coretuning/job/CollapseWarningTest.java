package coretuning.job;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.ProxyEpoch;
import coretuning.result.RunControl;
import coretuning.result.Warning;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.TrainSpec;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.testing.TinyData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollapseWarningTest {
  @TempDir Path folder;

  private static ProxyEpoch epoch(int epoch, double deviation, double rank) {
    return new ProxyEpoch(
        epoch, 1, 1, Optional.empty(), Optional.empty(), 0, 0, deviation, rank, 16, List.of());
  }

  @Test
  void aCollapseIsToldOnceAndAgainAfterARecovery() {
    ProxyEpoch sound = epoch(1, 0.2, 9);
    ProxyEpoch point = epoch(2, 0.001, 9);
    ProxyEpoch line = epoch(3, 0.2, 1.04);

    assertThat(Warnings.collapse(List.of(), sound)).isEmpty();
    assertThat(Warnings.collapse(List.of(sound), point)).isPresent();
    assertThat(Warnings.collapse(List.of(sound, point), line)).isEmpty();
    assertThat(Warnings.collapse(List.of(point, sound), line))
        .map(Warning::text)
        .get()
        .asString()
        .startsWith("The features have collapsed: they vary by 0.2000 a dimension")
        .contains("use 1.0 of 16 dimensions");
  }

  @Test
  void anAbsurdLearningRateCollapsesAndSaysSo() {
    RunFolder sound = run(0.02);
    RunFolder absurd = run(3000);

    assertThat(sound.warnings()).isEmpty();
    assertThat(sound.proxy()).hasSize(2);
    assertThat(absurd.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.text()).contains("collapsed"));
  }

  private RunFolder run(double learningRate) {
    TrainSpec plain = TinyData.train(2);
    Pretraining tiny =
        TinyData.pretraining(
            new PretrainSpec.MocoV2(new MomentumSpec(0.2, 24, 0.9, 16, 1, false)), 2);
    var pretraining =
        new Pretraining(
            tiny.name(),
            tiny.data(),
            tiny.architecture(),
            tiny.method(),
            new TrainSpec(
                plain.epochs(),
                plain.batchSize(),
                plain.accumulationSteps(),
                learningRate,
                plain.headLearningRateFactor(),
                plain.momentum(),
                plain.nesterov(),
                plain.weightDecay(),
                plain.schedule(),
                plain.augmentation()),
            tiny.recording(),
            tiny.device(),
            tiny.seed());
    var workspace =
        new Workspace(new RunStore(folder.resolve("lr" + learningRate)), folder.resolve("cache"));
    PretrainJob.start(pretraining, workspace, "again").run(new RunControl(), event -> {});
    return workspace.runs().open(workspace.runs().list().getFirst().id());
  }
}
