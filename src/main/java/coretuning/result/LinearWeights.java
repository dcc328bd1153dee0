package coretuning.result;

/// Weights of a linear layer x W^T + b, as plain numbers.
///
/// @param outputs K, at least 1
/// @param inputs D, at least 1
/// @param weight `[K, D]` row-major
/// @param bias `[K]`, or empty for a layer without
public record LinearWeights(int outputs, int inputs, float[] weight, float[] bias) {
  public LinearWeights {
    if (outputs < 1 || inputs < 1 || weight.length != (long) outputs * inputs) {
      throw new IllegalArgumentException(
          "a layer %d -> %d needs as many weights, got %d"
              .formatted(inputs, outputs, weight.length));
    }
    if (bias.length != 0 && bias.length != outputs) {
      throw new IllegalArgumentException(
          "a layer of %d outputs needs as many biases or none, got %d"
              .formatted(outputs, bias.length));
    }
  }
}
