package coretuning.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.DataOutline;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.ui.Specs;
import coretuning.ui.form.DataForm;
import coretuning.ui.support.Background;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RecentPaths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLineTest {
  private static final DataOutline PHOTOS =
      new DataOutline(DataFormat.IMAGE_FOLDER, "10 classes", 10, 9469, 0, 3925);

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private final RecentPaths recent = new RecentPaths("data", Map.of());
  private final Inquiry<DataOutline> inquiry =
      new Inquiry<>(new Background(Runnable::run, Runnable::run), Runnable::run);

  private DataForm form() {
    return new ExperimentForm(Specs.coreTuning(folder.toString())).data;
  }

  private DataLine line(DataForm form, DataLine.Look look) {
    return new DataLine(form, inquiry, look, recent);
  }

  private Optional<DataOutline> photos(Path path, DataFormat format) {
    asked.add(path.getFileName() + " " + format);
    return Optional.of(PHOTOS);
  }

  @Test
  void aChangeOfPlaceOrFormatLooksAgain() {
    DataForm form = form();
    line(form, (path, format, choice, control, found) -> photos(path, format)).ask();
    form.format.valueProperty().set(DataFormat.AUTO);
    form.root.textProperty().set(folder.getParent().toString());

    assertThat(asked)
        .containsExactly(
            folder.getFileName() + " IDX",
            folder.getFileName() + " AUTO",
            folder.getParent().getFileName() + " AUTO");
    assertThat(inquiry.answer()).contains(PHOTOS);
    assertThat(recent.paths()).containsExactly(folder.getParent().toString(), folder.toString());
  }

  @Test
  void aWrongPathIsTheFieldsToTell() {
    DataForm form = form();
    line(form, (path, format, choice, control, found) -> photos(path, format)).ask();
    form.root.textProperty().set("/no/such/place");
    assertThat(inquiry.stateProperty().get()).isInstanceOf(Inquiry.State.Idle.class);
  }

  @Test
  void whatIsNoDataSetIsNotRemembered() {
    line(
            form(),
            (path, format, choice, control, found) -> {
              throw new Problem("this is no data set", path.toString(), "choose another");
            })
        .ask();
    assertThat(inquiry.stateProperty().get()).isInstanceOf(Inquiry.State.Refused.class);
    assertThat(recent.paths()).isEmpty();
  }

  @Test
  void theLineCountsClassesAndImages() {
    Messages messages = Messages.ofProgram();
    assertThat(DataLine.text(PHOTOS, messages))
        .isEqualTo("Image folder: 10 classes, 9,469 training, 3,925 test images");
    assertThat(DataLine.text(new DataOutline(DataFormat.DTD, "", 47, 1880, 12, 1880), messages))
        .isEqualTo("DTD textures: 47 classes, 1,880 training, 12 validation, 1,880 test images");
  }
}
