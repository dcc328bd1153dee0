package coretuning.ui.experiment;

import coretuning.spec.ScheduleSpec;
import java.util.List;
import java.util.stream.Collectors;

/// The form's part of [ScheduleSpec]; milestones and factor show for the step schedule only.
final class ScheduleForm {
  /// The kinds of schedule.
  enum Kind {
    CONSTANT,
    COSINE,
    STEP
  }

  private static final ScheduleSpec.Step USUAL_STEP =
      new ScheduleSpec.Step(List.of(10, 15), 0.1, 0);

  final Choice<Kind> kind;
  final Entry<List<Integer>> milestones;
  final Entry<Double> factor;
  final Entry<Integer> warmUpEpochs;

  ScheduleForm(ScheduleSpec given) {
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

  List<Field> fields() {
    return List.of(kind, milestones, factor, warmUpEpochs);
  }

  /// @throws IllegalArgumentException if a field is wrong
  ScheduleSpec build() {
    return switch (kind.value()) {
      case CONSTANT -> new ScheduleSpec.Constant(warmUpEpochs.value());
      case COSINE -> new ScheduleSpec.Cosine(warmUpEpochs.value());
      case STEP -> new ScheduleSpec.Step(milestones.value(), factor.value(), warmUpEpochs.value());
    };
  }
}
