package coretuning.gallery;

import coretuning.figure.AlignmentUniformityFigure;
import coretuning.figure.CentreDistanceFigure;
import coretuning.figure.Colouring;
import coretuning.figure.ConfusionFigure;
import coretuning.figure.CurveFigure;
import coretuning.figure.DecisionPathFigure;
import coretuning.figure.DiagnosticsFigure;
import coretuning.figure.DifferenceFigure;
import coretuning.figure.Figure;
import coretuning.figure.FigureFile;
import coretuning.figure.FigureOrigin;
import coretuning.figure.FocalHeatFigure;
import coretuning.figure.HistogramFigure;
import coretuning.figure.MixMapFigure;
import coretuning.figure.NoDataFigure;
import coretuning.figure.PairFigure;
import coretuning.figure.Panels;
import coretuning.figure.PretrainingFigure;
import coretuning.figure.QuantileFigure;
import coretuning.figure.QuantileRowsFigure;
import coretuning.figure.QueryMapFigure;
import coretuning.figure.RidgeFigure;
import coretuning.figure.ScatterFigure;
import coretuning.figure.SimilarityFigure;
import coretuning.figure.SpreadFigure;
import coretuning.figure.Style;
import coretuning.figure.SweepFigure;
import coretuning.figure.TheoryFigure;
import coretuning.figure.ViewPairFigure;
import coretuning.figure.WeightFigure;
import coretuning.result.Problem;
import coretuning.spec.FigureLook;
import coretuning.store.JsonFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A figure with all the numbers and pictures that it shows: the recipe of what was on display in
/// the window, choices, selection and all. It is drawn again without its runs, which may be gone or
/// have gone on since; edit its look and it fits another paper.
///
/// @param origin written into every file of it
public record Drawing(Figure figure, FigureLook look, FigureOrigin origin) {
  /// All figures there are: a recipe can hold no other class.
  static final List<Class<?>> FIGURES =
      List.of(
          AlignmentUniformityFigure.class,
          CentreDistanceFigure.class,
          ConfusionFigure.class,
          CurveFigure.class,
          DecisionPathFigure.class,
          DiagnosticsFigure.class,
          DifferenceFigure.class,
          FocalHeatFigure.class,
          HistogramFigure.class,
          MixMapFigure.class,
          NoDataFigure.class,
          PairFigure.class,
          Panels.class,
          PretrainingFigure.class,
          QuantileFigure.class,
          QuantileRowsFigure.class,
          QueryMapFigure.class,
          RidgeFigure.class,
          ScatterFigure.class,
          SimilarityFigure.class,
          SpreadFigure.class,
          SweepFigure.class,
          TheoryFigure.class,
          ViewPairFigure.class,
          WeightFigure.class);

  private static final JsonFile<Drawing> JSON =
      JsonFile.of(
          Drawing.class,
          "drawing",
          Map.of(
              Figure.class,
              FIGURES,
              Colouring.class,
              List.of(Colouring.class.getPermittedSubclasses())));

  /// Whether a recipe holds a drawing, rather than the name of a figure and its runs.
  ///
  /// @throws Problem if the file is missing or no recipe
  public static boolean isIn(Path recipe) {
    return JSON.isKindOf(recipe);
  }

  /// Reads a recipe.
  ///
  /// @throws Problem naming the file, the field and the rule that is broken
  public static Drawing read(Path recipe) {
    return JSON.read(recipe);
  }

  /// Writes the recipe atomically.
  ///
  /// @throws Problem if the file cannot be written
  public void save(Path recipe) {
    JSON.write(recipe, this);
  }

  /// Draws the figure into a file; the ending of its name decides the format.
  ///
  /// @throws Problem if the file cannot be written
  public void drawTo(Path file) {
    FigureFile.write(figure, file, look.sheet(), Style.of(look), origin);
  }
}
