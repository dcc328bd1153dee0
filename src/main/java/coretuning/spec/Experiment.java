package coretuning.spec;

/// One fine-tuning run, complete: the same experiment gives the same numbers on the CPU, bit for
/// bit.
///
/// @param name what the user calls it; part of the run folder's name
/// @param seed source of every random stream: split, order, augmentation, mixing, fresh weights
public record Experiment(
    String name,
    DataSpec data,
    BackboneSpec backbone,
    MethodSpec method,
    TrainSpec train,
    RecordingSpec recording,
    DeviceChoice device,
    long seed)
    implements RunSpec {

  public Experiment {
    Require.text("experiment name", name);
  }

  /// The same experiment with another method; everything else, the seed included, stays.
  public Experiment withMethod(MethodSpec other) {
    return new Experiment(other.title(), data, backbone, other, train, recording, device, seed);
  }

  /// The same experiment with another seed.
  public Experiment withSeed(long other) {
    return new Experiment(name, data, backbone, method, train, recording, device, other);
  }

  @Override
  public String methodTitle() {
    return method.title();
  }
}
