package coretuning.ui.compare;

import coretuning.result.EpochMetrics;
import coretuning.result.Evaluation;
import coretuning.result.Part;
import coretuning.result.Spread;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.RunNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The numbers of the runs on display, a row each.
final class ResultGrid extends GridPane {
  private record Column(String key, Function<LiveRun, String> value) {}

  private final Messages messages;
  private final List<Column> columns = new ArrayList<>();

  ResultGrid(Messages messages) {
    this.messages = messages;
    getStyleClass().add("result-grid");
    columns.add(new Column("state", run -> messages.text("state." + run.state().name())));
    columns.add(new Column("epoch", ResultGrid::epoch));
    columns.add(new Column("loss", run -> last(run, m -> Numbers.three(m.loss()))));
    columns.add(new Column("train", run -> last(run, m -> Numbers.percent(m.trainTop1()))));
    columns.add(
        new Column(
            "validation",
            run -> last(run, m -> Numbers.percent(m.validation().orElse(Double.NaN)))));
    columns.add(new Column("top1", run -> test(run, each -> Numbers.percent(each.top1()))));
    columns.add(new Column("top5", run -> test(run, each -> Numbers.percent(each.top5()))));
    columns.add(
        new Column("perClass", run -> test(run, each -> Numbers.percent(each.meanPerClass()))));
    columns.add(new Column("knn", run -> test(run, each -> Numbers.percent(each.knn()))));
    columns.add(new Column("ratio", ResultGrid::ratio));
    var first = new ColumnConstraints();
    first.setHgrow(Priority.ALWAYS);
    first.setMinWidth(96);
    getColumnConstraints().add(first);
    for (int i = 0; i < columns.size(); i++) {
      var column = new ColumnConstraints();
      column.setHalignment(HPos.RIGHT);
      column.setHgrow(Priority.SOMETIMES);
      getColumnConstraints().add(column);
    }
  }

  /// Shows what the runs now have.
  void show(Comparison comparison) {
    getChildren().clear();
    add(header("run"), 0, 0);
    for (int i = 0; i < columns.size(); i++) {
      add(header(columns.get(i).key()), i + 1, 0);
    }
    int row = 1;
    for (LiveRun run : comparison.runs()) {
      var name = new Label(RunNames.of(run, comparison));
      name.getStyleClass().add("strong");
      add(name, 0, row);
      for (int i = 0; i < columns.size(); i++) {
        add(new Label(columns.get(i).value().apply(run)), i + 1, row);
      }
      row++;
    }
  }

  private Label header(String key) {
    var label = new Label(messages.text("result." + key));
    label.getStyleClass().addAll("muted", "small");
    label.setMinWidth(USE_PREF_SIZE);
    if (messages.has("result." + key + ".help")) {
      label.setTooltip(new Tooltip(messages.text("result." + key + ".help")));
    }
    return label;
  }

  private static String epoch(LiveRun run) {
    int done = run.epochs().isEmpty() ? 0 : run.epochs().getLast().epoch();
    return done + " / " + run.spec().train().epochs();
  }

  private static String last(LiveRun run, Function<EpochMetrics, String> value) {
    return run.epochs().isEmpty() ? Numbers.UNKNOWN : value.apply(run.epochs().getLast());
  }

  private static String test(LiveRun run, Function<Evaluation, String> value) {
    return run.evaluation(Part.TEST).map(value).orElse(Numbers.UNKNOWN);
  }

  private static String ratio(LiveRun run) {
    Optional<Spread> spread = run.newest().map(snapshot -> snapshot.spread());
    return spread.map(each -> Numbers.three(each.ratio())).orElse(Numbers.UNKNOWN);
  }
}
