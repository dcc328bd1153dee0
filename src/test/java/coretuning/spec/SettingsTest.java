package coretuning.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.spec.Settings.Setting;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  enum Colour {
    DARK_RED,
    BLUE
  }

  record Inner(Colour colour, boolean loud) {}

  record Outer(double wideRange, Inner inner, int count) {
    Outer {
      if (count < 1) {
        throw new IllegalArgumentException("count must be at least 1, got " + count);
      }
    }
  }

  private static final Outer GIVEN = new Outer(0.5, new Inner(Colour.BLUE, false), 3);

  @Test
  void componentsOfAnInnerRecordCountAsTheOuterOnes() {
    assertThat(Settings.of(GIVEN))
        .containsExactly(
            new Setting("wideRange", double.class, 0.5),
            new Setting("colour", Colour.class, Colour.BLUE),
            new Setting("loud", boolean.class, false),
            new Setting("count", int.class, 3));
  }

  @Test
  void aSettingIsReplacedByNameOrByLabel() {
    assertThat(Settings.with(GIVEN, "wideRange", "2"))
        .isEqualTo(new Outer(2, new Inner(Colour.BLUE, false), 3));
    assertThat(Settings.with(GIVEN, "wide-range", " 2 "))
        .isEqualTo(Settings.with(GIVEN, "wideRange", "2"));
    assertThat(Settings.with(GIVEN, "colour", "dark-red").inner().colour())
        .isEqualTo(Colour.DARK_RED);
    assertThat(Settings.with(GIVEN, "loud", "true").inner().loud()).isTrue();
  }

  @Test
  void theOuterSettingsAreTheRecordsOwn() {
    assertThat(Settings.outer(GIVEN)).map(Setting::name).containsExactly("wideRange", "count");
  }

  @Test
  void severalAreReplacedAtOnce() {
    assertThat(Settings.with(GIVEN, Map.of("wide-range", "2", "loud", "true", "count", "9")))
        .isEqualTo(new Outer(2, new Inner(Colour.BLUE, true), 9));
  }

  @Test
  void everyTextIsReadBackAsItsValue() {
    for (Setting each : Settings.of(GIVEN)) {
      assertThat(Settings.with(GIVEN, each.label(), each.text())).isEqualTo(GIVEN);
    }
  }

  @Test
  void whatCannotBeSetIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> Settings.with(GIVEN, "size", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("setting must be one of wide-range, colour, loud, count; got size");
    assertThatThrownBy(() -> Settings.with(GIVEN, "colour", "green"))
        .hasMessage("colour must be one of dark-red, blue; got green");
    assertThatThrownBy(() -> Settings.with(GIVEN, "count", "1.5"))
        .hasMessage("count must be a whole number, got 1.5");
    assertThatThrownBy(() -> Settings.with(new MethodSpec.CeTuning(), "eta", "1"))
        .hasMessage("there is nothing to set, got eta");
  }

  @Test
  void theRecordsOwnRuleSpeaks() {
    assertThatThrownBy(() -> Settings.with(GIVEN, "count", "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count must be at least 1, got 0");
  }

  @Test
  void anInnerRecordIsSetAsAWholeByItsPreset() {
    MethodSpec.CoreTuning paper = MethodSpec.CoreTuning.defaults();

    assertThat(Settings.with(paper, "reading", "released"))
        .isEqualTo(paper.with(CoreTuningReading.released()));
    assertThat(
            Settings.with(paper, Map.of("reading", "released", "detach-originals", "false"))
                .reading())
        .isEqualTo(Settings.with(CoreTuningReading.released(), "detach-originals", "false"));
    assertThat(Presets.nameOf(CoreTuningReading.paper())).contains("paper");
    assertThat(Presets.names(CoreTuningReading.class)).containsExactly("paper", "released");
    assertThatThrownBy(() -> Settings.with(paper, "reading", "mine"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no such preset, only paper, released; got mine");
  }
}
