package coretuning.ui.pretrain;

import coretuning.gallery.Sweep;
import coretuning.spec.Architecture;
import coretuning.spec.DataSpec;
import coretuning.spec.MomentumSpec;
import coretuning.spec.Pretraining;
import coretuning.spec.TrainSpec;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pre-training runs that were asked the same but for name, seed and the mixing of negatives: those
/// whose figures may be compared over N and s.
///
/// @param title what they share, in short
record RunFamily(String title, Sweep sweep) {

  private record Shared(
      DataSpec data, Architecture architecture, MomentumSpec momentum, TrainSpec train) {
    static Shared of(Pretraining run) {
      return new Shared(run.data(), run.architecture(), run.method().momentum(), run.train());
    }
  }

  /// Families with runs of MoCHi that differ, the one with the newest run first.
  ///
  /// @throws coretuning.result.Problem if the store cannot be read
  static List<RunFamily> of(RunStore store) {
    return of(
        store.list().stream()
            .filter(run -> run.more().isPretraining())
            .map(run -> store.open(run.id()))
            .toList());
  }

  /// @param runs of any kind, newest first
  static List<RunFamily> of(List<RunFolder> runs) {
    Map<Shared, List<RunFolder>> families = new LinkedHashMap<>();
    for (RunFolder run : runs) {
      if (run.spec() instanceof Pretraining pretraining) {
        families.computeIfAbsent(Shared.of(pretraining), key -> new ArrayList<>()).add(run);
      }
    }
    var found = new ArrayList<RunFamily>();
    families.forEach((shared, members) -> {
      Sweep sweep = Sweep.of(members);
      if (sweep.varies()) {
        found.add(new RunFamily(title(shared), sweep));
      }
    });
    return found;
  }

  private static String title(Shared shared) {
    return "%s on %s, %d epochs, queue of %d"
        .formatted(
            shared.architecture().label(),
            Path.of(shared.data().root()).getFileName(),
            shared.train().epochs(),
            shared.momentum().queueSize());
  }
}
