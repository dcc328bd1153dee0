package coretuning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.ResNet;
import coretuning.pretrain.MomentumContrast;
import coretuning.result.CheckpointReport;
import coretuning.result.Problem;
import coretuning.safetensors.Entry;
import coretuning.spec.Architecture;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.testing.Tensors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MocoFileTest {
  @TempDir Path folder;
  private final NDManager manager = Tensors.newManager();
  private final MomentumContrast contrast =
      new MomentumContrast(
          new PretrainSpec.MocoV2(new MomentumSpec(0.2, 24, 0.9, 16, 1, false)),
          Architecture.RESNET18,
          manager,
          DataType.FLOAT32,
          new SplittableRandom(5));

  @AfterEach
  void close() {
    manager.close();
  }

  private Map<String, Entry> state() {
    var entries = new LinkedHashMap<String, Entry>();
    ParameterEntries.collect(contrast.state(), "", entries);
    return entries;
  }

  @Test
  void theCheckpointDoctorRecognisesMocosLayout() {
    Path file = folder.resolve("moco.pth.tar");
    MocoFile.write(file, state(), Architecture.RESNET18, 7);

    CheckpointReport report = CheckpointDoctor.examine(file, Optional.empty());

    assertThat(report.format()).isEqualTo("PyTorch zip");
    assertThat(report.layout().label()).isEqualTo("MoCo v1 or v2");
    assertThat(report.match().architecture()).isEqualTo("resnet18");
    assertThat(report.match().isComplete()).isTrue();
    assertThat(report.notes()).containsEntry("epoch", "7").containsEntry("arch", "resnet18");
    assertThat(report.tensors())
        .extracting(each -> each.name())
        .contains(
            "state_dict.module.encoder_q.conv1.weight",
            "state_dict.module.encoder_k.fc.2.bias",
            "state_dict.module.queue",
            "state_dict.module.queue_ptr")
        .noneMatch(name -> name.contains("labels"));
  }

  @Test
  void theQueryEncodersBackboneIsReadBack() {
    Path file = folder.resolve("moco.pth.tar");
    contrast.state().get("encoder_k.conv1.weight").muli(2);
    MocoFile.write(file, state(), Architecture.RESNET18, 7);
    var read =
        new ResNet(Architecture.RESNET18, manager, DataType.FLOAT32, new SplittableRandom(9));

    BackboneFile.load(file, read);

    for (String name : List.of("conv1.weight", "layer4.1.bn2.weight", "layer2.0.conv1.weight")) {
      assertThat(read.parameters().get(name).toFloatArray())
          .containsExactly(contrast.backbone().parameters().get(name).toFloatArray());
    }
  }

  @Test
  void keysAreColumnsAsInMoco() {
    Path file = folder.resolve("moco.pth");
    MocoFile.write(file, state(), Architecture.RESNET18, 0);
    float[] rows = contrast.state().get("queue").toFloatArray();

    CheckpointFile content = CheckpointFile.open(file);
    StoredTensor queue = content.tensors().get("state_dict.module.queue");
    StoredTensor pointer = content.tensors().get("state_dict.module.queue_ptr");

    assertThat(queue).isNotNull();
    assertThat(queue.shape()).containsExactly(16L, 24L);
    float[] columns = queue.values().get().toFloats();
    assertThat(columns[3 * 24 + 5]).isEqualTo(rows[5 * 16 + 3]);
    assertThat(columns[1]).isEqualTo(rows[16]);
    assertThat(pointer).isNotNull();
    assertThat(pointer.shape()).containsExactly(1L);
  }

  @Test
  void aStateWithoutQueueIsRefused() {
    Map<String, Entry> state = state();
    state.remove("queue");

    assertThatThrownBy(
            () -> MocoFile.write(folder.resolve("none.pth"), state, Architecture.RESNET18, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("keeps no queue");
  }
}
