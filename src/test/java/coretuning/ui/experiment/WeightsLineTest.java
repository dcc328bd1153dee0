package coretuning.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.CheckpointOutline;
import coretuning.result.LayoutChoice;
import coretuning.result.TensorMatch;
import coretuning.spec.Architecture;
import coretuning.ui.Specs;
import coretuning.ui.support.Background;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RecentPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form begins with ResNet-20.
class WeightsLineTest {
  @TempDir Path folder;
  private final Messages messages = Messages.ofProgram();
  private final RecentPaths recent = new RecentPaths("weights", Map.of());
  private final Inquiry<WeightsLine.Fit> inquiry =
      new Inquiry<>(new Background(Runnable::run, Runnable::run), Runnable::run);
  private ExperimentForm form;
  private String file;

  @BeforeEach
  void begin() throws IOException {
    form = new ExperimentForm(Specs.coreTuning(folder.toString()));
    file = Files.writeString(folder.resolve("moco.pth"), "stands for weights").toString();
  }

  /// A file that holds so many of the 4 tensors of one architecture, and none of any other.
  private void choose(Architecture holds, int matched) {
    new WeightsLine(
        form.backbone,
        inquiry,
        (path, asked) -> outline(asked.orElse(holds), asked.orElse(holds) == holds ? matched : 0),
        recent);
    form.backbone.weights.textProperty().set(file);
  }

  private static CheckpointOutline outline(Architecture architecture, int matched) {
    var renamed = new LinkedHashMap<String, String>();
    for (int i = 0; i < matched; i++) {
      renamed.put("q." + i, "layer" + i);
    }
    var missing = List.of("a", "b", "c", "d").subList(matched, 4);
    var heads = new LinkedHashMap<>(Map.of("fc", 2));
    return new CheckpointOutline(
        "PyTorch zip",
        new LayoutChoice("MoCo v1 or v2", "it fits", "q."),
        new TensorMatch(
            architecture.label(), 4, renamed, missing, List.of(), List.of(), heads, heads),
        6);
  }

  private String text() {
    return WeightsLine.text(
        inquiry.answer().orElseThrow(), form.backbone.architecture.value(), messages);
  }

  @Test
  void wholeWeightsAreNamedWithTheHeadThatIsDropped() {
    choose(Architecture.RESNET20, 4);
    assertThat(text())
        .isEqualTo("MoCo v1 or v2 (PyTorch zip), resnet20: 4 of 4 tensors, head dropped: fc");
    assertThat(form.experimentProperty().get()).isPresent();
    assertThat(recent.paths()).containsExactly(file);
  }

  @Test
  void aPartNeedsAConfirmation() {
    choose(Architecture.RESNET20, 3);
    assertThat(text()).contains("3 of 4 tensors", "1 missing, e.g. d");
    assertThat(form.backbone.partialWeights.applicableProperty().get()).isTrue();
    assertThat(form.experimentProperty().get()).isEmpty();
    assertThat(form.messageProperty().get()).startsWith("only 3 of 4 tensors of resnet20");

    form.backbone.partialWeights.valueProperty().set(true);
    assertThat(form.experimentProperty().get())
        .hasValueSatisfying(each -> assertThat(each.backbone().partialWeights()).isTrue());
  }

  @Test
  void weightsOfAnotherArchitectureOfferIt() {
    choose(Architecture.RESNET50, 4);
    assertThat(text()).contains("resnet50: 4 of 4").endsWith("They are weights of resnet50.");
    assertThat(inquiry.answer().orElseThrow().other()).contains(Architecture.RESNET50);
    assertThat(form.messageProperty().get()).contains("no tensor of the weights fits resnet20");

    form.backbone.architecture.valueProperty().set(Architecture.RESNET50);
    assertThat(inquiry.answer().orElseThrow().other()).isEmpty();
    assertThat(form.experimentProperty().get()).isPresent();
  }

  @Test
  void noWeightsAreNoQuestion() {
    choose(Architecture.RESNET20, 0);
    assertThat(text()).isEqualTo("No tensor fits resnet20 (PyTorch zip, 6 tensors).");
    assertThat(form.backbone.partialWeights.applicableProperty().get()).isFalse();
    form.backbone.weights.textProperty().set("");
    assertThat(inquiry.stateProperty().get()).isInstanceOf(Inquiry.State.Idle.class);
    assertThat(form.backbone.matchProperty().get()).isEqualTo(Optional.empty());
    assertThat(form.experimentProperty().get()).isPresent();
  }
}
