package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.figure.FigureFormat;
import coretuning.spec.ColourSet;
import coretuning.spec.FigureLook;
import coretuning.spec.LegendPlace;
import coretuning.spec.Sheet.Unit;
import coretuning.ui.support.Messages;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportFormTest {
  private final ExportForm form = new ExportForm(Map.of(), Messages.ofProgram());

  @Test
  void anUntouchedFormIsTheStandardLook() {
    assertThat(form.look()).contains(FigureLook.standard());
  }

  @Test
  void theSizeStaysTheSameWhenTheUnitChanges() {
    form.width.text.set("127");
    form.height.text.set("25.4");
    form.unit.set(Unit.INCH);
    assertThat(form.width.value()).hasValue(5);
    assertThat(form.height.value()).hasValue(1);
    form.unit.set(Unit.PX);
    assertThat(form.width.value()).hasValue(1500);
    form.unit.set(Unit.MM);
    assertThat(form.look().orElseThrow().sheet().pixelWidth()).isEqualTo(1500);
  }

  @Test
  void eachWrongNumberIsSaidAtItsFieldAndThereIsNoLook() {
    form.width.text.set("wide");
    assertThat(form.look()).isEmpty();
    assertThat(form.width.error.get()).isNotEmpty();
    assertThat(form.height.error.get()).isEmpty();

    form.width.text.set("100");
    form.dpi.text.set("72.5");
    assertThat(form.look()).isEmpty();
    assertThat(form.dpi.error.get()).isNotEmpty();
    form.dpi.text.set("10");
    assertThat(form.dpi.error.get()).contains("dpi must lie in [30, 2400], got 10");

    form.dpi.text.set("300");
    form.fontSize.text.set("500");
    assertThat(form.fontSize.error.get()).contains("got 500");
    form.fontSize.text.set("8");
    assertThat(form.look()).isPresent();
    assertThat(form.fontSize.error.get()).isEmpty();
  }

  @Test
  void formatAndNameOfTheFileFollowEachOther() {
    assertThat(form.file()).isEmpty();
    assertThat(form.pathError.get()).isNotEmpty();

    form.path.set("figures/map");
    assertThat(form.file()).contains(Path.of("figures/map.png"));
    form.path.set("figures/map.svg");
    assertThat(form.format.get()).isEqualTo(FigureFormat.SVG);
    form.format.set(FigureFormat.PDF);
    assertThat(form.file()).contains(Path.of("figures/map.pdf"));
    assertThat(form.pathError.get()).isEmpty();
  }

  @Test
  void whatWasChosenIsRememberedAndANameThatIsNoneIsPassedOver() {
    form.unit.set(Unit.INCH);
    form.legend.set(LegendPlace.BOTTOM);
    form.colours.set(ColourSet.GREY);
    form.title.set(false);
    form.recipe.set(true);
    var next = new ExportForm(form.choices(), Messages.ofProgram());
    assertThat(next.choices()).isEqualTo(form.choices());
    assertThat(next.look()).isEqualTo(form.look());

    var edited = new ExportForm(Map.of("unit", "FURLONG", "dpi", "150"), Messages.ofProgram());
    assertThat(edited.unit.get()).isEqualTo(Unit.MM);
    assertThat(edited.look().orElseThrow().sheet().dpi()).isEqualTo(150);
  }
}
