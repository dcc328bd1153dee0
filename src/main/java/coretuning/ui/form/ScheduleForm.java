package coretuning.ui.form;

import coretuning.spec.ScheduleSpec;
import java.util.List;
import java.util.stream.Collectors;

/// A form's part of [ScheduleSpec]; milestones and factor show for the step schedule only.
public final class ScheduleForm {
  /// The kinds of schedule.
  public enum Kind {
    CONSTANT,
    COSINE,
    STEP
  }

  private static final ScheduleSpec.Step USUAL_STEP =
      new ScheduleSpec.Step(List.of(10, 15), 0.1, 0);

  public final Choice<Kind> kind;
  public final Entry<List<Integer>> milestones;
  public final Entry<Double> factor;
  public final Entry<Integer> warmUpEpochs;

  /// A form that begins with the values of `given`.
  public ScheduleForm(ScheduleSpec given) {
    kind = new Choice<>("schedule", List.of(Kind.values()), kind(given));
    ScheduleSpec.Step step = given instanceof ScheduleSpec.Step some ? some : USUAL_STEP;
    milestones =
        new Entry<>(
            "milestones",
            step.milestones().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            Entry.Browse.NOTHING,
            typed -> new ScheduleSpec.Step(Parse.wholes(typed), 1, 0).milestones());
    factor =
        Entry.number(
            "stepFactor", step.factor(), value -> new ScheduleSpec.Step(List.of(), value, 0));
    warmUpEpochs = Entry.whole("warmUpEpochs", given.warmUpEpochs(), ScheduleSpec.Constant::new);
    milestones.applicableProperty().bind(kind.valueProperty().isEqualTo(Kind.STEP));
    factor.applicableProperty().bind(kind.valueProperty().isEqualTo(Kind.STEP));
  }

  private static Kind kind(ScheduleSpec given) {
    return switch (given) {
      case ScheduleSpec.Constant ignored -> Kind.CONSTANT;
      case ScheduleSpec.Cosine ignored -> Kind.COSINE;
      case ScheduleSpec.Step ignored -> Kind.STEP;
    };
  }

  /// Its lines, in order.
  public List<Field> fields() {
    return List.of(kind, milestones, factor, warmUpEpochs);
  }

  /// What the lines say.
  ///
  /// @throws IllegalArgumentException if a field is wrong
  public ScheduleSpec build() {
    return switch (kind.value()) {
      case CONSTANT -> new ScheduleSpec.Constant(warmUpEpochs.value());
      case COSINE -> new ScheduleSpec.Cosine(warmUpEpochs.value());
      case STEP -> new ScheduleSpec.Step(milestones.value(), factor.value(), warmUpEpochs.value());
    };
  }
}
