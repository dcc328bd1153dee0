package coretuning.figure;

import coretuning.result.EpochDiagnostics;
import coretuning.result.Theory;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What Core-tuning's two theorems speak of, over epochs: tightness T, contrast R and their sum
/// L_con; the entropies H(Z|Y) and H(Z) of test features; and the plain cross-entropy of training
/// images, which is the same quantity with L_con in the objective and without.
///
/// @param title may be empty
/// @param runs in the order of their colours
public record TheoryFigure(String title, List<Run> runs) implements Figure {
  private static final int COLUMNS = 3;

  /// What is known of one run.
  ///
  /// @param name in the legends
  /// @param theory by epoch, ascending
  /// @param diagnostics by epoch, ascending
  public record Run(String name, List<Theory> theory, List<EpochDiagnostics> diagnostics) {
    public Run {
      theory = List.copyOf(theory);
      diagnostics = List.copyOf(diagnostics);
    }

    private Series of(ToDoubleFunction<Theory> value) {
      return new Series(
          name,
          theory.stream().mapToDouble(Theory::epoch).toArray(),
          theory.stream().mapToDouble(value).toArray());
    }

    private Series crossEntropy() {
      return new Series(
          name,
          diagnostics.stream().mapToDouble(EpochDiagnostics::epoch).toArray(),
          diagnostics.stream().mapToDouble(EpochDiagnostics::crossEntropy).toArray());
    }
  }

  public TheoryFigure {
    runs = List.copyOf(runs);
  }

  /// Whether there is a curve to draw.
  public boolean hasData() {
    return runs.stream().anyMatch(run -> !run.theory().isEmpty() || !run.diagnostics().isEmpty());
  }

  @Override
  public void draw(Graphics2D graphics, double width, double height, Style style) {
    parts().draw(graphics, width, height, style);
  }

  @Override
  public FigureTable data() {
    return parts().data();
  }

  private Panels parts() {
    return new Panels(
        title,
        List.of(
            curves("Tightness T", Theory::tightness),
            curves("Contrast R", Theory::contrast),
            curves("L_con = T + R", Theory::contrastiveLoss),
            curves("Class-conditional entropy H(Z|Y)", Theory::conditionalEntropy),
            curves("Entropy H(Z)", Theory::entropy),
            figure(
                "Cross-entropy of training images", runs.stream().map(Run::crossEntropy).toList())),
        COLUMNS);
  }

  private Figure curves(String name, ToDoubleFunction<Theory> value) {
    return figure(name, runs.stream().map(run -> run.of(value)).toList());
  }

  private static Figure figure(String name, List<Series> series) {
    return new CurveFigure(
        name, "epoch", "nats", series.stream().filter(each -> each.x().length > 0).toList());
  }
}
