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
import java.util.ArrayList;
import java.util.Arrays;
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

    assertThat(CollapseWarnings.of(List.of(), sound)).isEmpty();
    assertThat(CollapseWarnings.of(List.of(sound), point)).isPresent();
    assertThat(CollapseWarnings.of(List.of(sound, point), line)).isEmpty();
    assertThat(CollapseWarnings.of(List.of(point, sound), line))
        .map(Warning::text)
        .get()
        .asString()
        .startsWith("The features have collapsed: they vary by 0.2000 a dimension")
        .contains("use 1.0 of 16 dimensions");
  }

  /// Epochs with an even deviation and these ranks, told one after the other.
  private static List<Warning> told(double[] deviations, double[] ranks) {
    var before = new ArrayList<ProxyEpoch>();
    var told = new ArrayList<Warning>();
    for (int i = 0; i < ranks.length; i++) {
      ProxyEpoch now = epoch(i + 1, deviations[i], ranks[i]);
      CollapseWarnings.of(before, now).ifPresent(told::add);
      before.add(now);
    }
    return told;
  }

  private static double[] even(int epochs) {
    var all = new double[epochs];
    Arrays.fill(all, 0.2);
    return all;
  }

  @Test
  void aRankThatStaysBelowHalfOfItsHighestIsToldInTheThirdEpoch() {
    List<Warning> told = told(even(9), new double[] {3, 9, 10, 8, 6, 4.9, 4, 3, 2.5});

    assertThat(told)
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.epoch()).isEqualTo(8);
          assertThat(warning.text())
              .startsWith("The features are collapsing: the effective rank has been below half")
              .contains("use 3.0 of 16 dimensions, 10.0 in epoch 3")
              .contains("vary by 0.80 of an even spread, 0.80 then");
        });
  }

  @Test
  void aDeviationThatSinksIsToldLikewiseThoughTheRankStays() {
    List<Warning> told =
        told(
            new double[] {0.05, 0.2, 0.24, 0.11, 0.1, 0.09, 0.08},
            new double[] {9, 9, 9, 9, 9, 9, 9});

    assertThat(told)
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.epoch()).isEqualTo(6);
          assertThat(warning.text())
              .contains("the deviation of the features has been below half")
              .contains("vary by 0.36 of an even spread, 0.96 then");
        });
  }

  @Test
  void aSoundRunAndASingleBadEpochAreNotMistaken() {
    assertThat(told(even(8), new double[] {1.5, 3, 6, 9, 11, 12, 12, 11.8})).isEmpty();
    assertThat(told(even(8), new double[] {3, 9, 10, 4, 9, 4, 4, 9})).isEmpty();
    assertThat(told(even(6), new double[] {10, 8, 7, 6, 5.5, 5})).isEmpty();
  }

  @Test
  void aSecondDeclineAfterARecoveryIsToldAgain() {
    List<Warning> told = told(even(9), new double[] {10, 4, 4, 4, 4, 9, 4, 4, 4});

    assertThat(told).extracting(Warning::epoch).containsExactly(4, 9);
  }

  @Test
  void aDeclineThatEndsInCollapseIsToldTwice() {
    List<Warning> told = told(even(6), new double[] {10, 4, 3, 2, 1.5, 1.05});

    assertThat(told).extracting(Warning::epoch).containsExactly(4, 6);
    assertThat(told.getLast().text()).startsWith("The features have collapsed");
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
