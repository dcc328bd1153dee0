package coretuning.checkpoint;

import coretuning.result.CheckpointOutline;
import coretuning.result.CheckpointReport;
import coretuning.result.LayoutChoice;
import coretuning.result.Problem;
import coretuning.result.TensorMatch;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.spec.Architecture;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Says what a file of weights holds and how it would be read, and writes it anew in plain names.
public final class CheckpointDoctor {
  private CheckpointDoctor() {}

  /// Examines a file; every tensor is read once.
  ///
  /// @param architecture compared with; the best fitting one if empty
  /// @throws Problem if the file cannot be opened
  public static CheckpointReport examine(Path file, Optional<Architecture> architecture) {
    CheckpointFile content = CheckpointFile.open(file);
    var search = search(content, architecture);
    Optional<Placement> best = search.best();
    return new CheckpointReport(
        file.toString(),
        BackboneFile.sha256(file),
        content.format(),
        best.map(search::choice).orElseGet(CheckpointDoctor::noChoice),
        best.map(place -> place.match(content)).orElseGet(() -> noMatch(content)),
        content.tensors().entrySet().stream()
            .map(each -> TensorStatistics.of(each.getKey(), each.getValue()))
            .toList(),
        content.notes());
  }

  /// Compares names and shapes only, which takes no longer than reading the file's directory.
  ///
  /// @param architecture compared with; the best fitting one if empty
  /// @throws Problem if the file cannot be opened
  public static CheckpointOutline outline(Path file, Optional<Architecture> architecture) {
    CheckpointFile content = CheckpointFile.open(file);
    var search = search(content, architecture);
    Optional<Placement> best = search.best();
    return new CheckpointOutline(
        content.format(),
        best.map(search::choice).orElseGet(CheckpointDoctor::noChoice),
        best.map(place -> place.match(content)).orElseGet(() -> noMatch(content)),
        content.tensors().size());
  }

  private static LayoutSearch search(CheckpointFile file, Optional<Architecture> architecture) {
    return new LayoutSearch(
        file, architecture.map(List::of).orElseGet(() -> List.of(Architecture.values())));
  }

  private static LayoutChoice noChoice() {
    return new LayoutChoice("unknown", "no tensor is named and shaped like a ResNet's", "");
  }

  private static TensorMatch noMatch(CheckpointFile file) {
    var others = new LeftOut("");
    file.tensors().keySet().forEach(others::add);
    return new TensorMatch(
        "",
        0,
        new LinkedHashMap<>(),
        List.of(),
        List.of(),
        List.of(),
        new LinkedHashMap<>(),
        others.heads());
  }

  /// Writes the backbone of a file under torchvision's names, element types as they are; the ending
  /// of `to` names the format.
  ///
  /// @param partial whether the user has confirmed that a part of the backbone is enough
  /// @return how many tensors were written
  /// @throws Problem if it is not a whole backbone and that was not confirmed
  public static int convert(
      Path from, Path to, Optional<Architecture> architecture, boolean partial) {
    CheckpointFile content = CheckpointFile.open(from);
    Placement place =
        search(content, architecture)
            .best()
            .orElseThrow(() ->
                new Problem(
                    "no tensor is named and shaped like a ResNet's",
                    from.toString(),
                    "choose weights of a ResNet"));
    BackboneFile.requireFit(from, place, partial);
    var entries = new LinkedHashMap<String, Entry>();
    place
        .matched()
        .forEach((name, stored) -> {
          StoredTensor tensor = content.tensors().get(stored);
          if (tensor != null) {
            entries.put(name, tensor.values().get());
          }
        });
    Map<String, String> notes =
        // Sorted: the order of Map.of changes from start to start, the file must not.
        new TreeMap<>(
            Map.of(
                "architecture", place.architecture().label(),
                "layout", place.layout().label(),
                "source-sha256", BackboneFile.sha256(from)));
    WeightsFile.write(to, new TensorFile(entries, notes));
    return entries.size();
  }
}
