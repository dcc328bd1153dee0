package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          compare  | --out --seeds --spec --data --weights --temperature --epochs --figure-width
          table    | --methods --variant --data --seeds --subset-rates --selection --reference --eta --out
          ablate   | --of --seeds --data --title --epochs --validation-share --out
          finetune | --method --set --out --seed --resume --spec --format --validation-share --[no-]nesterov
          pretrain | --preset --method --set queue-size key-momentum --probe-every --seed --resume --epochs --data
          evaluate | --part --data --image-size RUN
          methods  | METHOD core-tuning
          runs     | FOLDER
          probe    | --architecture --data --bank --images --seed --device
          export   | --out --pytorch --moco --figure-dpi --figure-dark RUN
          subset   | --data --train-per-class --test-per-class --seed --out
          inspect  | --architecture --json --tensors --convert --partial-weights PATH
          doctor   | --device
          """)
  void everyCommandExplainsItself(String command, String mentioned) {
    Outcome help = Outcome.of(command, "--help").good();

    assertThat(help.out()).startsWith("Usage: workbench " + command).contains("--help");
    assertThat(help.out()).contains(mentioned.split(" "));
  }

  @Test
  void theRootListsEveryCommandAndTheExitCodes() {
    Outcome help = Outcome.of("--help").good();

    assertThat(help.out())
        .contains("compare", "finetune", "pretrain", "evaluate", "runs", "export", "subset")
        .contains("Exit codes: 0 done, 1 failed or stopped, 2 wrong usage.");
    assertThat(Outcome.of().good().out()).isEqualTo(help.out());
  }

  @Test
  void theVersionIsNamed() {
    assertThat(Outcome.of("--version").good().out())
        .matches("Core-tuning Workbench \\d+\\.\\d+\\.\\d+.*\\R")
        .isEqualTo(Outcome.of("finetune", "--version").good().out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare",
        "table",
        "ablate",
        "finetune",
        "pretrain",
        "evaluate run",
        "runs",
        "export run",
        "subset --data a --out b",
        "doctor"
      })
  void anUnknownOptionIsWrongUsage(String command) {
    Outcome outcome = Outcome.of((command + " --no-such-option").split(" "));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.error()).contains("--no-such-option");
    assertThat(outcome.err().lines()).hasSize(2);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void theMethodsAreListedWithTheirSettings() {
    Outcome all = Outcome.of("methods").good();

    assertThat(all.out())
        .contains("ce-tuning", "--set focal-exponent=1.0", "Exponent of the focal weight");
    assertThat(Outcome.of("methods", "ce-tuning").good().out()).doesNotContain("--set");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --method core        | method must be one of ce-tuning, core-tuning
          --set size=1         | setting must be one of eta, alpha
          --set eta=much       | eta must be a number, got much
          --set temperature=0  | temperature must be above 0, got 0
          --set eta            | KEY=VALUE
          """)
  void aSettingThatCannotBeIsWrongUsage(String options, String said) {
    Outcome outcome = Outcome.of(("finetune " + options).split(" "));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.error()).contains(said);
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    Outcome outcome = Outcome.of("finetun");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.error()).contains("finetun");
  }

  @Test
  void theDoctorNamesEngineAndDevice() {
    assertThat(Outcome.of("doctor", "--device", "cpu").good().out())
        .containsPattern("engine +PyTorch \\d+\\.\\d+\\.\\d+ ")
        .containsPattern("device +cpu, \\d+ threads")
        .containsPattern("why +the CPU was asked for");
  }

  @ParameterizedTest
  @CsvSource({
    "compare, --epochs",
    "finetune, --batch-size",
    "pretrain, --image-size",
    "table, --learning-rate",
    "ablate, --temperature"
  })
  void anOptionGivenTwiceIsWrongUsageAndNotSilentlyTheEndOfTheOthers(
      String command, String option) {
    Outcome outcome = Outcome.of(command, option, "2", "--weight-decay", "0.1", option, "3");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("error: " + option + " was given 2 times, give it once");
  }
}
