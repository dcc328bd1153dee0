package coretuning.ui.data;

import coretuning.figure.CurveFigure;
import coretuning.figure.Series;
import coretuning.job.Thumbnail;
import coretuning.job.TrainingPreview;
import coretuning.spec.TrainSpec;
import coretuning.ui.plot.FigureDesk;
import coretuning.ui.plot.FigureView;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.Messages;
import coretuning.ui.support.SampleImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The preview of training: augmented views, the first batch, and the learning rate of each epoch.
public final class PreviewController {
  private static final double VIEW_SIDE = 104;
  private static final double MEMBER_SIDE = 72;

  private final PreviewModel model;
  private final FigureDesk figures;
  private final Messages messages;
  private final FigureView rates;

  @FXML private Label state;
  @FXML private Label steps;
  @FXML private Label drawn;
  @FXML private Button again;
  @FXML private GridPane courses;
  @FXML private Label batchText;
  @FXML private FlowPane batch;
  @FXML private Label scheduleText;
  @FXML private StackPane schedule;

  /// @param figures makes the view of the learning rates
  public PreviewController(PreviewModel model, FigureDesk figures, Messages messages) {
    this.model = model;
    this.figures = figures;
    this.messages = messages;
    rates = this.figures.view();
  }

  @FXML
  private void initialize() {
    schedule.getChildren().add(rates);
    state.managedProperty().bind(state.textProperty().isNotEmpty());
    model.inquiry().stateProperty().subscribe(this::show);
  }

  private void show(Inquiry.State<PreviewModel.Shown> now) {
    again.setDisable(now instanceof Inquiry.State.Asking);
    state.setText(
        switch (now) {
          case Inquiry.State.Asking<PreviewModel.Shown> asking -> messages.text("preview.asking");
          case Inquiry.State.Refused<PreviewModel.Shown> no ->
              messages.text(
                  "preview.refused",
                  no.problem().what(),
                  no.problem().where(),
                  no.problem().remedy());
          case Inquiry.State.Idle<PreviewModel.Shown> idle -> messages.text("preview.incomplete");
          case Inquiry.State.Stopped<PreviewModel.Shown> stopped -> messages.text("look.stopped");
          case Inquiry.State.Answered<PreviewModel.Shown> done -> "";
        });
    model.inquiry().answer().ifPresent(this::show);
  }

  private void show(PreviewModel.Shown shown) {
    steps.setText(TransformText.of(shown.train().augmentation(), messages));
    drawn.setText(messages.text("preview.drawn", model.draw()));
    showCourses(shown.courses());
    showBatch(shown);
    showSchedule(shown.train(), shown.schedule());
  }

  private void showCourses(List<TrainingPreview.Course> all) {
    courses.getChildren().clear();
    var heads = new ArrayList<>(List.of(messages.text("preview.original")));
    IntStream.rangeClosed(1, PreviewModel.VIEWS)
        .forEach(view -> heads.add(messages.text("preview.view", view)));
    heads.add(messages.text("preview.test"));
    for (int column = 0; column < heads.size(); column++) {
      var head = new Label(heads.get(column));
      head.getStyleClass().addAll("small", "muted");
      GridPane.setHalignment(head, HPos.CENTER);
      courses.add(head, column, 0);
    }
    for (TrainingPreview.Course each : all) {
      int row = courses.getRowCount();
      courses.add(picture(each.original(), VIEW_SIDE), 0, row);
      for (int view = 0; view < each.train().size(); view++) {
        courses.add(picture(each.train().get(view), VIEW_SIDE), 1 + view, row);
      }
      courses.add(picture(each.test(), VIEW_SIDE), 1 + each.train().size(), row);
      courses.add(new Label(each.className()), 2 + each.train().size(), row);
    }
  }

  private void showBatch(PreviewModel.Shown shown) {
    int size = shown.train().batchSize();
    int listed = shown.batch().size();
    long classes = shown.batch().stream().map(TrainingPreview.Member::className).distinct().count();
    batchText.setText(
        listed < size && listed == PreviewModel.MOST_MEMBERS
            ? messages.text("preview.batch.first", listed, size, classes)
            : messages.text("preview.batch.all", listed, classes));
    batch.getChildren().setAll(shown.batch().stream().map(this::member).toList());
  }

  private VBox member(TrainingPreview.Member each) {
    var name = new Label(each.className());
    name.getStyleClass().add("small");
    name.setMaxWidth(MEMBER_SIDE);
    StackPane frame = frame(MEMBER_SIDE);
    each.picture()
        .ifPresentOrElse(
            picture -> frame.getChildren().add(view(picture, MEMBER_SIDE)),
            () -> {
              var broken = new Label(messages.text("preview.broken"));
              broken.getStyleClass().add("severity-ERROR");
              frame.getChildren().add(broken);
            });
    String text = messages.text("preview.member", each.id(), each.className());
    var box = new VBox(2, frame, name);
    Tooltip.install(box, new Tooltip(each.fault().isEmpty() ? text : text + "\n" + each.fault()));
    return box;
  }

  private static StackPane picture(Thumbnail thumbnail, double side) {
    StackPane frame = frame(side);
    frame.getChildren().add(view(thumbnail, side));
    return frame;
  }

  private static ImageView view(Thumbnail thumbnail, double side) {
    var view = new ImageView(SampleImages.image(thumbnail));
    view.setFitWidth(side);
    view.setFitHeight(side);
    view.setSmooth(thumbnail.width() > side);
    return view;
  }

  private static StackPane frame(double side) {
    var frame = new StackPane();
    frame.getStyleClass().add("sample-image");
    frame.setMinSize(side, side);
    frame.setMaxSize(side, side);
    return frame;
  }

  private void showSchedule(TrainSpec train, TrainingPreview.Schedule planned) {
    int epochs = planned.rates().size();
    scheduleText.setText(
        messages.text(
            "preview.schedule",
            number(planned.images()),
            number(epochs),
            number(planned.batches()),
            number((long) epochs * planned.batches()),
            number((long) epochs * planned.updates()),
            train.schedule().warmUpEpochs()));
    double[] epoch = IntStream.rangeClosed(1, epochs).asDoubleStream().toArray();
    double[] rate = planned.rates().stream().mapToDouble(Double::doubleValue).toArray();
    var series =
        new ArrayList<>(List.of(new Series(messages.text("preview.backbone"), epoch, rate)));
    double factor = train.headLearningRateFactor();
    if (factor != 1) {
      double[] head = IntStream.range(0, epochs).mapToDouble(i -> rate[i] * factor).toArray();
      series.add(new Series(messages.text("preview.head"), epoch, head));
    }
    rates.setFigure(
        new CurveFigure(
            messages.text("preview.rate.title"),
            messages.text("preview.rate.x"),
            messages.text("preview.rate.y"),
            series));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  @FXML
  private void drawAgain() {
    model.drawAgain();
  }

  /// Lets go of form and data set.
  public void close() {
    model.close();
  }
}
