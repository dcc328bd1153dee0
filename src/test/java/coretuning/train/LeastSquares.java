package coretuning.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.result.LossTerm;
import coretuning.tensor.Parameters;
import coretuning.tensor.Transfer;
import coretuning.transform.Batch;
import java.util.List;

/// A linear map from pixels to the label, in float64: small enough to be computed again in plain
/// Java, and without statistics that depend on how images are put into batches.
final class LeastSquares implements Learner {
  private final Parameters parameters = new Parameters();
  private final long failAt;
  private int batchesPerLoss = 1;

  LeastSquares(int inputs, NDManager manager) {
    this(inputs, manager, Long.MAX_VALUE);
  }

  /// @param failAt step whose objective is infinite
  LeastSquares(int inputs, NDManager manager, long failAt) {
    parameters.addTrainable("w", manager.zeros(new Shape(inputs, 1), DataType.FLOAT64));
    this.failAt = failAt;
  }

  /// Lets one loss take several batches.
  LeastSquares together(int batches) {
    batchesPerLoss = batches;
    return this;
  }

  @Override
  public int batchesPerLoss() {
    return batchesPerLoss;
  }

  Parameters parameters() {
    return parameters;
  }

  double[] weights() {
    return Transfer.toDoubles(parameters.get("w"));
  }

  @Override
  public List<ParameterGroup> groups() {
    return List.of(new ParameterGroup(parameters, 1, true));
  }

  @Override
  public Parameters state() {
    return parameters;
  }

  @Override
  public Step forward(NDManager manager, List<Batch> batches, long step) {
    NDList rows = new NDList();
    NDList labels = new NDList();
    for (Batch batch : batches) {
      int inputs = batch.pixels().length / batch.size();
      rows.add(
          manager
              .create(batch.pixels(), new Shape(batch.size(), inputs))
              .toType(DataType.FLOAT64, false));
      labels.add(
          manager
              .create(batch.labels(), new Shape(batch.size(), 1))
              .toType(DataType.FLOAT64, false));
    }
    NDArray error = NDArrays.concat(rows).matMul(parameters.get("w")).sub(NDArrays.concat(labels));
    NDArray loss = error.square().mean();
    double value = step == failAt ? Double.POSITIVE_INFINITY : Transfer.toDouble(loss);
    return new Step(
        loss,
        value,
        List.of(new LossTerm("fine", 1), new LossTerm("squares", value)),
        1,
        List.of(),
        List.of());
  }

  @Override
  public void afterBackward() {}
}
