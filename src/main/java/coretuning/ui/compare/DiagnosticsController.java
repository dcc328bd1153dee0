package coretuning.ui.compare;

import coretuning.figure.Figure;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The view "Diagnostics": whether the runs do what they should, and what they warn of.
public final class DiagnosticsController {
  private static final Set<Aspect> SHOWN = EnumSet.of(Aspect.RUNS, Aspect.DIAGNOSTICS);

  private final Comparison comparison;
  private final Messages messages;
  private final DiagnosticsModel model;
  private final FigureView view;
  private final Placeholder placeholder;
  private final Placeholder noData;
  private List<Integer> epochs = List.of();

  @FXML private StackPane root;
  @FXML private VBox content;
  @FXML private ComboBox<String> subject;
  @FXML private ComboBox<String> epoch;
  @FXML private StackPane picture;
  @FXML private VBox warningCard;
  @FXML private VBox warnings;

  public DiagnosticsController(Comparison comparison, Messages messages, FigureDesk figures) {
    this.comparison = comparison;
    this.messages = messages;
    model = new DiagnosticsModel(comparison);
    view = figures.view();
    placeholder =
        new Placeholder(messages.text("diagnostics.empty"), messages.text("diagnostics.emptyHint"));
    noData =
        new Placeholder(messages.text("diagnostics.none"), messages.text("diagnostics.noneHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    picture.getChildren().setAll(view, noData);
    warningCard.managedProperty().bind(warningCard.visibleProperty());
    epoch.managedProperty().bind(epoch.visibleProperty());
    subject
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(index -> {
          model.choose(Math.max(0, index.intValue()));
          offerEpochs();
          draw();
        });
    epoch
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(index -> {
          int chosen = index.intValue();
          boolean isOne = chosen > 0 && chosen <= epochs.size();
          model.chooseEpoch(isOne ? Optional.of(epochs.get(chosen - 1)) : Optional.empty());
          draw();
        });
    comparison.listen(this::refresh);
    refresh(SHOWN);
  }

  private void refresh(Set<Aspect> changed) {
    if (changed.stream().noneMatch(SHOWN::contains)) {
      return;
    }
    if (changed.contains(Aspect.RUNS)) {
      offerSubjects();
    }
    offerEpochs();
    draw();
    showWarnings();
  }

  private void offerSubjects() {
    var texts = new ArrayList<String>();
    texts.add(messages.text("diagnostics.theory"));
    model.runs().forEach(name -> texts.add(messages.text("diagnostics.batches", name)));
    offer(subject, texts);
  }

  private void offerEpochs() {
    epochs = model.epochs();
    var texts = new ArrayList<String>();
    texts.add(messages.text("diagnostics.newest"));
    epochs.forEach(each -> texts.add(messages.text("epoch.after", each)));
    epoch.setVisible(model.run().isPresent());
    offer(epoch, texts);
  }

  /// Renews the choices; what was chosen stays chosen if it is still there.
  private static void offer(ComboBox<String> box, List<String> texts) {
    if (!box.getItems().equals(texts)) {
      int chosen = Math.max(0, box.getSelectionModel().getSelectedIndex());
      box.getItems().setAll(texts);
      box.getSelectionModel().select(Math.min(chosen, texts.size() - 1));
    }
  }

  private void draw() {
    boolean empty = comparison.runs().isEmpty();
    placeholder.setVisible(empty);
    content.setVisible(!empty);
    Optional<Figure> figure = model.figure();
    view.setVisible(figure.isPresent());
    noData.setVisible(figure.isEmpty());
    figure.ifPresent(view::setFigure);
  }

  private void showWarnings() {
    warnings.getChildren().clear();
    for (DiagnosticsModel.Line line : model.warnings()) {
      var label =
          new Label(
              line.runs().isEmpty()
                  ? line.text()
                  : messages.text(
                      "diagnostics.warning", String.join(", ", line.runs()), line.text()));
      label.setWrapText(true);
      label.setMinHeight(Label.USE_PREF_SIZE);
      warnings.getChildren().add(label);
    }
    warningCard.setVisible(!warnings.getChildren().isEmpty());
  }

  /// The figure on display.
  public Optional<Figure> figure() {
    return model.figure();
  }
}
