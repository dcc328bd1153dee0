package coretuning.ui.data;

import coretuning.result.DataFinding.Kind;
import coretuning.result.DataFinding.Severity;
import java.util.Arrays;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// The kind of a finding in the colour of how bad it is.
final class KindCell<R> extends TableCell<R, Kind> {
  private final Label label = new Label();
  private final Function<Kind, String> words;

  KindCell(Function<Kind, String> words) {
    this.words = words;
    label.setWrapText(true);
    setGraphic(label);
  }

  @Override
  protected void updateItem(@Nullable Kind item, boolean empty) {
    super.updateItem(item, empty);
    label.getStyleClass().removeAll(Arrays.stream(Severity.values()).map(KindCell::style).toList());
    if (empty || item == null) {
      label.setText("");
      return;
    }
    label.setText(words.apply(item));
    label.getStyleClass().add(style(item.severity()));
  }

  private static String style(Severity severity) {
    return "severity-" + severity;
  }
}
