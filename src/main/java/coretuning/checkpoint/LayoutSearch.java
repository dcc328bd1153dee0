package coretuning.checkpoint;

import coretuning.result.LayoutChoice;
import coretuning.spec.Architecture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Finds the backbone in a file of weights: tries every place where a network could begin with
/// every architecture, and takes the one where most tensors match.
final class LayoutSearch {
  /// No published checkpoint has a dozen networks; more are not worth the time.
  private static final int MOST_PLACES = 32;

  private final CheckpointFile file;
  private final List<Placement> found = new ArrayList<>();

  /// @param architectures that come into question
  LayoutSearch(CheckpointFile file, List<Architecture> architectures) {
    this.file = file;
    for (Naming naming : Naming.values()) {
      for (String prefix : prefixes(naming)) {
        Layout layout = Layout.of(file, prefix, naming);
        SequencedMap<String, String> renamed = Placement.renamed(file, prefix, naming);
        for (Architecture each : architectures) {
          found.add(Placement.of(file, prefix, layout, renamed, each));
        }
      }
    }
    found.sort(
        Comparator.comparingInt(Placement::score)
            .reversed()
            .thenComparingInt(place -> place.layout().rank()));
  }

  /// What stands before names like that of a first convolution, outside of any residual block.
  private Set<String> prefixes(Naming naming) {
    var prefixes = new LinkedHashSet<String>();
    file.tensors()
        .forEach((name, tensor) -> {
          boolean stem = name.equals(naming.stem()) || name.endsWith("." + naming.stem());
          if (stem && tensor.shape().size() == 4 && prefixes.size() < MOST_PLACES) {
            String prefix = name.substring(0, name.length() - naming.stem().length());
            if (!prefix.matches(".*layer\\d+\\.\\d+\\..*")) {
              prefixes.add(prefix);
            }
          }
        });
    return prefixes;
  }

  /// The best place; empty if no tensor anywhere is called like a backbone's.
  Optional<Placement> best() {
    return found.stream().findFirst().filter(place -> place.missing().size() < place.expected());
  }

  /// The choice with its reason.
  LayoutChoice choice(Placement best) {
    List<Placement> rivals =
        found.stream()
            .filter(each -> each.architecture() == best.architecture() && !each.equals(best))
            .filter(each -> !each.matched().isEmpty())
            .toList();
    String here =
        "%d of %d tensors of %s match"
            .formatted(best.matched().size(), best.expected(), best.architecture());
    if (rivals.isEmpty()) {
      return choice(best, here + " there and nowhere else");
    }
    Placement next = rivals.getFirst();
    String there = next.prefix().isEmpty() ? "at the top" : "under " + next.prefix();
    return choice(
        best,
        next.score() == best.score()
            ? "%s; as many do %s, which is not what its authors evaluate".formatted(here, there)
            : "%s; %d do %s".formatted(here, next.matched().size(), there));
  }

  private static LayoutChoice choice(Placement best, String why) {
    return new LayoutChoice(best.layout().label(), why, best.prefix());
  }
}
