package coretuning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableSpecTest {
  private static final Variant CE = Variant.of(new MethodSpec.CeTuning());
  private static final Variant CORE = Variant.of(MethodSpec.CoreTuning.defaults());
  private static final TableData CATS =
      new TableData("cats", DataSpec.fashionMnist("cats"), Metric.TOP1);
  private static final TableData DOGS =
      new TableData("dogs", DataSpec.fashionMnist("dogs"), Metric.MEAN_PER_CLASS);

  private static TableSpec table(
      List<Variant> variants, List<TableData> data, List<Double> rates, List<Long> seeds) {
    return new TableSpec("t", SamplePreset.experiment(), variants, data, rates, seeds, CE.title());
  }

  private static TableSpec plain() {
    return table(List.of(CE, CORE), List.of(CATS, DOGS), List.of(0.15, 1.0), List.of(1L, 2L));
  }

  @Test
  void everyVariantGetsASeedBeforeAnyGetsTheNext() {
    List<TableRun> runs = plain().runs();

    assertThat(runs).hasSize(16).doesNotHaveDuplicates();
    assertThat(runs.subList(0, 5))
        .containsExactly(
            new TableRun(new TableCell("CE-tuning", "cats", 0.15), 1),
            new TableRun(new TableCell("Core-tuning", "cats", 0.15), 1),
            new TableRun(new TableCell("CE-tuning", "cats", 0.15), 2),
            new TableRun(new TableCell("Core-tuning", "cats", 0.15), 2),
            new TableRun(new TableCell("CE-tuning", "cats", 1), 1));
  }

  @Test
  void runsOfOneSeedDifferInNameAndMethodOnly() {
    TableSpec table = plain();
    Experiment ce = table.experiment(new TableRun(new TableCell("CE-tuning", "dogs", 0.15), 2));
    Experiment core = table.experiment(new TableRun(new TableCell("Core-tuning", "dogs", 0.15), 2));

    assertThat(ce.data()).isEqualTo(DOGS.data().withSubsetRate(0.15));
    assertThat(ce.seed()).isEqualTo(2);
    assertThat(core).isEqualTo(ce.withMethod(CORE.method()));
  }

  @Test
  void aVariantMayStartFromOtherWeightsAndADataSetHaveItsOwnBackboneAndTraining() {
    var supervised =
        new Variant("SL-CE-tuning", new MethodSpec.CeTuning(), Optional.of("sl.safetensors"));
    var own = new BackboneSpec(Architecture.RESNET18, Optional.of("moco.safetensors"), true);
    TrainSpec train = SamplePreset.pretraining("any").train();
    var birds =
        new TableData("birds", CATS.data(), Metric.TOP1, Optional.of(own), Optional.of(train));
    TableSpec table =
        table(List.of(CE, supervised), List.of(birds, CATS), List.of(1.0), List.of(1L));

    Experiment first = table.experiment(table.runs().getFirst());
    assertThat(first.backbone()).isEqualTo(own);
    assertThat(first.train()).isEqualTo(train);
    Experiment second = table.experiment(table.runs().get(1));
    assertThat(second.backbone()).isEqualTo(own.withWeights(Optional.of("sl.safetensors")));
    Experiment third = table.experiment(table.runs().get(2));
    assertThat(third.backbone()).isEqualTo(SamplePreset.experiment().backbone());
    assertThat(third.train()).isEqualTo(SamplePreset.experiment().train());
  }

  @Test
  void whatIsMissingOrDoubledIsRefused() {
    var one = List.of(1.0);
    var seed = List.of(1L);
    var cats = List.of(CATS);
    var both = List.of(CE, CORE);
    assertThatThrownBy(() -> table(List.of(), cats, one, seed))
        .hasMessage("a table needs at least one variant, got none");
    assertThatThrownBy(() -> table(both, List.of(), one, seed)).hasMessageContaining("data set");
    assertThatThrownBy(() -> table(both, cats, List.of(), seed)).hasMessageContaining("rate");
    assertThatThrownBy(() -> table(both, cats, one, List.of())).hasMessageContaining("seed");
    assertThatThrownBy(() -> table(List.of(CE, CORE, CE), cats, one, seed))
        .hasMessage("each variant must differ from the others, got CE-tuning twice");
    assertThatThrownBy(() -> table(both, cats, one, List.of(3L, 3L)))
        .hasMessage("each seed must differ from the others, got 3 twice");
    assertThatThrownBy(() -> table(both, cats, List.of(0.0), seed))
        .hasMessage("subset rate must be above 0, got 0");
    assertThatThrownBy(() -> table(List.of(CORE), cats, one, seed))
        .hasMessage("the reference must be one of Core-tuning; got CE-tuning");
  }

  @Test
  void theBestEpochNeedsValidationImages() {
    Experiment base = SamplePreset.experiment();
    assertThatThrownBy(() -> base.withSelection(Selection.BEST_VALIDATION_EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the best epoch can only be chosen with a validation share above 0, got 0");
  }

  @Test
  void aMetricAndAnAblationAreFoundByTheirLabels() {
    assertThat(Metric.ofLabel("mean-per-class")).isEqualTo(Metric.MEAN_PER_CLASS);
    assertThatThrownBy(() -> Metric.ofLabel("f1"))
        .hasMessage("metric must be one of top1, mean-per-class; got f1");
    assertThatThrownBy(() -> Ablation.ofLabel("luck")).hasMessageEndingWith("; got luck");
    for (Ablation each : Ablation.values()) {
      assertThat(Ablation.ofLabel(each.label())).isEqualTo(each);
      assertThat(each.variants(MethodSpec.CoreTuning.defaults()))
          .extracting(Variant::title)
          .doesNotHaveDuplicates();
      assertThat(each.variants(MethodSpec.CoreTuning.defaults()))
          .extracting(Variant::method)
          .doesNotHaveDuplicates();
    }
  }
}
