package coretuning.ui;

import coretuning.job.Job;
import coretuning.job.JobQueue;
import coretuning.job.Thumbnail;
import coretuning.result.Embedding;
import coretuning.result.RunControl;
import coretuning.result.RunEvent;
import coretuning.result.RunState;
import coretuning.spec.Experiment;
import coretuning.spec.MethodSpec;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.ui.pretrain.PretrainEquipment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/// Equipment without training: jobs are [FakeJob]s, images are drawn, two runs are stored.
public final class FakeLaboratory {
  static final List<String> CLASS_NAMES =
      List.of(
          "T-shirt",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");
  private static final int SIDE = 28;

  final JobQueue queue = new JobQueue();

  /// Permits to train an epoch.
  final Semaphore epochs = new Semaphore(0);

  /// The experiments of each job asked for.
  final List<List<Experiment>> asked = new ArrayList<>();

  private final Path folder;
  private final RunStore store;
  private final Function<List<Experiment>, Job> training;

  FakeLaboratory(Path folder) {
    this.folder = folder;
    training = experiments -> new FakeJob(experiments, epochs);
    store = new RunStore(folder.resolve("runs"));
    storeRuns();
  }

  /// A laboratory whose every job is `job`.
  FakeLaboratory(Path folder, Job job) {
    this.folder = folder;
    training = experiments -> job;
    store = new RunStore(folder.resolve("runs"));
  }

  Equipment equipment() {
    return new Equipment(
        queue,
        experiments -> {
          asked.add(experiments);
          return training.apply(experiments);
        },
        id -> new FakeJob(List.of(defaults()), epochs),
        store,
        folder.resolve("tables"),
        table -> new FakeTableJob(table, epochs),
        (id, embedding) -> mapping(Map.of(id, List.of(embedding.epoch()))),
        FakeRun::heads,
        courses -> mapping(epochs(courses)),
        (data, sample) -> Optional.of(thumbnail(sample)),
        (data, sample) -> Optional.of("images/%06d.png".formatted(sample)),
        data -> CLASS_NAMES,
        () -> List.of("CPU, 2 threads", "No CUDA driver was found."),
        new PretrainEquipment(
            defaults().data(),
            pretraining -> new FakeJob(List.of(defaults()), epochs),
            (pretraining, draw) -> List.of()),
        defaults(),
        folder.resolve("window.properties"));
  }

  Experiment defaults() {
    return Specs.coreTuning(folder.toString());
  }

  /// Puts three runs into the store: CE-tuning and Core-tuning, finished, and one that was stopped.
  private void storeRuns() {
    store(defaults().withMethod(new MethodSpec.CeTuning()), RunState.FINISHED);
    store(defaults(), RunState.FINISHED);
    store(defaults().withSeed(2), RunState.STOPPED);
  }

  private void store(Experiment experiment, RunState state) {
    fill(store.create(experiment), experiment, state);
  }

  /// Writes what a run of that state leaves.
  static void fill(RunFolder folder, Experiment experiment, RunState state) {
    var run = new FakeRun(folder.id(), experiment);
    int last = state == RunState.FINISHED ? experiment.train().epochs() : 4;
    folder.write(((RunEvent.Started) run.started()).provenance());
    folder.write(((RunEvent.SnapshotTaken) run.snapshot(0)).snapshot());
    for (int epoch = 1; epoch <= last; epoch++) {
      folder.append(((RunEvent.EpochDone) run.epoch(epoch)).metrics());
    }
    if (state == RunState.FINISHED) {
      folder.write(((RunEvent.SnapshotTaken) run.snapshot(last)).snapshot());
      folder.write(last, ((RunEvent.Projected) run.projection(last)).projection());
      folder.write(((RunEvent.Evaluated) run.evaluated()).evaluation());
    }
    folder.writeState(state, Optional.empty());
  }

  private static Map<String, List<Integer>> epochs(Map<String, List<Embedding>> courses) {
    var epochs = new LinkedHashMap<String, List<Integer>>();
    courses.forEach((id, all) -> epochs.put(id, all.stream().map(Embedding::epoch).toList()));
    return epochs;
  }

  private Job mapping(Map<String, List<Integer>> wanted) {
    return new Job() {
      @Override
      public String title() {
        return "t-SNE";
      }

      @Override
      public boolean run(RunControl control, Consumer<RunEvent> events) {
        wanted.forEach((id, all) ->
            all.forEach(epoch -> events.accept(new FakeRun(id, defaults()).projection(epoch))));
        return true;
      }
    };
  }

  /// A drawing that tells classes apart: bars, rings and wedges, shaded by the sample's id.
  static Thumbnail thumbnail(int sample) {
    int label = FakeRun.label(sample);
    byte[] rgb = new byte[SIDE * SIDE * 3];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double dx = x - SIDE / 2.0;
        double dy = y - SIDE / 2.0;
        double radius = Math.hypot(dx, dy);
        double angle = Math.atan2(dy, dx) + 0.3 * (sample / 10 % 7);
        double wave =
            label % 2 == 0
                ? Math.cos(angle * (1 + label / 2))
                : Math.cos(radius * (0.4 + 0.12 * label));
        double shade = radius > 12 ? 0 : 0.5 + 0.5 * wave;
        byte value = (byte) Math.round(255 * shade);
        int at = 3 * (y * SIDE + x);
        rgb[at] = value;
        rgb[at + 1] = value;
        rgb[at + 2] = value;
      }
    }
    return new Thumbnail(SIDE, SIDE, rgb);
  }
}
