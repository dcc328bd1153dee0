package coretuning.spec;

/// Settings of one fine-tuning method. The one switch over the permitted records lives in `method`.
public sealed interface MethodSpec {

  /// Name as in the literature, e.g. `Core-tuning`.
  String title();

  /// Whether the objective compares images of one batch by their classes, so that an image whose
  /// class has no other image in the batch goes short.
  default boolean contrastsWithinBatch() {
    return false;
  }

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
    public boolean contrastsWithinBatch() {
      return true;
    }

    @Override
    public String title() {
      return reading.equals(CoreTuningReading.released())
          ? "Core-tuning (released code)"
          : "Core-tuning";
    }
  }

  /// L2-SP (Li et al., ICML 2018): a penalty on the distance from the pre-trained weights.
  ///
  /// @param startPenalty a, weight of 1/2 ||w - w0||^2 over the backbone, at least 0; 0.01 in the
  ///   Transfer-Learning-Library and in the code of DELTA's and RIFLE's authors
  /// @param headPenalty b, weight of 1/2 ||u||^2 over the classifier, at least 0; 0.01 in the first
  ///   two, 0.0001 in RIFLE's code
  record L2Sp(double startPenalty, double headPenalty) implements MethodSpec {
    public L2Sp {
      Require.atLeast("start penalty", startPenalty, 0.0);
      Require.atLeast("head penalty", headPenalty, 0.0);
    }

    /// The values of the Transfer-Learning-Library: 0.01 for both.
    public static L2Sp defaults() {
      return new L2Sp(0.01, 0.01);
    }

    @Override
    public String title() {
      return "L2-SP";
    }
  }

  /// DELTA (Li et al., ICLR 2019): a penalty on the distance from the pre-trained feature maps.
  ///
  /// @param mapPenalty a, weight of the maps' distance, at least 0; 0.01 in the authors' code (0.1
  ///   for Stanford Dogs). The distance is a sum over the batch: a depends on the batch size, 64
  ///   there, 48 in the Transfer-Learning-Library
  /// @param headPenalty b, weight of 1/2 ||u||^2 over the classifier, at least 0; 0.01 in both
  /// @param attention whether channels count by how much they matter, which is measured before
  ///   training; on in the paper
  /// @param attentionEpochs for which the head learns that the measurement needs, at least 1; 10 in
  ///   the authors' code
  /// @param attentionBatches over which the measurement is averaged, at least 1; 4 in the authors'
  ///   code, 10 in the Transfer-Learning-Library
  record Delta(
      double mapPenalty,
      double headPenalty,
      boolean attention,
      int attentionEpochs,
      int attentionBatches)
      implements MethodSpec {
    public Delta {
      Require.atLeast("map penalty", mapPenalty, 0.0);
      Require.atLeast("head penalty", headPenalty, 0.0);
      Require.atLeast("attention epochs", attentionEpochs, 1);
      Require.atLeast("attention batches", attentionBatches, 1);
    }

    /// The values of the authors' code: 0.01 for both, attention after 10 epochs over 4 batches.
    public static Delta defaults() {
      return new Delta(0.01, 0.01, true, 10, 4);
    }

    @Override
    public String title() {
      return "DELTA";
    }
  }

  /// Batch spectral shrinkage (Chen et al., NeurIPS 2019): a penalty on the smallest singular
  /// values of a batch's features.
  ///
  /// @param shrinkage weight of the squared singular values, at least 0; 0.001 in the
  ///   Transfer-Learning-Library
  /// @param singularValues k, how many of the smallest, at least 1; 1 there
  record Bss(double shrinkage, int singularValues) implements MethodSpec {
    public Bss {
      Require.atLeast("shrinkage", shrinkage, 0.0);
      Require.atLeast("singular values", singularValues, 1);
    }

    /// The values of the Transfer-Learning-Library: 0.001 on the smallest.
    public static Bss defaults() {
      return new Bss(0.001, 1);
    }

    @Override
    public String title() {
      return "BSS";
    }
  }

  /// RIFLE (Li et al., ICML 2020): the classifier starts anew several times.
  ///
  /// @param periods equal spans of epochs, at least 1; the classifier starts anew after each but
  ///   the last, and 1 is CE-tuning. 2 in the example of the authors' code; others tried 2 to 4
  record Rifle(int periods) implements MethodSpec {
    public Rifle {
      Require.atLeast("periods", periods, 1);
    }

    /// The value of the authors' example: one new start, half-way.
    public static Rifle defaults() {
      return new Rifle(2);
    }

    @Override
    public String title() {
      return "RIFLE";
    }
  }

  /// Mix-and-Match tuning (Zhan et al., AAAI 2018) in the form that classification leaves of it:
  /// cross-entropy and a triplet loss.
  ///
  /// @param tripletWeight weight of the triplet loss, at least 0; no source is known, 1 weighs both
  ///   alike
  /// @param margin m on squared distances of unit features, which lie in [0, 4]; at least 0. No
  ///   source is known; 0.2 is FaceNet's (Schroff et al. 2015)
  record MixAndMatch(double tripletWeight, double margin) implements MethodSpec {
    public MixAndMatch {
      Require.atLeast("triplet weight", tripletWeight, 0.0);
      Require.within("margin", margin, 0, 4);
    }

    /// Weight 1, margin 0.2: usual elsewhere, without a source for this method.
    public static MixAndMatch defaults() {
      return new MixAndMatch(1, 0.2);
    }

    @Override
    public boolean contrastsWithinBatch() {
      return true;
    }

    @Override
    public String title() {
      return "M&M";
    }
  }

  /// SCL (Gunel et al., ICLR 2021): cross-entropy and supervised contrastive loss, shared out.
  ///
  /// @param share lambda of the contrastive loss, in [0, 1]; 0 is CE-tuning. As we recall, the
  ///   authors searched {0.1, 0.3, 0.5, 0.7, 0.9, 1} on texts; no value for images is known
  /// @param temperature tau, above 0; the default 0.07 is that of the code of supervised
  ///   contrastive learning (Khosla et al. 2020)
  record Scl(double share, double temperature) implements MethodSpec {
    public Scl {
      Require.within("share", share, 0, 1);
      Require.above("temperature", temperature, 0);
    }

    /// Share 0.1, the least of the grid, and temperature 0.07.
    public static Scl defaults() {
      return new Scl(0.1, 0.07);
    }

    @Override
    public boolean contrastsWithinBatch() {
      return true;
    }

    @Override
    public String title() {
      return "SCL";
    }
  }

  /// Bi-tuning (Zhong et al. 2020): cross-entropy and two contrastive losses over queues of keys.
  ///
  /// @param tradeOff t, weight of the contrastive losses, at least 0; 1 in the
  ///   Transfer-Learning-Library
  /// @param temperature T, above 0; 0.07 there
  /// @param queueSize K, keys of each class, at least 1; 40 there
  /// @param keyMomentum m of the key encoder, in [0, 1]; 0.999 there
  /// @param projectionSize outputs of the linear projection, at least 2; 128 there
  record BiTuning(
      double tradeOff, double temperature, int queueSize, double keyMomentum, int projectionSize)
      implements MethodSpec {
    public BiTuning {
      Require.atLeast("trade-off", tradeOff, 0.0);
      Require.above("temperature", temperature, 0);
      Require.atLeast("queue size", queueSize, 1);
      Require.within("key momentum", keyMomentum, 0, 1);
      Require.atLeast("projection size", projectionSize, 2);
    }

    /// The values of the Transfer-Learning-Library.
    public static BiTuning defaults() {
      return new BiTuning(1, 0.07, 40, 0.999, 128);
    }

    @Override
    public String title() {
      return "Bi-tuning";
    }
  }
}
