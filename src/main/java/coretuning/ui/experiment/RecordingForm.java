package coretuning.ui.experiment;

import coretuning.spec.RecordingSpec;
import java.util.List;

/// The form's part of [RecordingSpec].
final class RecordingForm {
  final Entry<Integer> every;
  final Entry<Integer> samples;
  final Entry<Integer> neighbours;
  final Entry<Double> neighbourTemperature;

  RecordingForm(RecordingSpec given) {
    every = Entry.whole("every", given.every(), value -> new RecordingSpec(value, 10, 1, 1));
    samples = Entry.whole("samples", given.samples(), value -> new RecordingSpec(1, value, 1, 1));
    neighbours =
        Entry.whole("neighbours", given.neighbours(), value -> new RecordingSpec(1, 10, value, 1));
    neighbourTemperature =
        Entry.number(
            "neighbourTemperature",
            given.neighbourTemperature(),
            value -> new RecordingSpec(1, 10, 1, value));
  }

  List<Field> fields() {
    return List.of(every, samples, neighbours, neighbourTemperature);
  }

  /// @throws IllegalArgumentException if a field is wrong
  RecordingSpec build() {
    return new RecordingSpec(
        every.value(), samples.value(), neighbours.value(), neighbourTemperature.value());
  }
}
