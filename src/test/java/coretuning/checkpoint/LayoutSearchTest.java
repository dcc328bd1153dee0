package coretuning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.ParameterShapes;
import coretuning.backbone.ResNet;
import coretuning.result.CheckpointReport;
import coretuning.result.Problem;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.spec.Architecture;
import coretuning.testing.Tensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutSearchTest {
  private static final Architecture SMALL = Architecture.RESNET20;

  @TempDir Path folder;
  private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();

  private void add(Architecture architecture, UnaryOperator<String> rename, float value) {
    ParameterShapes.of(architecture)
        .forEach((name, sizes) -> {
          long[] shape = sizes.stream().mapToLong(Long::longValue).toArray();
          int count = (int) sizes.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
          var values = new float[count];
          Arrays.fill(values, value);
          entries.put(rename.apply(name), Entry.of(values, shape));
        });
  }

  private void addScalar(String name) {
    entries.put(name, Entry.of(new float[] {1}, 1));
  }

  private Path write() {
    Path file = folder.resolve("some.pth");
    new TensorFile(entries, Map.of()).write(file);
    return file;
  }

  private CheckpointReport examine() {
    return CheckpointDoctor.examine(write(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "'', fc.weight, torchvision or timm",
    "state_dict.module.encoder_q., state_dict.module.queue, MoCo v1 or v2",
    "state_dict.module.base_encoder., state_dict.module.predictor.0.weight, MoCo v3",
    "classy_state_dict.base_model.model.trunk._feature_blocks., phase_idx, VISSL",
    "state_dict.module.extractor., state_dict.module.contrastor.input.weight,"
        + " Core-tuning's repository",
    "model.encoder.module., model.head.0.weight, SupCon",
    "model.module.online_network.encoder., steps, BYOL",
    "online_encoder.net., online_predictor.net.0.weight, BYOL",
    "teacher.backbone., epoch, 'DINO, the teacher'",
    "student.module.backbone., epoch, 'DINO, the student'",
    "module., module.prototypes.weight, SwAV or DeepCluster-v2",
    "model.module.backbone., model.module.projector.0.weight, Barlow Twins or VICReg",
    "state_dict.backbone., state_dict.neck.fc0.weight, MMPretrain or MMSelfSup",
    "state_dict.backbone., pytorch-lightning_version, solo-learn",
    "model.module.encoder., epoch, 'PyContrast: InsDis, PIRL or InfoMin'",
    "state_dict., epoch, torchvision's names in a dict",
    "'state_dict.module.', epoch, 'torchvision''s names, data-parallel'",
    "a.b.c., epoch, a backbone in a larger model",
  })
  void theLayoutIsNamedByPrefixAndEvidence(String prefix, String evidence, String label) {
    add(SMALL, name -> prefix + name, 1);
    addScalar(evidence);

    CheckpointReport report = examine();

    assertThat(report.layout().label()).isEqualTo(label);
    assertThat(report.layout().prefix()).isEqualTo(prefix);
    assertThat(report.match().architecture()).isEqualTo("resnet20");
    assertThat(report.match().isComplete()).isTrue();
    assertThat(report.layout().why()).contains("105 of 105 tensors of resnet20 match");
  }

  @ParameterizedTest
  @CsvSource({"RESNET20", "RESNET32", "RESNET56", "RESNET8_MINI", "RESNET18", "RESNET34"})
  void theArchitectureIsInferredFromTheShapes(Architecture architecture) {
    add(architecture, name -> name, 1);

    assertThat(examine().match().architecture()).isEqualTo(architecture.label());
  }

  @Test
  void ofTwoEncodersTheOneThatIsEvaluatedIsTaken() {
    add(SMALL, name -> "module.encoder_k." + name, 2);
    add(SMALL, name -> "module.encoder_q." + name, 1);
    addScalar("module.encoder_q.fc.2.bias");
    addScalar("module.queue");

    CheckpointReport report = examine();

    assertThat(report.layout().prefix()).isEqualTo("module.encoder_q.");
    assertThat(report.layout().why()).contains("as many do under module.encoder_k.");
    assertThat(report.match().heads()).containsOnly(Map.entry("fc", 1));
    assertThat(report.match().others())
        .containsOnly(Map.entry("module.encoder_k", 105), Map.entry("module.queue", 1));
  }

  @Test
  void aSequenceAndItsMomentumTwinAreReadByPosition() {
    UnaryOperator<String> position =
        name ->
            name.replaceFirst("^conv1", "0")
                .replaceFirst("^bn1", "1")
                .replaceFirst("^layer1", "4")
                .replaceFirst("^layer2", "5")
                .replaceFirst("^layer3", "6");
    add(SMALL, name -> "backbone_momentum." + position.apply(name), 2);
    add(SMALL, name -> "backbone." + position.apply(name), 1);

    CheckpointReport report = examine();

    assertThat(report.layout().label()).isEqualTo("lightly");
    assertThat(report.layout().prefix()).isEqualTo("backbone.");
    assertThat(report.match().renamed())
        .containsEntry("backbone.4.0.conv1.weight", "layer1.0.conv1.weight");
  }

  @Test
  void missingMisshapenAndBrokenTensorsAreNamed() {
    add(SMALL, name -> name, 1);
    entries.remove("bn1.bias");
    entries.put("bn1.weight", Entry.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY, 3}, 3));

    CheckpointReport report = examine();

    assertThat(report.match().missing()).containsExactly("bn1.bias");
    assertThat(report.match().misshapen()).containsExactly("bn1.weight is [3], not [16]");
    assertThat(report.match().isComplete()).isFalse();
    assertThat(report.tensors())
        .filteredOn(each -> each.isBroken())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.name()).isEqualTo("bn1.weight");
          assertThat(each.nans()).isEqualTo(1);
          assertThat(each.infinities()).isEqualTo(1);
          assertThat(each.mean()).isEqualTo(3);
          assertThat(each.deviation()).isZero();
        });
  }

  @Test
  void aPartLoadsOnlyWithTheUsersWordAndTheReportSaysSo() {
    add(SMALL, name -> name, 7);
    entries.remove("bn1.bias");
    Path file = write();
    try (NDManager manager = Tensors.newManager()) {
      var net = new ResNet(SMALL, manager, DataType.FLOAT32, new SplittableRandom(1));

      assertThatThrownBy(() -> BackboneFile.load(file, net))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("104 of 105 tensors match (bn1.bias is missing)");
      WeightsReport report = BackboneFile.load(file, net, true);

      assertThat(report.sentence())
          .isEqualTo("matched 104 of 105 tensors, the rest is random as the user confirmed");
      assertThat(net.parameters().get("bn1.weight").toFloatArray()).containsOnly(7);
    }
  }

  @Test
  void aDeeperNetworkIsNotTakenForAShallowOne() {
    add(Architecture.RESNET32, name -> name, 7);
    Path file = write();
    try (NDManager manager = Tensors.newManager()) {
      var net = new ResNet(SMALL, manager, DataType.FLOAT32, new SplittableRandom(1));

      assertThatThrownBy(() -> BackboneFile.load(file, net))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("105 of 105 tensors match (layer1.3.conv1.weight has no place;");
    }
  }

  @Test
  void nothingThatMatchesIsRefusedWithTheNamesThatAreThere() {
    addScalar("transformer.h.0");
    Path file = write();
    try (NDManager manager = Tensors.newManager()) {
      var net = new ResNet(SMALL, manager, DataType.FLOAT32, new SplittableRandom(1));

      assertThatThrownBy(() -> BackboneFile.load(file, net, true))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("0 of 105 tensors match (its 1 tensors are called transformer.h.0");
    }
    assertThat(examine().layout().label()).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({"plain.safetensors, safetensors", "plain.pth, PyTorch zip"})
  void aConvertedFileHasPlainNamesInTheFormatOfItsEnding(String name, String format) {
    add(SMALL, each -> "module.encoder_q." + each, 3);
    Path target = folder.resolve(name);

    int written = CheckpointDoctor.convert(write(), target, Optional.empty(), false);

    CheckpointReport report = CheckpointDoctor.examine(target, Optional.empty());
    assertThat(written).isEqualTo(105);
    assertThat(report.format()).isEqualTo(format);
    assertThat(report.layout().prefix()).isEmpty();
    assertThat(report.tensors()).hasSize(105).allMatch(each -> each.min() == 3);
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "<!DOCTYPE html>, is a web page",
    "version https://git-lfs.github.com/spec/v1, pointer of git-lfs"
  })
  void filesThatAreNoWeightsAreToldApart(String content, String why) throws Exception {
    Path file = Files.writeString(folder.resolve("weights.pth"), content);

    assertThatThrownBy(() -> CheckpointFile.open(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why);
  }
}
