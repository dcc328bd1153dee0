package coretuning.spec;

/// One contrastive pre-training run, complete. Labels are used for the k-NN probe only.
///
/// @param name what the user calls it; part of the run folder's name
/// @param recording its `every` and k-NN settings say when and how the probe measures
/// @param seed source of every random stream
public record Pretraining(
    String name,
    DataSpec data,
    Architecture architecture,
    PretrainSpec method,
    TrainSpec train,
    RecordingSpec recording,
    DeviceChoice device,
    long seed)
    implements RunSpec {

  public Pretraining {
    Require.text("pre-training name", name);
  }

  @Override
  public String methodTitle() {
    return method.title();
  }
}
