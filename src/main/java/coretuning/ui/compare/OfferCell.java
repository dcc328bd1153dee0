package coretuning.ui.compare;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A choice in a list, greyed out with the reason where it has nothing to show.
///
/// @param <T> what is chosen
final class OfferCell<T> extends ListCell<T> {
  private final StringConverter<T> texts;
  private final Function<T, Optional<String>> missing;
  private final Label name = new Label();
  private final Label reason = new Label();
  private final VBox both = new VBox(name, reason);

  private OfferCell(StringConverter<T> texts, Function<T, Optional<String>> missing) {
    this.texts = texts;
    this.missing = missing;
    reason.getStyleClass().addAll("muted", "small");
    reason.managedProperty().bind(reason.visibleProperty());
  }

  /// Lets a box show such cells.
  ///
  /// @param missing why there is nothing to show; empty if there is
  static <T> void in(
      ComboBox<T> box, StringConverter<T> texts, Function<T, Optional<String>> missing) {
    box.setConverter(texts);
    box.setCellFactory(list -> new OfferCell<>(texts, missing));
    // The list asks anew whenever it opens: what is recorded changes while a run goes on.
    box.setOnShowing(opening -> box.setCellFactory(list -> new OfferCell<>(texts, missing)));
  }

  @Override
  protected void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setDisable(false);
      return;
    }
    Optional<String> why = missing.apply(item);
    name.setText(texts.toString(item));
    reason.setText(why.orElse(""));
    reason.setVisible(why.isPresent());
    setDisable(why.isPresent());
    setGraphic(both);
  }
}
