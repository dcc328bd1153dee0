package coretuning.spec;

/// Settings of one fine-tuning method. The one switch over the permitted records lives in `method`.
public sealed interface MethodSpec {

  /// Name as in the literature, e.g. `Core-tuning`.
  String title();

  /// Plain cross-entropy fine-tuning of all weights.
  record CeTuning() implements MethodSpec {
    @Override
    public String title() {
      return "CE-tuning";
    }
  }

  /// Core-tuning (Zhang et al., NeurIPS 2021).
  ///
  /// @param eta weight of the contrastive term, above or equal 0; paper searches {0.1, 1, 10}
  /// @param alpha both parameters of the Beta distribution of mixing factors, above 0; paper
  ///   searches {0.1, 1, 10}
  /// @param temperature tau of the contrastive softmax, above 0; 0.07 in the released code
  /// @param lambdaThreshold least mixing factor of semi-hard negatives, in [0, 1]; 0.8 in the
  ///   released code: smaller draws are clipped up to it
  /// @param focalExponent exponent of the focal weight (1 - p), at least 0; 1 in Eq 5, 0 switches
  ///   the weight off
  /// @param projectionSize outputs of the two-layer projection head, at least 2; 256 in the
  ///   released code
  /// @param reading the paper's method, the released code's, or something between
  /// @param parts what an ablation takes out
  record CoreTuning(
      double eta,
      double alpha,
      double temperature,
      double lambdaThreshold,
      double focalExponent,
      int projectionSize,
      CoreTuningReading reading,
      CoreTuningParts parts)
      implements MethodSpec {

    public CoreTuning {
      Require.atLeast("eta", eta, 0.0);
      Require.above("alpha", alpha, 0);
      Require.above("temperature", temperature, 0);
      Require.within("lambda threshold", lambdaThreshold, 0, 1);
      Require.atLeast("focal exponent", focalExponent, 0.0);
      Require.atLeast("projection size", projectionSize, 2);
      if (reading.detachOriginals() && !parts.hasPairs()) {
        throw new IllegalArgumentException(
            "detached originals need hard positives or semi-hard negatives:"
                + " otherwise nothing teaches the backbone");
      }
    }

    /// The paper's method in full.
    public CoreTuning(
        double eta,
        double alpha,
        double temperature,
        double lambdaThreshold,
        double focalExponent,
        int projectionSize) {
      this(
          eta,
          alpha,
          temperature,
          lambdaThreshold,
          focalExponent,
          projectionSize,
          CoreTuningReading.paper(),
          CoreTuningParts.all());
    }

    /// The paper's method with the values of its CIFAR-10 command: eta 0.1, alpha 1, tau 0.07,
    /// threshold 0.8.
    public static CoreTuning defaults() {
      return new CoreTuning(0.1, 1.0, 0.07, 0.8, 1.0, 256);
    }

    /// The same values, read otherwise.
    public CoreTuning with(CoreTuningReading other) {
      return new CoreTuning(
          eta, alpha, temperature, lambdaThreshold, focalExponent, projectionSize, other, parts);
    }

    /// The same values with other parts.
    ///
    /// @param exponent of the focal weight, 0 without
    public CoreTuning with(CoreTuningParts other, double exponent) {
      return new CoreTuning(
          eta, alpha, temperature, lambdaThreshold, exponent, projectionSize, reading, other);
    }

    @Override
    public String title() {
      return reading.equals(CoreTuningReading.released())
          ? "Core-tuning (released code)"
          : "Core-tuning";
    }
  }
}
