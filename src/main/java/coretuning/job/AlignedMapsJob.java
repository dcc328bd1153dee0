package coretuning.job;

import coretuning.analysis.map.Tsne;
import coretuning.analysis.map.TsneStart;
import coretuning.result.Embedding;
import coretuning.result.Projection;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.store.RunFolder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Maps the recorded epochs of some runs one after the other, so that a point can be followed: each
/// map goes on from the last one of its run ([TsneStart.Continuation]) and is then turned to lie
/// over it; the first of a run goes on from the first of the first run, if both recorded the same
/// images. Maps that were there before are replaced, for they started elsewhere.
///
/// @param runs in the order in which they are mapped
public record AlignedMapsJob(List<Course> runs) implements Job {
  /// The recorded epochs of a run.
  ///
  /// @param folder gets the maps
  /// @param embeddings by epoch, ascending
  public record Course(RunFolder folder, List<Embedding> embeddings) {
    public Course {
      embeddings = List.copyOf(embeddings);
    }
  }

  /// A map and the images it is of.
  private record Stage(Embedding embedding, Projection map) {
    boolean isOf(Embedding other) {
      return Arrays.equals(embedding.samples(), other.samples());
    }

    boolean isAlso(Embedding other) {
      return isOf(other) && Arrays.equals(embedding.features(), other.features());
    }
  }

  public AlignedMapsJob {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("aligned maps need at least one run");
    }
  }

  @Override
  public String title() {
    long maps = runs.stream().mapToLong(each -> each.embeddings().size()).sum();
    return "t-SNE maps of %d epochs of %s"
        .formatted(maps, runs.size() == 1 ? "1 run" : runs.size() + " runs");
  }

  @Override
  public boolean run(RunControl control, Consumer<RunEvent> events) {
    long seed = runs.getFirst().folder().spec().seed();
    Optional<Stage> start = Optional.empty();
    for (Course course : runs) {
      var journal = new RunJournal(course.folder(), events);
      Optional<Stage> last = start;
      for (Embedding embedding : course.embeddings()) {
        if (EmbeddingMap.isTooSmall(embedding, journal)) {
          continue;
        }
        Optional<Stage> next = next(embedding, last, seed, journal, control);
        if (next.isEmpty()) {
          return false;
        }
        last = next;
        start = start.or(() -> next);
      }
    }
    return true;
  }

  /// Runs of a comparison start from the same weights: one map of the start serves all.
  private static Optional<Stage> next(
      Embedding embedding,
      Optional<Stage> last,
      long seed,
      RunJournal journal,
      RunControl control) {
    Optional<Projection> known = last.filter(stage -> stage.isAlso(embedding)).map(Stage::map);
    if (known.isPresent()) {
      journal.projection(embedding.epoch(), known.get());
      return Optional.of(new Stage(embedding, known.get()));
    }
    Optional<Projection> like = last.filter(stage -> stage.isOf(embedding)).map(Stage::map);
    Tsne tsne =
        like.<TsneStart>map(map -> new TsneStart.Continuation(map.x(), map.y()))
            .map(Tsne.withSeed(seed)::from)
            .orElseGet(() -> Tsne.withSeed(seed));
    return EmbeddingMap.draw(embedding, tsne, like, journal, control)
        .map(map -> new Stage(embedding, map));
  }
}
