package coretuning.ui.form;

import coretuning.spec.RecordingSpec;
import java.util.List;

/// A form's part of [RecordingSpec].
public final class RecordingForm {
  public final Entry<Integer> every;
  public final Entry<Integer> samples;
  public final Entry<Integer> neighbours;
  public final Entry<Double> neighbourTemperature;

  /// A form that begins with the values of `given`.
  public RecordingForm(RecordingSpec given) {
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

  /// Its lines, in order.
  public List<Field> fields() {
    return List.of(every, samples, neighbours, neighbourTemperature);
  }

  /// What the lines say.
  ///
  /// @throws IllegalArgumentException if a field is wrong
  public RecordingSpec build() {
    return new RecordingSpec(
        every.value(), samples.value(), neighbours.value(), neighbourTemperature.value());
  }
}
