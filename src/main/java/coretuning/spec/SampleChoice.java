package coretuning.spec;

import java.util.List;

/// Which samples and labels of a data set that offers a choice.
///
/// @param split number of the official or drawn split, from 1 on: DTD and SUN397 have ten; where
///   the set leaves its split open it is the seed of the draw
/// @param labels which labels, where a set has several
/// @param trainDomains domains to learn from; all that are not tested on, if empty
/// @param testDomains domains to be judged by; if empty, the set's own split or a fifth
/// @param skipBroken whether images that cannot be read are left out and listed; otherwise the
///   first one ends the run with its name
public record SampleChoice(
    int split,
    LabelSet labels,
    List<String> trainDomains,
    List<String> testDomains,
    boolean skipBroken) {

  public SampleChoice {
    Require.atLeast("split", split, 1);
    trainDomains = List.copyOf(trainDomains);
    testDomains = List.copyOf(testDomains);
    trainDomains.forEach(name -> Require.text("training domain", name));
    testDomains.forEach(name -> Require.text("test domain", name));
    for (String each : trainDomains) {
      if (testDomains.contains(each)) {
        throw new IllegalArgumentException(
            "a domain must not be learnt from and tested on, got " + each + " in both");
      }
    }
  }

  /// The first split, standard labels, every domain; a broken image ends the run.
  public static SampleChoice standard() {
    return new SampleChoice(1, LabelSet.STANDARD, List.of(), List.of(), false);
  }
}
