package coretuning.ui.pairs;

import coretuning.ui.support.Messages;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows an epoch in a choice, e.g. `Epoch 50`.
final class EpochText extends StringConverter<Integer> {
  private final Messages messages;

  EpochText(Messages messages) {
    this.messages = messages;
  }

  @Override
  public String toString(@Nullable Integer epoch) {
    return epoch == null ? "" : messages.text("pairs.epoch", epoch);
  }

  @Override
  public Integer fromString(String text) {
    throw new UnsupportedOperationException("the choices cannot be typed");
  }
}
