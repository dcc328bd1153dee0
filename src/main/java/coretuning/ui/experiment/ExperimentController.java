package coretuning.ui.experiment;

import coretuning.job.Job;
import coretuning.job.PathKind;
import coretuning.result.RunState;
import coretuning.spec.Experiment;
import coretuning.spec.MethodName;
import coretuning.ui.form.FormGrid;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The form and the buttons below it.
public final class ExperimentController {
  private final ExperimentForm form;
  private final JobDesk desk;
  private final Function<List<Experiment>, Job> training;
  private final FileChoice files;
  private final Inspection inspection;
  private final Messages messages;
  private final Tooltip whyNot = new Tooltip();

  @FXML private VBox experiment;
  @FXML private GridPane dataGrid;
  @FXML private GridPane backboneGrid;
  @FXML private GridPane methodGrid;
  @FXML private Label methodAbout;
  @FXML private TitledPane advanced;
  @FXML private GridPane advancedGrid;
  @FXML private GridPane trainGrid;
  @FXML private GridPane recordingGrid;
  @FXML private Label message;
  @FXML private StackPane compareFrame;
  @FXML private Button compare;
  @FXML private MenuButton fineTune;
  @FXML private MenuItem fineTuneChosen;
  @FXML private Button pause;
  @FXML private Button stop;

  /// @param training makes the job that trains one experiment, or compares two
  public ExperimentController(
      ExperimentForm form,
      JobDesk desk,
      Function<List<Experiment>, Job> training,
      FileChoice files,
      Inspection inspection,
      Messages messages) {
    this.form = form;
    this.desk = desk;
    this.training = training;
    this.files = files;
    this.inspection = inspection;
    this.messages = messages;
  }

  @FXML
  private void initialize() {
    var paths = new PathLines(form, inspection, messages);
    var rows = new FormGrid(messages, files, paths.attachments());
    new FormDrop(PathKind::of, paths::chooseData, paths::chooseWeights).receive(experiment);
    rows.fill(dataGrid, form.data.fields());
    rows.fill(backboneGrid, form.backbone.fields());
    rows.fill(methodGrid, form.method.main());
    rows.fill(advancedGrid, form.method.advanced());
    rows.fill(trainGrid, form.train.fields());
    rows.fill(trainGrid, List.of(form.selection, form.seed, form.device));
    rows.fill(recordingGrid, form.recording.fields());
    rows.fill(recordingGrid, List.of(form.name));
    message.textProperty().bind(form.messageProperty());
    message.visibleProperty().bind(message.textProperty().isNotEmpty());
    message.managedProperty().bind(message.visibleProperty());
    bindButtons();
    form.method.name.valueProperty().subscribe(this::show);
  }

  /// What depends on the method: its description, its switches, and what can be compared.
  private void show(MethodName method) {
    methodAbout.setText(messages.text("method." + method.label()));
    boolean hasSwitches = form.method.isAdvanced(method);
    advanced.setVisible(hasSwitches);
    advanced.setManaged(hasSwitches);
    boolean isBaseline = method == MethodName.CE_TUNING;
    compare.setText(
        isBaseline
            ? messages.text("action.compare.none")
            : messages.text("action.compare", method.title()));
    fineTuneChosen.setText(messages.text("action.fineTuneChosen", method.title()));
    fineTuneChosen.setVisible(!isBaseline);
    // On the frame: a disabled button shows no tooltip.
    Tooltip.uninstall(compareFrame, whyNot);
    if (isBaseline) {
      Tooltip.install(compareFrame, whyNot);
    }
  }

  private void bindButtons() {
    whyNot.setText(messages.text("action.compare.whyNot"));
    BooleanBinding alone = form.method.name.valueProperty().isEqualTo(MethodName.CE_TUNING);
    BooleanBinding busy =
        Bindings.createBooleanBinding(
            () -> !desk.stateProperty().get().isTerminal(), desk.stateProperty());
    BooleanBinding incomplete =
        Bindings.createBooleanBinding(
            () -> form.experimentProperty().get().isEmpty(), form.experimentProperty());
    compare.disableProperty().bind(busy.or(incomplete).or(alone));
    fineTune.disableProperty().bind(busy.or(incomplete));
    pause.disableProperty().bind(busy.not());
    stop.disableProperty().bind(busy.not());
    pause
        .textProperty()
        .bind(
            Bindings.when(desk.stateProperty().isEqualTo(RunState.PAUSED))
                .then(messages.text("action.resume"))
                .otherwise(messages.text("action.pause")));
  }

  /// Trains CE-tuning and the chosen method, if that is another one, the form is complete and no
  /// job runs.
  @FXML
  public void compare() {
    if (!compare.isDisabled()) {
      desk.start(training.apply(form.comparison()));
    }
  }

  @FXML
  private void fineTuneChosen() {
    desk.start(training.apply(List.of(form.chosen())));
  }

  @FXML
  private void fineTuneCe() {
    desk.start(training.apply(List.of(form.ceTuning())));
  }

  /// Pauses the job that runs, or lets the paused one go on.
  @FXML
  public void pauseOrResume() {
    if (desk.stateProperty().get() == RunState.PAUSED) {
      desk.resume();
    } else {
      desk.pause();
    }
  }

  /// Ends the job after the batch in hand.
  @FXML
  public void stop() {
    desk.stop();
  }
}
