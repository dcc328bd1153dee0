package coretuning.ui.support;

import java.util.BitSet;
import java.util.Optional;

/// Which samples are selected at one moment. Sample ids are bits, so that asking for one costs
/// nothing at any number of samples.
///
/// @param ids of the selected samples; never written to
/// @param focus the one among them whose details are shown
/// @param isolated ids of the samples that alone are on display; empty while all are
public record SelectedSamples(BitSet ids, Optional<Integer> focus, Optional<BitSet> isolated) {
  /// Nothing selected, everything on display.
  public static final SelectedSamples NONE =
      new SelectedSamples(new BitSet(), Optional.empty(), Optional.empty());

  public SelectedSamples {
    ids = (BitSet) ids.clone();
    isolated = isolated.map(each -> (BitSet) each.clone());
  }

  /// Selected samples.
  public int count() {
    return ids.cardinality();
  }

  public boolean contains(int sample) {
    return ids.get(sample);
  }

  /// Whether a sample is on display.
  public boolean shows(int sample) {
    return isolated.map(own -> own.get(sample)).orElse(true);
  }
}
