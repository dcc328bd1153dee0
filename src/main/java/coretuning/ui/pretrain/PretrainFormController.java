package coretuning.ui.pretrain;

import coretuning.job.Job;
import coretuning.result.RunState;
import coretuning.spec.DataSpec;
import coretuning.spec.PretrainName;
import coretuning.spec.PretrainPreset;
import coretuning.spec.Pretraining;
import coretuning.ui.form.Choice;
import coretuning.ui.form.FormGrid;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;

/// The form of a pre-training run and the buttons below it.
public final class PretrainFormController {
  /// Before ids of controls, and texts that read otherwise than in the form of fine-tuning.
  static final String PREFIX = "pretrain-";

  private final JobDesk desk;
  private final Function<Pretraining, Job> training;
  private final FileChoice files;
  private final Messages messages;
  private final Choice<PretrainPreset> preset =
      new Choice<>("preset", List.of(PretrainPreset.values()), PretrainPreset.MOCO_V2_SAMPLE);
  private final ReadOnlyObjectWrapper<Optional<Pretraining>> described =
      new ReadOnlyObjectWrapper<>(this, "described", Optional.empty());
  private PretrainForm form;

  @FXML private GridPane presetGrid;
  @FXML private GridPane dataGrid;
  @FXML private GridPane methodGrid;
  @FXML private Label methodAbout;
  @FXML private TitledPane synthesis;
  @FXML private GridPane synthesisGrid;
  @FXML private GridPane trainGrid;
  @FXML private GridPane recordingGrid;
  @FXML private Label message;
  @FXML private Button start;
  @FXML private Button pause;
  @FXML private Button stop;

  /// @param images that the form begins with
  /// @param training makes the job that pre-trains
  public PretrainFormController(
      DataSpec images,
      JobDesk desk,
      Function<Pretraining, Job> training,
      FileChoice files,
      Messages messages) {
    this.desk = desk;
    this.training = training;
    this.files = files;
    this.messages = messages;
    form = new PretrainForm(preset.value(), images.format(), images.root());
  }

  @FXML
  private void initialize() {
    new FormGrid(messages, files, PREFIX).fill(presetGrid, List.of(preset));
    var busy =
        Bindings.createBooleanBinding(
            () -> !desk.stateProperty().get().isTerminal(), desk.stateProperty());
    start
        .disableProperty()
        .bind(busy.or(Bindings.createBooleanBinding(() -> described.get().isEmpty(), described)));
    pause.disableProperty().bind(busy.not());
    stop.disableProperty().bind(busy.not());
    pause
        .textProperty()
        .bind(
            Bindings.when(desk.stateProperty().isEqualTo(RunState.PAUSED))
                .then(messages.text("action.resume"))
                .otherwise(messages.text("action.pause")));
    message.visibleProperty().bind(message.textProperty().isNotEmpty());
    message.managedProperty().bind(message.visibleProperty());
    synthesis.managedProperty().bind(synthesis.visibleProperty());
    preset
        .valueProperty()
        .subscribe((before, now) -> {
          form = form.withPreset(now);
          fill();
        });
    fill();
  }

  /// Shows the lines of the form in hand.
  private void fill() {
    var rows = new FormGrid(messages, files, PREFIX);
    List.of(dataGrid, methodGrid, synthesisGrid, trainGrid, recordingGrid)
        .forEach(grid -> grid.getChildren().clear());
    rows.fill(dataGrid, form.data.fields());
    rows.fill(methodGrid, List.of(form.method, form.architecture));
    rows.fill(methodGrid, form.momentum.fields());
    rows.fill(synthesisGrid, form.synthesis.fields());
    rows.fill(trainGrid, form.train.fields());
    rows.fill(trainGrid, List.of(form.seed, form.device));
    rows.fill(recordingGrid, form.recording.fields());
    rows.fill(recordingGrid, List.of(form.name));
    form.method.valueProperty().subscribe(this::show);
    message.textProperty().bind(form.messageProperty());
    described.bind(form.pretrainingProperty());
  }

  private void show(PretrainName method) {
    methodAbout.setText(messages.text("pretrain.method." + method.label()));
    synthesis.setVisible(method == PretrainName.MOCHI);
  }

  /// What the form describes; empty while a field is wrong.
  public ReadOnlyObjectProperty<Optional<Pretraining>> describedProperty() {
    return described.getReadOnlyProperty();
  }

  @FXML
  private void start() {
    described.get().ifPresent(wanted -> desk.start(training.apply(wanted)));
  }

  @FXML
  private void pauseOrResume() {
    if (desk.stateProperty().get() == RunState.PAUSED) {
      desk.resume();
    } else {
      desk.pause();
    }
  }

  @FXML
  private void stop() {
    desk.stop();
  }
}
