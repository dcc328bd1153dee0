package coretuning.ui.data;

import coretuning.job.TrainingPreview;
import coretuning.spec.DataSpec;
import coretuning.spec.TrainSpec;
import coretuning.ui.support.Inquiry;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What training would see with the form as it stands; follows every change of it.
public final class PreviewModel {
  static final int IMAGES = 4;
  static final int VIEWS = 5;

  /// Most images of the first batch on display.
  static final int MOST_MEMBERS = 128;

  private final ObservableValue<Optional<TrainingPreview.Question>> question;
  private final Inquiry<Shown> inquiry;
  private final Subscription following;
  private long draw = 1;

  // Of the inquiry's lane alone.
  private Optional<Open> open = Optional.empty();

  /// What is on display.
  record Shown(
      TrainSpec train,
      List<TrainingPreview.Course> courses,
      List<TrainingPreview.Member> batch,
      TrainingPreview.Schedule schedule) {}

  /// A data set that was listed.
  private record Open(DataSpec data, long seed, TrainingPreview preview) {}

  /// @param question that the form describes; empty while a field is wrong
  public PreviewModel(
      ObservableValue<Optional<TrainingPreview.Question>> question, Inquiry<Shown> inquiry) {
    this.question = question;
    this.inquiry = inquiry;
    following = question.subscribe(now -> now.ifPresent(this::ask));
  }

  /// On the window's threads.
  public static PreviewModel ofWindow(
      ObservableValue<Optional<TrainingPreview.Question>> question) {
    return new PreviewModel(question, Inquiry.ofWindow());
  }

  Inquiry<Shown> inquiry() {
    return inquiry;
  }

  /// Other images, and other random views of them.
  void drawAgain() {
    draw++;
    question.getValue().ifPresent(this::ask);
  }

  /// Number of the draw, from 1 on: the same number shows the same pictures.
  long draw() {
    return draw;
  }

  private void ask(TrainingPreview.Question asked) {
    long number = draw;
    TrainSpec train = asked.train();
    inquiry.ask((control, progress) -> {
      TrainingPreview preview = opened(asked.data(), asked.seed());
      return Optional.of(
          new Shown(
              train,
              preview.courses(train, IMAGES, VIEWS, number),
              preview.firstBatch(train, MOST_MEMBERS),
              preview.schedule(train)));
    });
  }

  private TrainingPreview opened(DataSpec data, long seed) {
    if (open.filter(known -> known.data().equals(data) && known.seed() == seed).isEmpty()) {
      release();
      open = Optional.of(new Open(data, seed, TrainingPreview.open(data, seed)));
    }
    return open.orElseThrow().preview();
  }

  private void release() {
    open.ifPresent(known -> known.preview().close());
    open = Optional.empty();
  }

  /// Lets go of form and data set.
  void close() {
    following.unsubscribe();
    inquiry.ask((control, progress) -> {
      release();
      return Optional.empty();
    });
  }
}
