package coretuning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import coretuning.backbone.ResNet;
import coretuning.result.Problem;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.spec.Architecture;
import coretuning.tensor.Transfer;
import coretuning.testing.Tensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackboneFileTest {
  private final NDManager manager = Tensors.newManager();
  private final ResNet written = backbone(Architecture.RESNET8_MINI, 1);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("backbone.safetensors");
    BackboneFile.write(file, written, Map.of("architecture", "resnet8-mini"));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private ResNet backbone(Architecture architecture, long seed) {
    return new ResNet(architecture, manager, DataType.FLOAT32, new SplittableRandom(seed));
  }

  private static void assertSame(ResNet actual, ResNet expected) {
    for (String name : expected.parameters().names()) {
      assertThat(Transfer.toDoubles(actual.parameters().get(name)))
          .as(name)
          .isEqualTo(Transfer.toDoubles(expected.parameters().get(name)));
    }
  }

  @Test
  void weightsComeBackBitForBit() {
    ResNet other = backbone(Architecture.RESNET8_MINI, 2);

    WeightsReport report = BackboneFile.load(file, other);

    assertSame(other, written);
    assertThat(report.matched()).isEqualTo(written.parameters().names().size());
    assertThat(report.prefix()).isEmpty();
    assertThat(report.ignored()).isEmpty();
    assertThat(report.sha256()).isEqualTo(BackboneFile.sha256(file)).hasSize(64);
    assertThat(TensorFile.read(file).metadata()).containsEntry("architecture", "resnet8-mini");
  }

  private void prefixed(String prefix) {
    var entries = new LinkedHashMap<String, Entry>();
    TensorFile.read(file).entries().forEach((name, entry) -> entries.put(prefix + name, entry));
    entries.put("queue", Entry.of(new float[] {1, 2}, 2));
    entries.put(prefix + "fc.0.bias", Entry.of(new float[] {1, 2}, 2));
    new TensorFile(entries, Map.of()).write(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "encoder_q.", "module.encoder_q.", "backbone.", "model."})
  void namesUnderAPrefixAreRecognisedAndOthersListed(String prefix) {
    prefixed(prefix);
    ResNet other = backbone(Architecture.RESNET8_MINI, 2);

    WeightsReport report = BackboneFile.load(file, other);

    assertSame(other, written);
    assertThat(report.prefix()).isEqualTo(prefix);
    assertThat(report.ignored()).containsExactlyInAnyOrder("queue", prefix + "fc.0.bias");
    assertThat(report.sentence())
        .startsWith("matched %1$d of %1$d tensors".formatted(report.matched()))
        .endsWith(", left out 2 others");
  }

  @Test
  void anotherArchitectureIsRefusedWithCountsAndNamesAndLoadsNothing() {
    ResNet other = backbone(Architecture.RESNET20, 2);
    ResNet untouched = backbone(Architecture.RESNET20, 2);

    assertThatThrownBy(() -> BackboneFile.load(file, other))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("these weights do not fit resnet20: ")
        .hasMessageMatching(
            ".* \\d+ of %d tensors match .*".formatted(other.parameters().names().size()))
        .hasMessageContaining("conv1.weight is [32, 3, 3, 3], not [16, 3, 3, 3]")
        .hasMessageMatching(".*; and \\d+ more.*")
        .hasMessageContaining(file.toString());
    assertSame(other, untouched);
  }

  @Test
  void aMissingTensorIsRefusedByName() {
    var entries = new LinkedHashMap<>(TensorFile.read(file).entries());
    entries.remove("bn1.running_var");
    new TensorFile(entries, Map.of()).write(file);

    assertThatThrownBy(() -> BackboneFile.load(file, backbone(Architecture.RESNET8_MINI, 2)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("(bn1.running_var is missing)");
  }

  @Test
  void weightsInDoublePrecisionAreNarrowed() {
    var entries = new LinkedHashMap<>(TensorFile.read(file).entries());
    entries.replaceAll((name, entry) -> Entry.of(entry.toDoubles(), entry.shape()));
    new TensorFile(entries, Map.of()).write(file);
    ResNet other = backbone(Architecture.RESNET8_MINI, 2);

    BackboneFile.load(file, other);

    assertSame(other, written);
  }

  @Test
  void aTruncatedFileIsRefused() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> BackboneFile.load(file, written))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aMissingFileIsAProblemForReadingAndHashing() {
    Path none = folder.resolve("none.safetensors");

    assertThatThrownBy(() -> BackboneFile.load(none, written))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("none.safetensors");
    assertThatThrownBy(() -> BackboneFile.sha256(none)).isInstanceOf(Problem.class);
  }

  @Test
  void theHashIsSha256() throws Exception {
    Path abc = Files.writeString(folder.resolve("abc"), "abc");

    // The first example of the standard, FIPS 180-4.
    assertThat(BackboneFile.sha256(abc))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
