package coretuning.ui;

import coretuning.job.Checkpoints;
import coretuning.ui.data.CheckpointCheck;
import coretuning.ui.data.CheckpointController;
import coretuning.ui.data.DataCheck;
import coretuning.ui.data.DataDoctorController;
import coretuning.ui.data.PreviewController;
import coretuning.ui.data.PreviewModel;
import coretuning.ui.experiment.ExperimentForm;
import coretuning.ui.experiment.Inspection;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.support.Background;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.RecentPaths;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The dialogs that look into what the form has chosen, and the paths it had chosen before.
final class Inspections {
  private final ExperimentForm form;
  private final Dialogs dialogs;
  private final FileChoice files;
  private final FigureDesk figures;
  private final RecentPaths data;
  private final RecentPaths weights;

  /// @param figures makes the views of figures
  /// @param recent paths of earlier sessions, see [#recent]
  Inspections(
      ExperimentForm form,
      Dialogs dialogs,
      FileChoice files,
      FigureDesk figures,
      Map<String, String> recent) {
    this.form = form;
    this.dialogs = dialogs;
    this.files = files;
    this.figures = figures;
    data = new RecentPaths("data", recent);
    weights = new RecentPaths("weights", recent);
  }

  /// For the form.
  Inspection offer() {
    return new Inspection(data, weights, this::checkData, this::checkWeights, this::preview);
  }

  /// For the preferences.
  Map<String, String> recent() {
    var stored = new LinkedHashMap<>(data.stored());
    stored.putAll(weights.stored());
    return stored;
  }

  private void checkData() {
    form.dataSet()
        .ifPresent(chosen -> {
          var question =
              new DataCheck.Question(
                  Path.of(chosen.root()), chosen.format(), chosen.choice(), form.batchSize());
          dialogs.checkData(
              new DataDoctorController(
                  new DataCheck(question, Inquiry.ofWindow()),
                  files,
                  Background.ofWindow(),
                  figures.messages()));
        });
  }

  private void checkWeights() {
    form.weights()
        .ifPresent(file ->
            dialogs.checkWeights(
                new CheckpointController(
                    new CheckpointCheck(file, Inquiry.ofWindow(), Checkpoints::examine),
                    form.architecture(),
                    figures.messages())));
  }

  private void preview() {
    dialogs.preview(
        new PreviewController(
            PreviewModel.ofWindow(form.previewProperty()), figures, figures.messages()));
  }
}
