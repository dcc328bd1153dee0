package coretuning.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coretuning.result.CheckpointReport;
import coretuning.result.LayoutChoice;
import coretuning.result.TensorMatch;
import coretuning.result.TensorSummary;
import coretuning.ui.data.CheckpointCheck.Filter;
import coretuning.ui.data.TensorRow.Fate;
import coretuning.ui.support.Background;
import coretuning.ui.support.Inquiry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TensorRowTest {
  private static TensorSummary tensor(String name, long nans) {
    return new TensorSummary(name, "F32", List.of(4L), -1, 1, 0, 0.5, nans, 0);
  }

  /// One tensor of each fate under `q.`.
  private static CheckpointReport report() {
    return new CheckpointReport(
        "moco.pth",
        "ab12",
        "PyTorch zip",
        new LayoutChoice("MoCo v1 or v2", "it fits", "q."),
        new TensorMatch(
            "resnet20",
            3,
            new LinkedHashMap<>(Map.of("q.conv1.weight", "conv1.weight")),
            List.of("bn1.bias"),
            List.of("bn1.weight is [4], not [16]"),
            List.of("q.layer9.0.conv1.weight"),
            new LinkedHashMap<>(Map.of("fc", 1)),
            new LinkedHashMap<>(Map.of("k", 1))),
        List.of(
            tensor("q.conv1.weight", 2),
            tensor("q.bn1.weight", 0),
            tensor("q.bn1.num_batches_tracked", 0),
            tensor("q.layer9.0.conv1.weight", 0),
            tensor("q.fc.weight", 0),
            tensor("k.conv1.weight", 0)),
        new LinkedHashMap<>());
  }

  @Test
  void everyTensorHasItsFate() {
    assertThat(TensorRow.of(report()))
        .extracting(TensorRow::name, TensorRow::readAs, TensorRow::fate)
        .containsExactly(
            tuple("q.conv1.weight", "conv1.weight", Fate.MATCHED),
            tuple("q.bn1.weight", "bn1.weight", Fate.WRONG_SHAPE),
            tuple("q.bn1.num_batches_tracked", "", Fate.BESIDE),
            tuple("q.layer9.0.conv1.weight", "", Fate.UNEXPECTED),
            tuple("q.fc.weight", "", Fate.DROPPED),
            tuple("k.conv1.weight", "", Fate.BESIDE),
            tuple("", "bn1.bias", Fate.MISSING));
  }

  @Test
  void tensorsAreFilteredByFateValuesAndName() {
    var check =
        new CheckpointCheck(
            Path.of("moco.pth"),
            new Inquiry<>(new Background(Runnable::run, Runnable::run), Runnable::run),
            (file, architecture) -> report());
    check.start(Optional.empty());
    assertThat(check.shown()).hasSize(7);
    assertThat(check.filters())
        .contains(new Filter.Of(Fate.MISSING), new Filter.NotFinite())
        .hasSize(8);

    check.filterProperty().set(new Filter.Of(Fate.BESIDE));
    assertThat(check.shown()).hasSize(2);
    check.textProperty().set("conv1");
    assertThat(check.shown()).extracting(TensorRow::name).containsExactly("k.conv1.weight");
    check.textProperty().set("");
    check.filterProperty().set(new Filter.NotFinite());
    assertThat(check.shown()).extracting(TensorRow::name).containsExactly("q.conv1.weight");
  }
}
