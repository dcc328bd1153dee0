package coretuning.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.Metric;
import coretuning.spec.TableData;
import coretuning.spec.TableSpec;
import coretuning.spec.Variant;
import coretuning.ui.Specs;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

class TableFormTest {
  private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
      new ReadOnlyObjectWrapper<>(Optional.of(Specs.coreTuning("photos/birds")));
  private final TableForm form = new TableForm(experiment.getReadOnlyProperty());

  private TableSpec table() {
    return form.tableProperty().get().orElseThrow();
  }

  @Test
  void itBeginsWithBothMethodsOnTheDataOfTheWindowsForm() {
    assertThat(form.messageProperty().get()).isEmpty();
    assertThat(table().variants())
        .extracting(Variant::title)
        .containsExactly("CE-tuning", "Core-tuning");
    assertThat(table().data()).extracting(TableData::name).containsExactly("birds");
    assertThat(table().seeds()).containsExactly(1L, 2L, 3L);
    assertThat(table().subsetRates()).containsExactly(1.0);
    assertThat(table().reference()).isEqualTo("CE-tuning");
    assertThat(table().base()).isEqualTo(Specs.coreTuning("photos/birds"));
  }

  @Test
  void coreTuningHasTheSettingsOfTheWindowsForm() {
    var edited = new MethodSpec.CoreTuning(7, 1, 0.07, 0.8, 1, 256);
    experiment.set(Optional.of(Specs.coreTuning().withMethod(edited)));

    assertThat(table().variant("Core-tuning").method()).isEqualTo(edited);
    assertThat(form.add("small head = core-tuning:projection-size=8")).isTrue();
    assertThat(table().variant("small head").method())
        .isEqualTo(new MethodSpec.CoreTuning(7, 1, 0.07, 0.8, 1, 8));
  }

  @Test
  void aRowThatIsNoneSaysWhyAndTheTableStays() {
    assertThat(form.add("x=core-tuning:beta=1")).isFalse();
    assertThat(form.messageProperty().get()).startsWith("setting must be one of eta");
    assertThat(form.add("CE-tuning=ce-tuning")).isFalse();
    assertThat(form.messageProperty().get()).isEqualTo("there is a row CE-tuning already");
    assertThat(table().variants()).hasSize(2);
  }

  @Test
  void dataSetsAreAddedUnderDifferentNamesWithTheChosenMetric() {
    form.metric.set(Metric.MEAN_PER_CLASS);
    form.addData();
    experiment.set(Optional.of(Specs.coreTuning("other/birds")));
    form.metric.set(Metric.TOP1);
    form.addData();

    assertThat(table().data()).extracting(TableData::name).containsExactly("birds", "birds 2");
    assertThat(table().data())
        .extracting(TableData::metric)
        .containsExactly(Metric.MEAN_PER_CLASS, Metric.TOP1);
    assertThat(table().data().getLast().data().root()).isEqualTo("other/birds");
  }

  @Test
  void whatIsWrongIsSaidAndThereIsNoTable() {
    form.seeds.set("1, 1");
    assertThat(form.tableProperty().get()).isEmpty();
    assertThat(form.messageProperty().get())
        .isEqualTo("each seed must differ from the others, got 1 twice");
    form.seeds.set("one");
    assertThat(form.messageProperty().get()).isEqualTo("seeds must be numbers, got one");
    form.seeds.set("");
    assertThat(form.messageProperty().get()).contains("at least one seed");
    form.seeds.set("4");
    form.rates.set("0.15 2");
    assertThat(form.messageProperty().get()).contains("subset rate must lie in [0, 1], got 2");
    form.rates.set("0.15; 1");
    assertThat(table().subsetRates()).containsExactly(0.15, 1.0);
    form.variants.forEach(each -> each.chosenProperty().set(false));
    assertThat(form.messageProperty().get()).isEqualTo("choose at least one row");
    experiment.set(Optional.empty());
    assertThat(form.messageProperty().get()).contains("form at the left");
  }
}
