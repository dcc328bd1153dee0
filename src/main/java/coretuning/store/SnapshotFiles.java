package coretuning.store;

import coretuning.result.Embedding;
import coretuning.result.FocalWeight;
import coretuning.result.HardPair;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.result.Snapshot;
import coretuning.result.Spread;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Snapshots of a run. The embedding `epoch-005.safetensors` is written last and makes the snapshot
/// complete; training images, pairs, focal weights and spread lie beside it in formats that
/// spreadsheets and scripts read.
final class SnapshotFiles {
  private static final String EMBEDDING = ".safetensors";
  private static final String TRAINING = "-training.safetensors";
  private static final String SPREAD = "-spread.json";
  private static final String PAIRS = "-pairs.csv";
  private static final String WEIGHTS = "-weights.csv";
  private static final JsonFile<Spread> SPREAD_JSON = new JsonFile<>(Spread.class, "spread");
  private static final CsvFile PAIRS_CSV =
      new CsvFile(
          "step",
          "anchor",
          "hard_positive",
          "hard_negative",
          "random_negative",
          "lambda_positive",
          "lambda_negative",
          "cosine_positive",
          "cosine_negative",
          "cosine_random");
  private static final CsvFile WEIGHTS_CSV = new CsvFile("sample", "label", "weight", "loss");

  private final EpochFiles files;

  SnapshotFiles(Path folder) {
    files = new EpochFiles(folder);
  }

  List<Integer> epochs() {
    return files.epochs(EMBEDDING);
  }

  void deleteAfter(int epoch) {
    files.deleteAfter(epoch, List.of(EMBEDDING, TRAINING, SPREAD, PAIRS, WEIGHTS));
  }

  void write(Snapshot snapshot) {
    int epoch = snapshot.epoch();
    EpochFiles.delete(files.file(epoch, EMBEDDING));
    PAIRS_CSV.write(files.file(epoch, PAIRS), snapshot.pairs(), SnapshotFiles::numbers);
    WEIGHTS_CSV.write(
        files.file(epoch, WEIGHTS),
        snapshot.weights(),
        each -> List.of(each.sample(), each.label(), each.weight(), each.loss()));
    SPREAD_JSON.write(files.file(epoch, SPREAD), snapshot.spread());
    EpochFiles.delete(files.file(epoch, TRAINING));
    snapshot
        .training()
        .ifPresent(each -> tensors(each, Map.of()).write(files.file(epoch, TRAINING)));
    tensors(snapshot.embedding(), Map.of("knn", Double.toString(snapshot.knn())))
        .write(files.file(epoch, EMBEDDING));
  }

  private static List<? extends Number> numbers(HardPair pair) {
    return List.of(
        pair.step(),
        pair.anchor(),
        pair.hardPositive(),
        pair.hardNegative(),
        pair.randomNegative(),
        pair.lambdaPositive(),
        pair.lambdaNegative(),
        pair.cosinePositive(),
        pair.cosineNegative(),
        pair.cosineRandom());
  }

  private static TensorFile tensors(Embedding embedding, Map<String, String> more) {
    int n = embedding.size();
    var entries = new LinkedHashMap<String, Entry>();
    entries.put("features", Entry.of(embedding.features(), n, embedding.dimension()));
    entries.put("confidences", Entry.of(embedding.confidences(), n));
    entries.put("samples", Entry.of(embedding.samples(), n));
    entries.put("labels", Entry.of(embedding.labels(), n));
    entries.put("predictions", Entry.of(embedding.predictions(), n));
    embedding.losses().ifPresent(losses -> entries.put("losses", Entry.of(losses, n)));
    var notes = new LinkedHashMap<>(more);
    notes.put("part", embedding.part().name());
    notes.put("epoch", Integer.toString(embedding.epoch()));
    return new TensorFile(entries, notes);
  }

  Snapshot read(int epoch) {
    Path file = files.file(epoch, EMBEDDING);
    TensorFile tensors = TensorFile.read(file);
    return new Snapshot(
        readEmbedding(epoch, tensors, file),
        readTraining(epoch),
        readSpread(epoch),
        readKnn(tensors, file),
        PAIRS_CSV.read(files.file(epoch, PAIRS), SnapshotFiles::pair),
        readWeights(epoch));
  }

  List<FocalWeight> readWeights(int epoch) {
    return WEIGHTS_CSV.read(
        files.file(epoch, WEIGHTS),
        row -> new FocalWeight(row.integer(0), row.integer(1), row.real(2), row.real(3)));
  }

  private Optional<Embedding> readTraining(int epoch) {
    Path file = files.file(epoch, TRAINING);
    return Files.exists(file)
        ? Optional.of(readEmbedding(epoch, TensorFile.read(file), file))
        : Optional.empty();
  }

  Spread readSpread(int epoch) {
    return SPREAD_JSON.read(files.file(epoch, SPREAD));
  }

  private static HardPair pair(CsvFile.Row row) {
    return new HardPair(
        row.wide(0),
        row.integer(1),
        row.integer(2),
        row.integer(3),
        row.integer(4),
        row.real(5),
        row.real(6),
        row.real(7),
        row.real(8),
        row.real(9));
  }

  private static double readKnn(TensorFile tensors, Path file) {
    try {
      return Double.parseDouble(tensors.metadata().getOrDefault("knn", "missing"));
    } catch (NumberFormatException broken) {
      throw invalid("no k-NN accuracy: " + broken.getMessage(), file, broken);
    }
  }

  private static Embedding readEmbedding(int epoch, TensorFile tensors, Path file) {
    Entry features = tensor(tensors, "features", file);
    long[] shape = features.shape();
    try {
      return new Embedding(
          epoch,
          Part.valueOf(tensors.metadata().getOrDefault("part", "")),
          tensor(tensors, "samples", file).toInts(),
          tensor(tensors, "labels", file).toInts(),
          tensor(tensors, "predictions", file).toInts(),
          tensor(tensors, "confidences", file).toFloats(),
          shape.length == 2 ? (int) shape[1] : -1,
          features.toFloats(),
          tensors.entry("losses").map(Entry::toFloats));
    } catch (IllegalArgumentException | ArithmeticException broken) {
      throw invalid("no embedding: " + broken.getMessage(), file, broken);
    }
  }

  private static Entry tensor(TensorFile tensors, String name, Path file) {
    return tensors
        .entry(name)
        .orElseThrow(() ->
            invalid(
                "the tensor \"%s\" is missing".formatted(name),
                file,
                new IllegalArgumentException(name)));
  }

  private static Problem invalid(String what, Path file, RuntimeException cause) {
    return new Problem(
        what, file.toString(), "restore it from a copy or delete its epoch's files", cause);
  }
}
