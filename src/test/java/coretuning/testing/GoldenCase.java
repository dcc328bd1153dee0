package coretuning.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// One case of `golden/core-tuning-paper.json`; see the README beside it.
public record GoldenCase(
    String name,
    double eta,
    double temperature,
    double gamma,
    double[][] features,
    int[] labels,
    int classes,
    Head projection,
    double[][] classifier,
    int[] randomNegative,
    double[] lambdaPositive,
    double[] lambdaNegative,
    Expected expected) {

  public record Head(double[][] w1, double[] b1, double[][] w2, double[] b2) {}

  public record Expected(
      int[] hardPositive,
      int[] hardNegative,
      double[][] zPlus,
      double[][] yPlus,
      double[][] zMinus,
      double[][] yMinus,
      double[][] v,
      double[][] vPlus,
      double[][] vMinus,
      double mixedCe,
      double supconOriginalsOnly,
      double supconWithPairs,
      double focalContrastive,
      double total,
      double[][] focalWeights,
      double[][] gradFeatures,
      double[][] gradW1,
      double[] gradB1,
      double[][] gradW2,
      double[] gradB2,
      double[][] gradClassifier) {}

  private record Document(String about, List<GoldenCase> cases) {}

  /// All cases.
  public static List<GoldenCase> all() {
    var mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    try (InputStream in = GoldenCase.class.getResourceAsStream("/golden/core-tuning-paper.json")) {
      return mapper.readValue(in, Document.class).cases();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
