package coretuning.ui.table;

import coretuning.spec.Variant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// A row that the table may have.
final class VariantChoice {
  private final Variant variant;
  private final BooleanProperty chosen;

  VariantChoice(Variant variant, boolean isChosen) {
    this.variant = variant;
    chosen = new SimpleBooleanProperty(this, "chosen", isChosen);
  }

  Variant variant() {
    return variant;
  }

  BooleanProperty chosenProperty() {
    return chosen;
  }

  @Override
  public String toString() {
    return variant.title();
  }
}
