package coretuning.ui;

import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.StatusLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver;

/// The bar at the bottom: device, what was last said, state and progress of the job.
final class StatusController {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final double DETAILS_WIDTH = 640;
  private static final double DETAILS_HEIGHT = 240;

  private final StatusLine status;
  private final Comparison comparison;
  private final JobDesk desk;
  private final Messages messages;

  @FXML private Label deviceLabel;
  @FXML private Hyperlink line;
  @FXML private Label stateLabel;
  @FXML private Label progressLabel;
  @FXML private ProgressBar progressBar;

  StatusController(StatusLine status, Comparison comparison, JobDesk desk, Messages messages) {
    this.status = status;
    this.comparison = comparison;
    this.desk = desk;
    this.messages = messages;
  }

  @FXML
  private void initialize() {
    deviceLabel.setText(messages.text("status.starting"));
    line.textProperty().bind(status.textProperty());
    status.errorProperty().subscribe(isError -> line.pseudoClassStateChanged(ERROR, isError));
    desk.stateProperty().subscribe(state -> show());
    comparison.listen(this::show);
  }

  /// Says what the program runs on.
  ///
  /// @param lines the short answer first, then the details
  void device(List<String> lines) {
    deviceLabel.setText(lines.getFirst());
    deviceLabel.setTooltip(new Tooltip(String.join("\n", lines.subList(1, lines.size()))));
  }

  private void show(Set<Aspect> changed) {
    if (changed.contains(Aspect.PROGRESS)) {
      show();
    }
  }

  private void show() {
    RunState state = desk.stateProperty().get();
    boolean busy = desk.isBusy();
    progressBar.setVisible(busy);
    progressBar.setManaged(busy);
    stateLabel.setVisible(busy);
    stateLabel.setManaged(busy);
    stateLabel.setText(messages.text("state." + state.name()));
    Optional<RunEvent.Progress> progress = busy ? newestProgress() : Optional.empty();
    progressLabel.setText(progress.map(this::text).orElse(""));
    progressBar.setProgress(
        progress
            .filter(each -> each.total() > 0)
            .map(each -> (double) each.done() / each.total())
            .orElse(ProgressBar.INDETERMINATE_PROGRESS));
  }

  /// Of the run that began last: runs of a comparison follow one another.
  private Optional<RunEvent.Progress> newestProgress() {
    return comparison
        .preparing()
        .or(() ->
            comparison.runs().stream()
                .flatMap(run -> run.progress().stream())
                .reduce((earlier, later) -> later));
  }

  private String text(RunEvent.Progress progress) {
    String method =
        comparison.runs().stream()
            .filter(run -> run.id().equals(progress.run()))
            .map(LiveRun::spec)
            .map(spec -> spec.methodTitle() + ", ")
            .findFirst()
            .orElse("");
    String rate =
        Double.isNaN(progress.imagesPerSecond())
            ? ""
            : messages.text(
                "status.rate", String.format(Locale.ROOT, "%,.0f", progress.imagesPerSecond()));
    String left =
        Double.isNaN(progress.secondsLeft())
            ? ""
            : messages.text("status.left", Numbers.duration(progress.secondsLeft()));
    return method + progress.doing() + rate + left;
  }

  @FXML
  private void showDetails() {
    var lines = new ListView<>(status.log());
    lines.setPrefSize(DETAILS_WIDTH, DETAILS_HEIGHT);
    lines.getStyleClass().add("status-details");
    var popover = new PopOver(lines);
    popover.setTitle(messages.text("status.details"));
    popover.setHeaderAlwaysVisible(true);
    popover.setDetachable(false);
    popover.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
    popover.show(line);
    lines.scrollTo(status.log().size() - 1);
  }
}
