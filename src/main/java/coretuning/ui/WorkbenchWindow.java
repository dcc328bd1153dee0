package coretuning.ui;

import coretuning.figure.Style;
import coretuning.result.Problem;
import coretuning.spec.Architecture;
import coretuning.spec.Pretraining;
import coretuning.ui.compare.ConfusionController;
import coretuning.ui.compare.DiagnosticsController;
import coretuning.ui.compare.EmbeddingsController;
import coretuning.ui.compare.SpreadController;
import coretuning.ui.compare.TrainingController;
import coretuning.ui.experiment.ExperimentController;
import coretuning.ui.experiment.ExperimentForm;
import coretuning.ui.pairs.HeadsShelf;
import coretuning.ui.pairs.PairsController;
import coretuning.ui.pairs.WeightsController;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureSource;
import coretuning.ui.pretrain.PretrainController;
import coretuning.ui.pretrain.PretrainEquipment;
import coretuning.ui.pretrain.PretrainFormController;
import coretuning.ui.runs.RunsModel;
import coretuning.ui.settings.Preferences;
import coretuning.ui.settings.PreferencesFile;
import coretuning.ui.settings.RememberedFolders;
import coretuning.ui.settings.Session;
import coretuning.ui.settings.Theme;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.EventBridge;
import coretuning.ui.support.FileChoice;
import coretuning.ui.support.FxThread;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RememberedSizes;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.StatusLine;
import coretuning.ui.support.ViewLoader;
import coretuning.ui.table.TableController;
import coretuning.ui.table.TableForm;
import coretuning.ui.table.TableModel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// The workbench's window: builds every view, joins them, and shows them on a stage.
public final class WorkbenchWindow {
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 640;

  private final Equipment equipment;
  private final Stage stage;
  private final RememberedFolders files;
  private final Consumer<Path> reveal;
  private final Messages messages = Messages.ofProgram();
  private final ViewLoader loader = new ViewLoader(messages);
  private final StatusLine status = new StatusLine();
  private final Comparison comparison = new Comparison();
  private final JobDesk desk;
  private final PreferencesFile preferencesFile;
  private final Preferences preferences;
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<Style> style;
  private final RememberedSizes sizes;
  private final LastSession session;
  private final NormalSize normalSize;
  private final Dialogs dialogs;
  private final FigureExport figures;
  private final WorkbenchController frame;
  private final ExperimentForm form;
  private final ExperimentController experiment;
  private final Inspections inspections;
  private final StoredRuns storedRuns;
  private final WindowDrop drop;
  private Optional<RecentRuns> recent = Optional.empty();
  private boolean closing;

  /// @param files asks for files and folders
  /// @param reveal opens a folder in the desktop's file manager
  public WorkbenchWindow(
      Equipment equipment, Stage stage, FileChoice files, Consumer<Path> reveal) {
    this.equipment = equipment;
    this.stage = stage;
    this.reveal = reveal;
    desk =
        new JobDesk(equipment.queue(), comparison, status, EventBridge.fxPulse(), FxThread::later);
    preferencesFile = new PreferencesFile(equipment.preferences());
    PreferencesFile.Loaded loaded = preferencesFile.load();
    preferences = loaded.preferences();
    this.files = new RememberedFolders(files, preferences.folders());
    theme = new SimpleObjectProperty<>(this, "theme", preferences.theme());
    style = new SimpleObjectProperty<>(this, "style", preferences.theme().figures());
    sizes = new RememberedSizes(preferences.sizes());
    normalSize = new NormalSize(stage, preferences.width(), preferences.height());
    session =
        new LastSession(
            preferences.session(),
            equipment.preferences(),
            Background.ofWindow(),
            status,
            messages);
    dialogs = new Dialogs(stage, loader, messages, sizes);
    figures =
        new FigureExport(
            equipment.store(),
            comparison,
            new FigureExport.Tools(dialogs, this.files, status, messages),
            preferences.figure());
    frame = new WorkbenchController(actions());
    form = new ExperimentForm(equipment.defaults());
    var previews =
        new FigureDesk(style, shown -> figures.export(shown, List.of(), "learning-rate"), messages);
    inspections = new Inspections(form, dialogs, this.files, previews, preferences.recent());
    experiment =
        new ExperimentController(
            form, desk, equipment.training(), this.files, inspections.offer(), messages);
    storedRuns =
        new StoredRuns(
            equipment,
            new StoredRuns.Surroundings(comparison, desk, status, messages, sizes),
            form,
            this::bringRuns);
    drop = new WindowDrop(List.of(storedRuns.drop()), storedRuns.drop()::refusal, status::say);
    status.say(messages.text("status.ready"));
    loaded.note().ifPresent(status::say);
  }

  /// Builds the views and shows the window.
  public void show() {
    Parent root = loader.load("workbench", frame, Parent.class);
    placeViews();
    sizes.split("form", frame.split());
    frame.restoringProperty().set(preferences.session().isRestored());
    session.view().ifPresent(frame::bring);
    recent = Optional.of(storedRuns.recent(preferences.session().recent(), frame.recent()));
    var scene = new Scene(drop.over(root), preferences.width(), preferences.height());
    scene.getStylesheets().add(ViewLoader.stylesheet());
    theme.subscribe(this::apply);
    desk.stateProperty().subscribe(this::closeIfAsked);
    stage.setTitle(messages.text("window.title"));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    stage.setOnCloseRequest(this::closeRequested);
    stage.setMaximized(preferences.session().isMaximised());
    stage.show();
    session.restore(form, storedRuns.model());
  }

  /// Takes what is dropped on the window.
  WindowDrop drop() {
    return drop;
  }

  private void placeViews() {
    var images =
        new SampleImages(
            equipment.thumbnails(), equipment.classNames(), Background.ofWindow(), status);
    var figureDesk = new FigureDesk(style, shown -> figures.export(shown, frame.front()), messages);
    Runnable showPairs = () -> frame.bring(View.PAIRS);
    var training = new TrainingController(comparison, messages, figureDesk);
    var diagnostics = new DiagnosticsController(comparison, messages, figureDesk);
    var embeddings =
        new EmbeddingsController(
            comparison,
            desk,
            new EmbeddingsController.Surroundings(
                images, messages, style, Background.ofWindow(), status),
            new EmbeddingsController.Making(equipment.projecting(), equipment.aligning()),
            showPairs);
    var spread =
        new SpreadController(
            comparison, images, messages, figureDesk, Background.ofWindow(), status);
    var heads = new HeadsShelf(equipment.heads(), Background.ofWindow(), status);
    var pairs = new PairsController(comparison, images, messages, figureDesk, heads);
    var weights =
        new WeightsController(
            comparison,
            images,
            messages,
            figureDesk,
            new WeightsController.Surroundings(
                files, equipment.sampleFiles(), Background.ofWindow(), status),
            showPairs);
    var confusion = new ConfusionController(comparison, images, messages, figureDesk);
    Parent pairsView = loader.load("pairs", pairs, Parent.class);
    if (pairsView.lookup(".split-pane") instanceof SplitPane pane) {
      sizes.split("pairs", pane);
    }
    PretrainViews pretrain = pretrainViews(storedRuns.model(), images, figureDesk);
    var views = new EnumMap<View, Parent>(View.class);
    views.put(View.TRAINING, loader.load("training", training, Parent.class));
    views.put(View.DIAGNOSTICS, loader.load("diagnostics", diagnostics, Parent.class));
    views.put(View.EMBEDDINGS, loader.load("embeddings", embeddings, Parent.class));
    views.put(View.SPREAD, loader.load("spread", spread, Parent.class));
    views.put(View.PAIRS, pairsView);
    views.put(View.WEIGHTS, loader.load("weights", weights, Parent.class));
    views.put(View.CONFUSION, loader.load("confusion", confusion, Parent.class));
    views.put(View.RUNS, loader.load("runs", storedRuns.controller(), Parent.class));
    views.put(View.TABLE, loader.load("table", tableController(storedRuns.model()), Parent.class));
    views.put(View.PRETRAIN, pretrain.view());
    frame.place(
        loader.load("experiment", experiment, Parent.class),
        pretrain.form(),
        views,
        loader.load("status", statusController(), Parent.class));
    figures.offer(
        Map.of(
            View.TRAINING, FigureSource.of(training::figure),
            View.DIAGNOSTICS, FigureSource.of(diagnostics::figure),
            View.EMBEDDINGS, FigureSource.of(embeddings::figure),
            View.SPREAD, FigureSource.of(spread::figure),
            View.PAIRS, pairs::figure,
            View.WEIGHTS, weights::figure,
            View.CONFUSION, FigureSource.of(confusion::figure),
            View.PRETRAIN, pretrain.figure()));
  }

  /// The parts of pre-training.
  ///
  /// @param form that takes the place of the window's
  private record PretrainViews(Parent form, Parent view, FigureSource figure) {}

  private PretrainViews pretrainViews(RunsModel runs, SampleImages images, FigureDesk figureDesk) {
    PretrainEquipment tools = equipment.pretraining();
    var described =
        new PretrainFormController(tools.images(), desk, tools.training(), files, messages);
    var controller =
        new PretrainController(
            new PretrainController.Surroundings(
                comparison,
                desk,
                messages,
                figureDesk,
                images,
                equipment.store(),
                Background.ofWindow(),
                status),
            new PretrainController.Ways(
                id -> runs.resume(id, () -> frame.bring(View.PRETRAIN)), this::fineTune),
            tools,
            described.describedProperty());
    return new PretrainViews(
        loader.load("pretrain_form", described, Parent.class),
        loader.load("pretrain", controller, Parent.class),
        FigureSource.of(controller::figure));
  }

  /// Takes a backbone to the form of fine-tuning.
  private void fineTune(Architecture architecture, Path weights) {
    form.begin(architecture, weights);
    frame.bring(View.TRAINING);
    status.say(messages.text("pretrain.fineTuning", weights));
  }

  /// Brings the view that shows the runs on display.
  private void bringRuns() {
    boolean pretrained =
        !comparison.runs().isEmpty()
            && comparison.runs().stream().allMatch(run -> run.spec() instanceof Pretraining);
    frame.bring(pretrained ? View.PRETRAIN : View.TRAINING);
  }

  private TableController tableController(RunsModel runs) {
    var model =
        new TableModel(
            equipment.tables(), equipment.tabling(), desk, Background.ofWindow(), status);
    return new TableController(
        new TableForm(form.experimentProperty()),
        model,
        chosen -> runs.show(chosen, () -> frame.bring(View.TRAINING)),
        desk,
        files,
        messages);
  }

  private StatusController statusController() {
    var controller = new StatusController(status, comparison, desk, messages);
    Background.ofWindow()
        .run(
            equipment.device(),
            device -> {
              controller.device(device);
              device.stream().skip(1).forEach(status::note);
            },
            refused -> {
              controller.device(List.of(messages.text("status.noDevice"), refused.what()));
              status.fail(refused);
            });
    return controller;
  }

  private void apply(Theme wanted) {
    Application.setUserAgentStylesheet(wanted.stylesheet());
    style.set(wanted.figures());
    frame.mark(wanted);
  }

  private void closeRequested(WindowEvent request) {
    request.consume();
    close();
  }

  private void close() {
    if (!desk.isBusy()) {
      end();
    } else if (dialogs.confirm("close.question", "close.stop")) {
      closing = true;
      desk.stop();
      closeIfAsked();
    }
  }

  /// Closes once the job has ended, if the user wanted to leave.
  private void closeIfAsked() {
    if (closing && !desk.isBusy()) {
      end();
    }
  }

  private void end() {
    try {
      storedRuns.controller().leave();
      session.keep(form, equipment.defaults());
      preferencesFile.save(
          new Preferences(
              theme.get(),
              normalSize.width(),
              normalSize.height(),
              files.folders(),
              figures.choices(),
              inspections.recent(),
              sessionNow(),
              sizes.sizes()));
    } catch (Problem refused) {
      status.fail(refused);
    }
    stage.close();
  }

  private Session sessionNow() {
    return new Session(
        frame.restoringProperty().get(),
        stage.isMaximized(),
        frame.front().name(),
        storedRuns.onDisplay().stream()
            .map(folder -> folder.toAbsolutePath().normalize().toString())
            .toList(),
        recent.map(RecentRuns::folders).orElseGet(List::of));
  }

  private WorkbenchController.Actions actions() {
    return new WorkbenchController.Actions() {
      @Override
      public void exportFigure() {
        figures.export(frame.front());
      }

      @Override
      public void openRunsFolder() {
        reveal.accept(equipment.store().root());
      }

      @Override
      public void openRun() {
        storedRuns.open(files);
      }

      @Override
      public void emptyTrash() {
        storedRuns.emptyTrash(dialogs);
      }

      @Override
      public void quit() {
        close();
      }

      @Override
      public void compare() {
        experiment.compare();
      }

      @Override
      public void pauseOrResume() {
        experiment.pauseOrResume();
      }

      @Override
      public void stop() {
        experiment.stop();
      }

      @Override
      public void theme(Theme wanted) {
        theme.set(wanted);
      }

      @Override
      public void undoSelection() {
        comparison.selection().undo();
      }

      @Override
      public void redoSelection() {
        comparison.selection().redo();
      }

      @Override
      public void findCommand(MenuBar menus) {
        dialogs.findCommand(menus);
      }

      @Override
      public void shortcuts() {
        dialogs.shortcuts();
      }

      @Override
      public void about() {
        dialogs.about();
      }
    };
  }
}
