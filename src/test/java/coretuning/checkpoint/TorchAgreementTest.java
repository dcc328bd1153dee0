package coretuning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.backbone.ResNet;
import coretuning.pretrain.MomentumContrast;
import coretuning.safetensors.Entry;
import coretuning.spec.Architecture;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.testing.Tensors;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real PyTorch writes checkpoints, we read them and must find its features; then the way back.
/// Skipped where no Python on the path has torch and torchvision.
class TorchAgreementTest {
  private static final Path SCRIPT = Path.of("src", "test", "python", "make_checkpoints.py");
  private static final double TOLERANCE = 1e-4;

  private static final Map<String, String> LABELS =
      Map.of(
          "moco", "MoCo v1 or v2",
          "dino", "DINO, the teacher",
          "vissl", "VISSL",
          "swav", "SwAV or DeepCluster-v2",
          "lightly", "lightly",
          "mm", "MMPretrain or MMSelfSup",
          "supcon", "SupCon",
          "core_tuning", "Core-tuning's repository",
          "doubled", "torchvision or timm",
          "strided", "torchvision or timm");

  @TempDir static Path folder;
  private static String python = "";

  @BeforeAll
  static void makeCheckpoints() throws Exception {
    Assumptions.assumeTrue(
        Boolean.getBoolean("coretuning.torch"), "takes a gigabyte: ask by -Dcoretuning.torch=true");
    Optional<String> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(place -> Path.of(place, "python3"))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .filter(each -> run(each, "-c", "import torch, torchvision").isPresent())
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), "no Python on the path has torch and torchvision");
    python = found.orElseThrow();
    assertThat(run(python, SCRIPT.toString(), "make", folder.toString())).isPresent();
  }

  /// Output of a command; empty if it fails.
  private static Optional<String> run(String... command) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("OMP_NUM_THREADS", "1");
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes());
      return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0
          ? Optional.of(output)
          : Optional.empty();
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static float[] floats(String name) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name)));
    var values = new float[bytes.remaining() / Float.BYTES];
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static double difference(Path file, Architecture architecture) throws Exception {
    try (NDManager manager = Tensors.newManager()) {
      var net = new ResNet(architecture, manager, DataType.FLOAT32, new SplittableRandom(9));
      BackboneFile.load(file, net);
      NDArray input = manager.create(floats("input.f32"), new Shape(2, 3, 64, 64));
      float[] ours = net.features(input, false).toFloatArray();
      float[] theirs = floats(architecture.label() + ".f32");
      assertThat(ours).hasSameSizeAs(theirs);
      double most = 0;
      for (int i = 0; i < ours.length; i++) {
        most = Math.max(most, Math.abs(ours[i] - theirs[i]));
      }
      return most;
    }
  }

  @Test
  void featuresOfEveryLayoutAndFormatAreTorchs() throws Exception {
    for (String line : Files.readAllLines(folder.resolve("list.txt"))) {
      String[] words = line.split(" ");
      Path file = folder.resolve(words[1]);
      Architecture architecture = Architecture.ofLabel(words[0]);

      assertThat(difference(file, architecture)).as(line).isCloseTo(0, within(TOLERANCE));
    }
  }

  @Test
  void layoutAndArchitectureAreRecognised() throws Exception {
    for (String line : Files.readAllLines(folder.resolve("list.txt"))) {
      String name = line.split(" ")[0];
      String[] words = line.replace(name, "name").split("[ -]");
      CheckpointFile file = CheckpointFile.open(folder.resolve(line.split(" ")[1]));
      Placement best = new LayoutSearch(file, List.of(Architecture.values())).best().orElseThrow();

      assertThat(best.architecture().label()).as(line).isEqualTo(name);
      assertThat(best.match(file).isComplete()).as(line).isTrue();
      if (LABELS.containsKey(words[2])) {
        assertThat(best.layout().label()).as(line).isEqualTo(LABELS.get(words[2]));
        assertThat(file.format())
            .isEqualTo(words[3].startsWith("zip") ? "PyTorch zip" : "PyTorch before 1.6");
      }
    }
  }

  @Test
  void torchReadsOurMocoLayoutAsMocosEvaluationDoes() throws Exception {
    try (NDManager manager = Tensors.newManager()) {
      var contrast =
          new MomentumContrast(
              new PretrainSpec.MocoV2(new MomentumSpec(0.2, 24, 0.9, 16, 1, false)),
              Architecture.RESNET18,
              manager,
              DataType.FLOAT32,
              new SplittableRandom(5));
      var state = new LinkedHashMap<String, Entry>();
      ParameterEntries.collect(contrast.state(), "", state);
      MocoFile.write(folder.resolve("moco.pth.tar"), state, Architecture.RESNET18, 7);
      NDArray input = manager.create(floats("input.f32"), new Shape(2, 3, 64, 64));
      float[] features = contrast.backbone().features(input, false).toFloatArray();
      var bytes = ByteBuffer.allocate(features.length * Float.BYTES);
      bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(features);
      Files.write(folder.resolve("moco.f32"), bytes.array());
    }

    Optional<String> difference = run(python, SCRIPT.toString(), "lincls", folder.toString());

    assertThat(difference).isPresent();
    assertThat(Double.parseDouble(difference.orElseThrow().strip())).isLessThan(TOLERANCE);
  }

  @Test
  void whatWeWriteGivesTorchTheSameFeatures() {
    Path ours = folder.resolve("ours.pth");
    CheckpointDoctor.convert(
        folder.resolve("resnet18-moco-zip.pth.tar"), ours, Optional.empty(), false);

    Optional<String> difference = run(python, SCRIPT.toString(), "check", folder.toString());

    assertThat(difference).isPresent();
    assertThat(Double.parseDouble(difference.orElseThrow().strip())).isLessThan(TOLERANCE);
  }
}
