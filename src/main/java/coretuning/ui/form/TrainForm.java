package coretuning.ui.form;

import coretuning.spec.Augmentation;
import coretuning.spec.ScheduleSpec;
import coretuning.spec.TrainSpec;
import coretuning.spec.TransformSpec;
import java.util.ArrayList;
import java.util.List;

/// A form's part of [TrainSpec].
public final class TrainForm {
  public final Entry<Integer> epochs;
  public final Entry<Integer> batchSize;
  public final Entry<Integer> accumulationSteps;
  public final Entry<Double> learningRate;
  public final Entry<Double> headFactor;
  public final Entry<Double> momentum;
  public final Toggle nesterov;
  public final Entry<Double> weightDecay;
  public final ScheduleForm schedule;
  public final Choice<Augmentation> augmentation;
  private List<TransformSpec> givenAugmentation;
  private int givenImageSize;

  /// A form that begins with the values of `given`.
  ///
  /// @param imageSize side of the images that `given` is for, pixels
  public TrainForm(TrainSpec given, int imageSize) {
    epochs = Entry.whole("epochs", given.epochs(), value -> counts(value, 2, 1));
    batchSize = Entry.whole("batchSize", given.batchSize(), value -> counts(1, value, 1));
    accumulationSteps =
        Entry.whole("accumulationSteps", given.accumulationSteps(), value -> counts(1, 2, value));
    learningRate =
        Entry.number("learningRate", given.learningRate(), value -> rates(value, 1, 0, 0));
    headFactor =
        Entry.number("headFactor", given.headLearningRateFactor(), value -> rates(1, value, 0, 0));
    momentum = Entry.number("momentum", given.momentum(), value -> rates(1, 1, value, 0));
    nesterov = new Toggle("nesterov", given.nesterov());
    weightDecay = Entry.number("weightDecay", given.weightDecay(), value -> rates(1, 1, 0, value));
    schedule = new ScheduleForm(given.schedule());
    augmentation =
        new Choice<>("augmentation", List.of(Augmentation.values()), Augmentation.AS_GIVEN);
    givenAugmentation = given.augmentation();
    givenImageSize = imageSize;
  }

  /// Takes over the pipeline that the choice "as given" stands for.
  ///
  /// @param imageSize side of the images that `given` is for, pixels
  public void adopt(TrainSpec given, int imageSize) {
    givenAugmentation = given.augmentation();
    givenImageSize = imageSize;
  }

  private static TrainSpec counts(int epochs, int batchSize, int accumulationSteps) {
    return new TrainSpec(
        epochs,
        batchSize,
        accumulationSteps,
        1,
        1,
        0,
        false,
        0,
        new ScheduleSpec.Constant(0),
        List.of());
  }

  private static TrainSpec rates(
      double learningRate, double headFactor, double momentum, double weightDecay) {
    return new TrainSpec(
        1,
        2,
        1,
        learningRate,
        headFactor,
        momentum,
        false,
        weightDecay,
        new ScheduleSpec.Constant(0),
        List.of());
  }

  /// Its lines, in order.
  public List<Field> fields() {
    var all = new ArrayList<Field>(List.of(epochs, batchSize, accumulationSteps, learningRate));
    all.addAll(List.of(headFactor, momentum, nesterov, weightDecay));
    all.addAll(schedule.fields());
    all.add(augmentation);
    return all;
  }

  /// What the lines say.
  ///
  /// @param imageSize side of the images in pixels, which crops keep
  /// @throws IllegalArgumentException if a field is wrong, or fields do not go together
  public TrainSpec build(int imageSize) {
    return new TrainSpec(
        epochs.value(),
        batchSize.value(),
        accumulationSteps.value(),
        learningRate.value(),
        headFactor.value(),
        momentum.value(),
        nesterov.value(),
        weightDecay.value(),
        schedule.build(),
        augmentation.value().steps(imageSize, givenAugmentation, givenImageSize));
  }
}
