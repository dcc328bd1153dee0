package coretuning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.spec.Settings.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreTuningVariantsTest {
  private static final MethodSpec.CoreTuning BASE = MethodSpec.CoreTuning.defaults();

  /// Names of the settings in which two methods differ.
  private static List<String> differences(Variant first, Variant second) {
    List<Setting> left = Settings.of((Record) first.method());
    List<Setting> right = Settings.of((Record) second.method());
    return left.stream().filter(each -> !right.contains(each)).map(Setting::name).toList();
  }

  @Test
  void theComponentsAreAddedInThePapersOrder() {
    List<Variant> rows = CoreTuningVariants.components(BASE);

    assertThat(rows)
        .extracting(Variant::title)
        .containsExactly(
            "CE-tuning",
            "+ contrastive term",
            "+ focal weight",
            "+ hard pairs",
            "+ mixed cross-entropy");
    assertThat(rows.getFirst().method()).isEqualTo(new MethodSpec.CeTuning());
    assertThat(rows.getLast().method()).isEqualTo(BASE);
    assertThat(differences(rows.get(1), rows.get(2))).containsExactly("focalExponent");
    assertThat(differences(rows.get(2), rows.get(3)))
        .containsExactly("hardPositives", "semiHardNegatives");
    assertThat(differences(rows.get(3), rows.get(4))).containsExactly("mixedCrossEntropy");
  }

  @Test
  void anAblationOfTheFocalWeightNeedsOne() {
    var without = BASE.with(CoreTuningParts.all(), 0);

    assertThatThrownBy(() -> CoreTuningVariants.components(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an ablation of the focal weight needs a focal exponent above 0, got 0");
  }

  @Test
  void theWalkThrowsOneSwitchAfterTheOtherFromPaperToReleased() {
    List<Variant> rows = CoreTuningVariants.walk(BASE);

    assertThat(rows)
        .extracting(Variant::title)
        .containsExactly(
            "paper",
            "+ detached originals",
            "+ zero masks",
            "+ shuffle",
            "+ equal labels",
            "+ all columns = released");
    assertThat(rows.getFirst().method()).isEqualTo(BASE);
    assertThat(rows.getLast().method()).isEqualTo(BASE.with(CoreTuningReading.released()));
    for (int i = 1; i < rows.size(); i++) {
      assertThat(differences(rows.get(i - 1), rows.get(i))).hasSize(1);
    }
  }

  @Test
  void eachSwitchAloneDiffersFromThePaperInIt() {
    List<Variant> rows = CoreTuningVariants.alone(BASE);

    assertThat(rows.getFirst().method()).isEqualTo(BASE);
    assertThat(rows.getLast().method()).isEqualTo(BASE.with(CoreTuningReading.released()));
    List<Variant> switches = rows.subList(1, rows.size() - 1);
    assertThat(switches.stream().flatMap(row -> differences(rows.getFirst(), row).stream()))
        .containsExactly(
            "detachOriginals",
            "hardPairs",
            "randomNegatives",
            "positives",
            "normalisation",
            "lambdaBound",
            "miningScope");
  }

  @Test
  void withoutEachDiffersFromTheWholeInOnePart() {
    List<Variant> rows = CoreTuningVariants.withoutEach(BASE);

    assertThat(rows.getFirst().method()).isEqualTo(BASE);
    assertThat(rows.stream().skip(1).flatMap(row -> differences(rows.getFirst(), row).stream()))
        .containsExactly(
            "contrastiveTerm",
            "focalExponent",
            "focalDetached",
            "hardPositives",
            "semiHardNegatives",
            "mixedCrossEntropy",
            "projectionHead");
  }

  @Test
  void theReleasedCodeIsNamedInTablesAndNothingBetweenIs() {
    assertThat(BASE.with(CoreTuningReading.released()).title())
        .isEqualTo("Core-tuning (released code)");
    assertThat(CoreTuningVariants.walk(BASE).get(4).method().title()).isEqualTo("Core-tuning");
  }
}
