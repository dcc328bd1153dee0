package coretuning.ui.experiment;

import coretuning.job.TrainingPreview;
import coretuning.spec.Architecture;
import coretuning.spec.DataSpec;
import coretuning.spec.DeviceChoice;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.spec.Selection;
import coretuning.ui.form.Choice;
import coretuning.ui.form.DataForm;
import coretuning.ui.form.Description;
import coretuning.ui.form.Entry;
import coretuning.ui.form.Field;
import coretuning.ui.form.Parse;
import coretuning.ui.form.RecordingForm;
import coretuning.ui.form.TrainForm;
import coretuning.ui.support.SpecDifference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

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
  private final Description<Experiment> description;
  private final ReadOnlyObjectWrapper<Optional<TrainingPreview.Question>> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());

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
    description = new Description<>(fields(), this::build);
    fields().forEach(field -> field.listen(() -> preview.set(previewed())));
    preview.set(previewed());
    backbone.matchProperty().subscribe((before, now) -> description.check());
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
    description.check();
    preview.set(previewed());
    return experimentProperty()
        .get()
        .map(now -> SpecDifference.between(given, now))
        .orElseGet(List::of);
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
    return description.valueProperty();
  }

  /// What the preview of training needs, whatever the backbone; empty while one of its fields is
  /// wrong.
  public ReadOnlyObjectProperty<Optional<TrainingPreview.Question>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// Why there is no experiment; empty if there is one.
  public ReadOnlyStringProperty messageProperty() {
    return description.messageProperty();
  }

  /// Begins with another backbone; all else stays.
  ///
  /// @param weights file that holds it whole
  public void begin(Architecture architecture, Path weights) {
    backbone.architecture.valueProperty().set(architecture);
    backbone.weights.textProperty().set(weights.toString());
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
    return description.valueProperty().get().orElseThrow();
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
