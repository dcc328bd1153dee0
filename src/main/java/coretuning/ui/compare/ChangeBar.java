package coretuning.ui.compare;

import coretuning.ui.support.Messages;
import coretuning.ui.support.Pick;
import coretuning.ui.support.SampleSelection;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// What became of the samples from one run to another, in counts; a click on a count selects its
/// samples.
final class ChangeBar extends FlowPane {
  private final SampleSelection selection;
  private final Messages messages;

  ChangeBar(SampleSelection selection, Messages messages) {
    this.selection = selection;
    this.messages = messages;
    getStyleClass().add("change-bar");
    setAlignment(Pos.CENTER_LEFT);
  }

  /// Counts.
  ///
  /// @param names of the two runs, e.g. `CE-tuning → Core-tuning`
  /// @param moves see [Difference#moves]; empty while they are computed
  void show(String names, Difference difference, Channels channels, Optional<int[]> moves) {
    getChildren().clear();
    var title = new Label(messages.text("change.title", names));
    title.getStyleClass().add("muted");
    getChildren().add(title);
    add(difference, difference.predictions(), channels.changeNames());
    moves.ifPresent(kinds -> add(difference, kinds, channels.moveNames().subList(0, 2)));
  }

  private void add(Difference difference, int[] kinds, List<String> names) {
    for (int kind = 0; kind < names.size(); kind++) {
      BitSet samples = difference.samples(kinds, kind);
      var button =
          new Button(messages.text("change.count", names.get(kind), samples.cardinality()));
      button.getStyleClass().addAll("small", "change-count");
      button.setDisable(samples.isEmpty());
      var common = (BitSet) samples.clone();
      common.and(selection.get().ids());
      button.setTooltip(
          new Tooltip(messages.text("change.help", samples.cardinality(), common.cardinality())));
      button.setOnAction(pressed -> selection.pick(samples, Pick.REPLACE));
      getChildren().add(button);
    }
  }
}
