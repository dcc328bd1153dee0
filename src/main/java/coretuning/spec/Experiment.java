package coretuning.spec;

/// One fine-tuning run, complete: the same experiment gives the same numbers on the CPU, bit for
/// bit.
///
/// @param name what the user calls it; part of the run folder's name
/// @param seed source of every random stream: split, order, augmentation, mixing, fresh weights
/// @param selection which epoch's weights are kept as the result; other than the last needs
///   validation images
public record Experiment(
    String name,
    DataSpec data,
    BackboneSpec backbone,
    MethodSpec method,
    TrainSpec train,
    RecordingSpec recording,
    DeviceChoice device,
    long seed,
    Selection selection)
    implements RunSpec {

  public Experiment {
    Require.text("experiment name", name);
    if (selection == Selection.BEST_VALIDATION_EPOCH && data.validationShare() == 0) {
      throw new IllegalArgumentException(
          "the best epoch can only be chosen with a validation share above 0, got 0");
    }
  }

  /// An experiment whose result is the last epoch's weights.
  public Experiment(
      String name,
      DataSpec data,
      BackboneSpec backbone,
      MethodSpec method,
      TrainSpec train,
      RecordingSpec recording,
      DeviceChoice device,
      long seed) {
    this(name, data, backbone, method, train, recording, device, seed, Selection.LAST_EPOCH);
  }

  /// The same experiment with another method; everything else, the seed included, stays.
  public Experiment withMethod(MethodSpec other) {
    return new Experiment(
        other.title(), data, backbone, other, train, recording, device, seed, selection);
  }

  /// The same experiment with another seed.
  public Experiment withSeed(long other) {
    return new Experiment(name, data, backbone, method, train, recording, device, other, selection);
  }

  /// The same experiment under another name.
  public Experiment withName(String other) {
    return new Experiment(other, data, backbone, method, train, recording, device, seed, selection);
  }

  /// The same experiment with another rule for the weights that count.
  public Experiment withSelection(Selection other) {
    return new Experiment(name, data, backbone, method, train, recording, device, seed, other);
  }

  @Override
  public String methodTitle() {
    return method.title();
  }
}
