package coretuning.ui.experiment;

import coretuning.job.TrainingPreview;
import coretuning.spec.Architecture;
import coretuning.spec.DataSpec;
import coretuning.spec.DeviceChoice;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.Selection;
import coretuning.ui.support.SpecDifference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the form describes: an [Experiment], or why it is none yet.
public final class ExperimentForm {
  private static final int USUAL_BATCH = 64;

  final DataForm data;
  final BackboneForm backbone;
  final MethodForm method;
  final TrainForm train;
  final RecordingForm recording;
  final Entry<Long> seed;
  final Choice<DeviceChoice> device;
  final Choice<Selection> selection;
  final Entry<String> name;
  private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
      new ReadOnlyObjectWrapper<>(this, "experiment", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<TrainingPreview.Question>> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  /// A form that begins with the values of `given`.
  public ExperimentForm(Experiment given) {
    data = new DataForm(given.data());
    backbone = new BackboneForm(given.backbone());
    method = new MethodForm(given.method());
    train = new TrainForm(given.train(), given.data().imageSize());
    recording = new RecordingForm(given.recording());
    seed = new Entry<>("seed", Long.toString(given.seed()), Entry.Browse.NOTHING, Parse::seed);
    device = new Choice<>("device", List.of(DeviceChoice.values()), given.device());
    selection = new Choice<>("selection", List.of(Selection.values()), given.selection());
    name = new Entry<>("name", "", Entry.Browse.NOTHING, typed -> typed);
    fields().forEach(field -> field.listen(this::check));
    backbone.matchProperty().subscribe((before, now) -> check());
    check();
  }

  List<Field> fields() {
    var all = new ArrayList<Field>(data.fields());
    all.addAll(backbone.fields());
    all.addAll(method.fields());
    all.addAll(train.fields());
    all.addAll(List.of(selection, seed, device));
    all.addAll(recording.fields());
    all.add(name);
    return all;
  }

  private void check() {
    preview.set(previewed());
    long wrong = fields().stream().filter(field -> !field.isValid()).count();
    if (wrong > 0) {
      experiment.set(Optional.empty());
      message.set(wrong == 1 ? "1 field needs your attention" : wrong + " fields need attention");
      return;
    }
    try {
      experiment.set(Optional.of(build()));
      message.set("");
    } catch (IllegalArgumentException conflict) {
      experiment.set(Optional.empty());
      message.set(String.valueOf(conflict.getMessage()));
    }
  }

  private Optional<TrainingPreview.Question> previewed() {
    try {
      DataSpec images = data.build();
      return Optional.of(
          new TrainingPreview.Question(images, train.build(images.imageSize()), seed.value()));
    } catch (IllegalArgumentException wrongField) {
      // The field itself says what is wrong with it.
      return Optional.empty();
    }
  }

  /// Replaces everything that the form holds by the values of `given`, as if it began with them.
  ///
  /// @return what it cannot show, first as asked and second as it now stands; empty if it describes
  ///   exactly `given`, or if a field is wrong, e.g. because the data are gone
  public List<SpecDifference> show(Experiment given) {
    var fresh = new ExperimentForm(given);
    train.adopt(given.train(), given.data().imageSize());
    List<Field> wanted = fresh.fields();
    List<Field> mine = fields();
    for (int i = 0; i < mine.size(); i++) {
      mine.get(i).copy(wanted.get(i));
    }
    name.textProperty().set(given.name().equals(given.methodTitle()) ? "" : given.name());
    check();
    return experiment.get().map(now -> SpecDifference.between(given, now)).orElseGet(List::of);
  }

  private Experiment build() {
    MethodSpec chosen = method.build();
    var dataSpec = data.build();
    return new Experiment(
        name.value().isBlank() ? chosen.title() : name.value(),
        dataSpec,
        backbone.build(),
        chosen,
        train.build(dataSpec.imageSize()),
        recording.build(),
        device.value(),
        seed.value(),
        selection.value());
  }

  /// What the data doctor needs to know; empty while a field of the data set is wrong.
  public Optional<DataSpec> dataSet() {
    return data.fields().stream().allMatch(Field::isValid)
        ? Optional.of(data.build())
        : Optional.empty();
  }

  /// Images a step sees; the usual number while the field is wrong.
  public int batchSize() {
    return train.batchSize.isValid() ? train.batchSize.value() : USUAL_BATCH;
  }

  /// The chosen file of weights, if there is one.
  public Optional<Path> weights() {
    return backbone.weights.isValid() ? backbone.weights.value().map(Path::of) : Optional.empty();
  }

  /// The chosen backbone.
  public Architecture architecture() {
    return backbone.architecture.value();
  }

  /// The described experiment, with the chosen method; empty while a field is wrong.
  public ReadOnlyObjectProperty<Optional<Experiment>> experimentProperty() {
    return experiment.getReadOnlyProperty();
  }

  /// What the preview of training needs, whatever the backbone; empty while one of its fields is
  /// wrong.
  public ReadOnlyObjectProperty<Optional<TrainingPreview.Question>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// Why there is no experiment; empty if there is one.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// The comparison: CE-tuning and the chosen method, all else alike.
  ///
  /// @throws java.util.NoSuchElementException while a field is wrong
  public List<Experiment> comparison() {
    return List.of(ceTuning(), chosen());
  }

  /// The chosen method alone.
  ///
  /// @throws java.util.NoSuchElementException while a field is wrong
  public Experiment chosen() {
    return experiment.get().orElseThrow();
  }

  /// CE-tuning alone.
  ///
  /// @throws java.util.NoSuchElementException while a field is wrong
  public Experiment ceTuning() {
    return with(new MethodSpec.CeTuning());
  }

  private Experiment with(MethodSpec other) {
    Experiment titled = chosen().withMethod(other);
    String typed = name.value();
    return typed.isBlank() ? titled : titled.withName(typed);
  }
}
