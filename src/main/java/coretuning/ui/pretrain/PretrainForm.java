package coretuning.ui.pretrain;

import coretuning.spec.Architecture;
import coretuning.spec.DataFormat;
import coretuning.spec.DeviceChoice;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainName;
import coretuning.spec.PretrainPreset;
import coretuning.spec.PretrainSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.SynthesisSpec;
import coretuning.ui.form.Choice;
import coretuning.ui.form.DataForm;
import coretuning.ui.form.Description;
import coretuning.ui.form.Entry;
import coretuning.ui.form.Field;
import coretuning.ui.form.Parse;
import coretuning.ui.form.RecordingForm;
import coretuning.ui.form.SettingsForm;
import coretuning.ui.form.TrainForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/// What the form describes: a [Pretraining], or why it is none yet. It begins with a preset;
/// another preset is another form, see [#withPreset].
final class PretrainForm {
  final DataForm data;
  final Choice<Architecture> architecture;
  final Choice<PretrainName> method;
  final SettingsForm<MomentumSpec> momentum;
  final SettingsForm<SynthesisSpec> synthesis;
  final TrainForm train;
  final RecordingForm recording;
  final Entry<Long> seed;
  final Choice<DeviceChoice> device;
  final Entry<String> name;
  private final PretrainPreset preset;
  private final Description<Pretraining> description;

  /// A form that begins with the values of a preset, for images at `root`.
  PretrainForm(PretrainPreset preset, DataFormat format, String root) {
    this(preset, preset.pretraining(root), format);
  }

  private PretrainForm(PretrainPreset preset, Pretraining given, DataFormat format) {
    this.preset = preset;
    data = DataForm.ofAnyImages(given.data());
    architecture =
        new Choice<>("architecture", List.of(Architecture.values()), given.architecture());
    method =
        new Choice<>(
            "pretrainMethod", List.of(PretrainName.values()), PretrainName.of(given.method()));
    momentum = new SettingsForm<>("moco", given.method().momentum());
    synthesis = new SettingsForm<>("mochi", preset.synthesis());
    var synthesises = method.valueProperty().isEqualTo(PretrainName.MOCHI);
    synthesis.fields().forEach(field -> field.applicableProperty().bind(synthesises));
    train = new TrainForm(given.train(), given.data().imageSize());
    recording = new RecordingForm(given.recording());
    seed = new Entry<>("seed", Long.toString(given.seed()), Entry.Browse.NOTHING, Parse::seed);
    device = new Choice<>("device", List.of(DeviceChoice.values()), given.device());
    name = new Entry<>("name", "", Entry.Browse.NOTHING, typed -> typed);
    data.format
        .valueProperty()
        .subscribe(
            (before, now) -> train.augmentation.valueProperty().set(preset.augmentation(now)));
    data.format.valueProperty().set(format);
    description = new Description<>(fields(), this::build);
  }

  /// The form of another preset; the images stay those of this one.
  PretrainForm withPreset(PretrainPreset preset) {
    return new PretrainForm(preset, data.format.value(), data.root.textProperty().get());
  }

  private List<Field> fields() {
    var all = new ArrayList<Field>(data.fields());
    all.addAll(List.of(architecture, method));
    all.addAll(momentum.fields());
    all.addAll(synthesis.fields());
    all.addAll(train.fields());
    all.addAll(recording.fields());
    all.addAll(List.of(seed, device, name));
    return all;
  }

  private Pretraining build() {
    // What is typed for MoCHi may be wrong while another method is chosen.
    SynthesisSpec mixing =
        method.value() == PretrainName.MOCHI ? synthesis.build() : preset.synthesis();
    PretrainSpec chosen = method.value().of(momentum.build(), mixing);
    var dataSpec = data.build();
    return new Pretraining(
        name.value().isBlank() ? chosen.title() : name.value(),
        dataSpec,
        architecture.value(),
        chosen,
        train.build(dataSpec.imageSize()),
        recording.build(),
        device.value(),
        seed.value());
  }

  /// The described run; empty while a field is wrong.
  ReadOnlyObjectProperty<Optional<Pretraining>> pretrainingProperty() {
    return description.valueProperty();
  }

  /// Why there is no run; empty if there is one.
  ReadOnlyStringProperty messageProperty() {
    return description.messageProperty();
  }
}
