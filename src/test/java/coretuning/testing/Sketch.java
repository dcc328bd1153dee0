package coretuning.testing;

import coretuning.figure.Figure;
import coretuning.figure.FigureTable;

/// A figure that is only drawn, with no numbers behind it.
@FunctionalInterface
public interface Sketch extends Figure {
  @Override
  default FigureTable data() {
    return FigureTable.empty();
  }
}
