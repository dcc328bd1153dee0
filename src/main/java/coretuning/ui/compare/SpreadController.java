package coretuning.ui.compare;

import coretuning.figure.Figure;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Aspect;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Placeholder;
import coretuning.ui.support.SampleImages;
import coretuning.ui.support.StatusLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The view "Spread": how tight classes are and how far apart, before training and by each run.
public final class SpreadController {
  private static final Set<Aspect> SHOWN = EnumSet.of(Aspect.RUNS, Aspect.SNAPSHOTS);

  private final Comparison comparison;
  private final SampleImages images;
  private final Messages messages;
  private final Background background;
  private final StatusLine status;
  private final SpreadModel model;
  private final FigureView view;
  private final Placeholder placeholder;
  private List<Integer> epochs = List.of();
  private Optional<Figure> shown = Optional.empty();
  private long asked;

  @FXML private StackPane root;
  @FXML private VBox content;
  @FXML private ComboBox<SpreadModel.Subject> subject;
  @FXML private ComboBox<String> epoch;
  @FXML private Label explanation;
  @FXML private StackPane picture;

  /// @param background measures
  public SpreadController(
      Comparison comparison,
      SampleImages images,
      Messages messages,
      FigureDesk figures,
      Background background,
      StatusLine status) {
    this.comparison = comparison;
    this.images = images;
    this.messages = messages;
    this.background = background;
    this.status = status;
    model = new SpreadModel(comparison, messages.text("epoch.before"));
    view = figures.view();
    placeholder = new Placeholder(messages.text("spread.empty"), messages.text("spread.emptyHint"));
  }

  @FXML
  private void initialize() {
    root.getChildren().add(placeholder);
    picture.getChildren().setAll(view);
    subject.getItems().setAll(SpreadModel.Subject.values());
    subject.setConverter(new SubjectText());
    subject.getSelectionModel().selectFirst();
    subject.valueProperty().subscribe(this::choose);
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

  private void choose(SpreadModel.Subject chosen) {
    model.choose(chosen);
    explanation.setText(messages.text("spread.subject." + chosen + ".help"));
    epoch.setDisable(!model.isOfOneEpoch());
    draw();
  }

  private void refresh(Set<Aspect> changed) {
    if (changed.stream().noneMatch(SHOWN::contains)) {
      return;
    }
    if (changed.contains(Aspect.RUNS)) {
      comparison.data().ifPresent(data -> images.prepare(data, this::draw));
    }
    offerEpochs();
    draw();
  }

  private void offerEpochs() {
    List<Integer> known = model.epochs();
    if (known.equals(epochs) && !epoch.getItems().isEmpty()) {
      return;
    }
    epochs = known;
    var texts = new ArrayList<String>();
    texts.add(messages.text("spread.newest"));
    epochs.forEach(each -> texts.add(messages.text("epoch.after", each)));
    int chosen = Math.max(0, epoch.getSelectionModel().getSelectedIndex());
    epoch.getItems().setAll(texts);
    epoch.getSelectionModel().select(Math.min(chosen, texts.size() - 1));
  }

  private void draw() {
    Optional<Supplier<Figure>> wanted =
        comparison.data().flatMap(data -> model.figure(classes -> images.names(data, classes)));
    placeholder.setVisible(wanted.isEmpty());
    content.setVisible(wanted.isPresent());
    long own = ++asked;
    if (wanted.isEmpty()) {
      shown = Optional.empty();
    }
    // Only the newest wish counts: measuring many images takes longer than choosing anew.
    wanted.ifPresent(work -> background.run(work, figure -> show(own, figure), status::fail));
  }

  private void show(long own, Figure figure) {
    if (own == asked) {
      shown = Optional.of(figure);
      view.setFigure(figure);
    }
  }

  private final class SubjectText extends StringConverter<SpreadModel.Subject> {
    @Override
    public String toString(SpreadModel.Subject each) {
      return messages.text("spread.subject." + each);
    }

    @Override
    public SpreadModel.Subject fromString(String text) {
      throw new UnsupportedOperationException("the box is not editable");
    }
  }

  /// The figure on display.
  public Optional<Figure> figure() {
    return shown;
  }
}
