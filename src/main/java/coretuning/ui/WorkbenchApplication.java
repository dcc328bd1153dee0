package coretuning.ui;

import coretuning.job.AlignedMapsJob;
import coretuning.job.AugmentedViews;
import coretuning.job.CompareJob;
import coretuning.job.Doctor;
import coretuning.job.FineTuneJob;
import coretuning.job.Heads;
import coretuning.job.Job;
import coretuning.job.JobQueue;
import coretuning.job.PretrainJob;
import coretuning.job.ProjectJob;
import coretuning.job.SampleImages;
import coretuning.job.TableJob;
import coretuning.job.Workspace;
import coretuning.result.Embedding;
import coretuning.spec.DataSpec;
import coretuning.spec.DeviceChoice;
import coretuning.spec.Experiment;
import coretuning.spec.Pretraining;
import coretuning.spec.SamplePreset;
import coretuning.store.RunFolder;
import coretuning.ui.pretrain.PretrainEquipment;
import coretuning.ui.support.NativeFileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.application.Application;
import javafx.stage.Stage;

/// Wires the window to the real laboratory: the one place that builds queue, store and jobs.
public final class WorkbenchApplication extends Application {
  /// How a backbone's sidecar says that it can be made again.
  private static final String AGAIN = "workbench pretrain --spec spec.json";

  private static final int PAIRS = 24;

  private final Workspace workspace = Workspace.standard();
  private final JobQueue queue = new JobQueue();

  /// Opens the window and returns when it was closed.
  public static void open() {
    Application.launch(WorkbenchApplication.class);
  }

  @Override
  public void start(Stage stage) {
    Path preferences =
        Path.of(System.getProperty("user.home"), ".config", "core-tuning-workbench", "window");
    new WorkbenchWindow(
            equipment(workspace, queue, preferences),
            stage,
            new NativeFileChoice(stage),
            folder -> getHostServices().showDocument(folder.toUri().toString()))
        .show();
  }

  /// The real laboratory, in a place of the caller's.
  static Equipment equipment(Workspace workspace, JobQueue queue, Path preferences) {
    var images = new SampleImages(workspace.cache());
    return new Equipment(
        queue,
        experiments -> training(experiments, workspace),
        run -> resumed(workspace.runs().open(run), workspace),
        workspace.runs(),
        workspace.runs().root().resolveSibling("tables"),
        table -> new TableJob(table, workspace.cache()),
        (run, embedding) -> new ProjectJob(workspace.runs().open(run), embedding),
        run -> Heads.newest(workspace.runs().open(run)),
        courses -> aligned(courses, workspace),
        (data, sample) -> Optional.of(images.thumbnail(data, sample)),
        images::file,
        images::classNames,
        () -> Doctor.examine(DeviceChoice.AUTO).deviceLines(),
        new PretrainEquipment(
            DataSpec.fashionMnist(SamplePreset.DATA),
            pretraining -> PretrainJob.start(pretraining, workspace, AGAIN),
            (pretraining, draw) -> new AugmentedViews(images).draw(pretraining, PAIRS, draw)),
        SamplePreset.experiment(),
        preferences);
  }

  private static Job aligned(SequencedMap<String, List<Embedding>> courses, Workspace workspace) {
    return new AlignedMapsJob(
        courses.entrySet().stream()
            .map(each ->
                new AlignedMapsJob.Course(workspace.runs().open(each.getKey()), each.getValue()))
            .toList());
  }

  private static Job resumed(RunFolder run, Workspace workspace) {
    return switch (run.spec()) {
      case Experiment _ -> FineTuneJob.resume(run, workspace);
      case Pretraining _ -> PretrainJob.resume(run, workspace, AGAIN);
    };
  }

  private static Job training(List<Experiment> experiments, Workspace workspace) {
    return experiments.size() == 1
        ? FineTuneJob.start(experiments.getFirst(), workspace, true)
        : new CompareJob(experiments, workspace);
  }

  @Override
  public void stop() {
    queue.close();
  }
}
