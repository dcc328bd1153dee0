package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.backbone.ParameterShapes;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.spec.Architecture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path weights(boolean whole) {
    var entries = new LinkedHashMap<String, Entry>();
    ParameterShapes.of(Architecture.RESNET20)
        .forEach((name, sizes) -> {
          long[] shape = sizes.stream().mapToLong(Long::longValue).toArray();
          int count = (int) sizes.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
          entries.put("module.encoder_q." + name, Entry.of(new float[count], shape));
        });
    entries.put("module.queue", Entry.of(new float[] {Float.NaN, 1}, 2));
    if (whole) {
      entries.remove("module.queue");
    } else {
      entries.remove("module.encoder_q.bn1.bias");
    }
    Path file = folder.resolve("moco.pth.tar");
    new TensorFile(entries, Map.of("epoch", "200")).write(file);
    return file;
  }

  private int run(Object... args) {
    var words = new String[args.length + 1];
    words[0] = "inspect";
    for (int i = 0; i < args.length; i++) {
      words[i + 1] = args[i].toString();
    }
    return Program.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void aWholeBackboneIsShownAndEndsWithZero() {
    assertThat(run(weights(true), "--tensors")).isZero();
    assertThat(out.toString())
        .containsPattern("layout +MoCo v1 or v2")
        .containsPattern("architecture +resnet20")
        .containsPattern("matched +105 of 105 tensors")
        .containsPattern("renamed +module.encoder_q.conv1.weight -> conv1.weight")
        .containsPattern("values +all finite")
        .containsPattern("notes +epoch = 200")
        .containsPattern("tensor +module.encoder_q.bn1.bias F32 \\[16\\], 0.000 to 0.000");
  }

  @Test
  void aPartOrBrokenValuesEndWithOneAndAreNamed() {
    assertThat(run(weights(false))).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("missing +bn1.bias")
        .containsPattern("values +NOT FINITE in module.queue \\(1 NaN, 0 infinite\\)");
  }

  @Test
  void jsonHasTheSameFindings() {
    assertThat(run(weights(false), "--json")).isEqualTo(1);
    assertThat(out.toString())
        .contains("\"label\" : \"MoCo v1 or v2\"")
        .contains("\"expected\" : 105")
        .contains("\"nans\" : 1");
  }

  @Test
  void aPartIsConvertedOnlyOnRequest() {
    Path target = folder.resolve("plain.pth");

    assertThat(run(weights(false), "--convert", target)).isEqualTo(1);
    assertThat(err.toString()).contains("104 of 105 tensors match (bn1.bias is missing)");
    assertThat(target).doesNotExist();

    run(weights(false), "--convert", target, "--partial-weights");
    assertThat(err.toString()).contains("104 tensors in " + target);
    assertThat(target).isNotEmptyFile();
  }

  @Test
  void aFileThatRunsCodeIsRefusedInOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("evil.pth"), "cposix\nsystem\n(Vid\ntR.");

    assertThat(run(file)).isEqualTo(1);
    assertThat(err.toString()).contains("asks for posix.system").hasLineCount(1);
  }
}
