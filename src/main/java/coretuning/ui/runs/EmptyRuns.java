package coretuning.ui.runs;

import coretuning.result.RunSummary;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.StackPane;

/// What an empty table says: that there is no run yet, or that none matches.
final class EmptyRuns extends StackPane {
  EmptyRuns(ObservableList<RunSummary> all, Messages messages) {
    var none = new Placeholder(messages.text("runs.empty"), messages.text("runs.emptyHint"));
    var hidden = new Placeholder(messages.text("runs.noMatch"), messages.text("runs.noMatchHint"));
    getChildren().setAll(none);
    all.addListener(
        (ListChangeListener<RunSummary>)
            change -> getChildren().setAll(all.isEmpty() ? none : hidden));
  }
}
