package coretuning.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// One case of `golden/core-tuning-released.json`; see the README beside it.
///
/// @param mixedFeatures originals, z-, z+
/// @param mixedTargets likewise
/// @param projected likewise
public record ReleasedCase(
    String name,
    int batch,
    int dim,
    int classes,
    double eta,
    double temperature,
    double[][] features,
    int[] labels,
    int[] shuffle,
    double[] lambdaNegativeRaw,
    double[] lambdaNegative,
    double[] lambdaPositive,
    GoldenCase.Head projection,
    double[][] classifier,
    double[][] mixedFeatures,
    double[][] mixedTargets,
    double[][] projected,
    double ce,
    double focalSupcon,
    double total,
    double[][] gradFeatures,
    double[][] gradClassifier,
    double[][] gradW1,
    double[][] gradW2) {

  private record Document(String about, List<ReleasedCase> cases) {}

  /// All cases.
  public static List<ReleasedCase> all() {
    var mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    try (InputStream in =
        ReleasedCase.class.getResourceAsStream("/golden/core-tuning-released.json")) {
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
