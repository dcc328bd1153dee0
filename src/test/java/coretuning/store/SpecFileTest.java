package coretuning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.spec.CoreTuningVariants;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.SamplePreset;
import coretuning.spec.ScheduleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void choose() {
    file = folder.resolve("spec.json");
  }

  @Test
  void anExperimentWithEveryTransformComesBack() {
    SpecFile.write(file, Samples.experiment());

    assertThat(SpecFile.read(file)).isEqualTo(Samples.experiment());
  }

  @Test
  void aPretrainingComesBack() {
    SpecFile.write(file, Samples.pretraining());

    assertThat(SpecFile.read(file)).isEqualTo(Samples.pretraining());
  }

  @Test
  void everyMethodAndScheduleComesBack() {
    var schedules =
        List.of(
            new ScheduleSpec.Constant(3),
            new ScheduleSpec.Cosine(0),
            new ScheduleSpec.Step(List.of(10, 15), 0.1, 1));
    for (ScheduleSpec schedule : schedules) {
      for (MethodSpec method :
          List.of(new MethodSpec.CeTuning(), MethodSpec.CoreTuning.defaults())) {
        Experiment base = Samples.experiment();
        var experiment =
            new Experiment(
                "x",
                base.data(),
                base.backbone(),
                method,
                Samples.train(schedule, List.of()),
                base.recording(),
                base.device(),
                -5);
        SpecFile.write(file, experiment);

        assertThat(SpecFile.read(file)).isEqualTo(experiment);
      }
    }
  }

  @Test
  void everyReadingAndPartOfCoreTuningComesBack() {
    var base = MethodSpec.CoreTuning.defaults();
    Stream.of(
            CoreTuningVariants.components(base),
            CoreTuningVariants.withoutEach(base),
            CoreTuningVariants.walk(base),
            CoreTuningVariants.alone(base))
        .flatMap(List::stream)
        .map(variant -> Samples.experiment().withMethod(variant.method()))
        .forEach(experiment -> {
          SpecFile.write(file, experiment);
          assertThat(SpecFile.read(file)).isEqualTo(experiment);
        });
  }

  /// What was written before Core-tuning could be read in several ways meant the paper's, in full.
  @Test
  void anOlderSpecOfCoreTuningIsThePapers() throws IOException {
    SpecFile.write(file, Samples.experiment());
    String text = Files.readString(file);
    String older = text.replaceAll("(?s),\\s*\"(reading|parts)\" : \\{[^}]*}", "");
    assertThat(older).doesNotContain("detachOriginals", "focalDetached");
    Files.writeString(file, older);

    assertThat(SpecFile.read(file)).isEqualTo(Samples.experiment());
  }

  @Test
  void aPersonCanReadIt() throws IOException {
    SpecFile.write(file, Samples.experiment());

    assertThat(Files.readString(file))
        .contains("\"version\" : 1")
        .contains("\"type\" : \"experiment\"")
        .contains("\"type\" : \"core-tuning\"")
        .contains("\"type\" : \"cosine\"")
        .contains("\"type\" : \"random-resized-crop\"")
        .contains("\"architecture\" : \"resnet20\"")
        .contains("\"temperature\" : 0.07")
        .endsWith("}\n");
  }

  @Test
  void noWeightsAreNoWeights() throws IOException {
    SpecFile.write(file, Samples.experiment());
    edit("\"moco.safetensors\"", "null");

    assertThat(((Experiment) SpecFile.read(file)).backbone().weights()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "temperature" : 0.07      | "temperature" : 0       | temperature must be above 0, got 0
          "temperature" : 0.07      | "temperature" : 0       | spec.json, field method
          "temperature" : 0.07      | "temperatur" : 0.07     | temperatur
          "temperature" : 0.07      | "eta" : 0.07            | Duplicate
          "temperature" : 0.07,     | ` `                     | temperature
          "temperature" : 0.07      | "temperature" : "warm"  | warm
          "temperature" : 0.07      | "temperature" : null    | temperature
          "temperature" : 0.07      | "temperature" : "NaN"   | temperature must be above 0, got NaN
          "reading" :               | "readings" :            | readings
          "detachOriginals" : false | "detach" : false        | detach
          "hardPairs" : "TRUE_MEMBERS" | "hardPairs" : "SOME" | SOME
          "batchSize" : 64          | "batchSize" : 64.5      | batchSize
          "type" : "core-tuning"    | "type" : "more-tuning"  | more-tuning
          "resnet20"                | "resnet9"               | resnet9
          "version" : 1             | "version" : 2           | version 2 is unknown
          "version" : 1             | "version" : "1"         | is unknown
          "version" : 1,            | ` `                     | "version" is missing
          "version" : 1             | "version" : 1, "x" : 2  | unknown field "x"
          "spec" :                  | "state" :               | unknown field "state"
          "seed" : 1                | "seed" : 1,,            | line
          "probability" : 0.5       | "probability" : 1.5     | flip probability must lie in [0, 1], got 1.5
          """)
  void aWrongEditIsAProblemThatSaysWhatAndWhere(String old, String replacement, String message)
      throws IOException {
    SpecFile.write(file, Samples.experiment());
    edit(old, replacement);

    assertThatThrownBy(() -> SpecFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(message)
        .hasMessageContaining(file.toString());
  }

  @Test
  void whatIsNoObjectIsAProblem() throws IOException {
    for (String text : List.of("", "[]", "7", "{\"version\":1,\"spec\":3}", "{} {}", "\u0000")) {
      Files.writeString(file, text);

      assertThatThrownBy(() -> SpecFile.read(file))
          .as(text)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("spec.json");
    }
  }

  @Test
  void aMissingFileAndBrokenEncodingAreProblems() throws IOException {
    assertThatThrownBy(() -> SpecFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not exist");
    Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
    assertThatThrownBy(() -> SpecFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot be read");
  }

  private void edit(String old, String replacement) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, replacement));
  }

  @Test
  void aSpecFromBeforeASettingExistedMeansWhatWasThenTheOnlyWay() throws IOException {
    Path old = folder.resolve("old.json");
    Experiment now = SamplePreset.experiment();
    SpecFile.write(old, now);
    String text = Files.readString(old);
    String shorter =
        text.replaceAll(",\\s*\"partialWeights\" : false", "")
            .replaceAll(",\\s*\"selection\" : \"LAST_EPOCH\"", "")
            .replaceAll(",\\s*\"choice\" : \\{[^}]*\\}", "");
    assertThat(shorter).doesNotContain("partialWeights", "selection", "choice");
    Files.writeString(old, shorter);

    assertThat(SpecFile.read(old)).isEqualTo(now);
  }
}
