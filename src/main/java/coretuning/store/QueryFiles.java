package coretuning.store;

import coretuning.result.Problem;
import coretuning.result.QuerySnapshot;
import coretuning.result.QuerySnapshot.Memory;
import coretuning.result.QuerySnapshot.Mixes;
import coretuning.result.QuerySnapshot.Query;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Queries of a pre-training run in `epoch-005-query.safetensors`, beside the snapshots: the
/// tensors of the i-th query are named `i.query`, `i.key`, `i.memory` ...
final class QueryFiles {
  private static final String ENDING = "-query.safetensors";

  private final EpochFiles files;

  QueryFiles(Path folder) {
    files = new EpochFiles(folder);
  }

  List<Integer> epochs() {
    return files.epochs(ENDING);
  }

  void deleteAfter(int epoch) {
    files.deleteAfter(epoch, List.of(ENDING));
  }

  void write(QuerySnapshot snapshot) {
    var entries = new LinkedHashMap<String, Entry>();
    for (int i = 0; i < snapshot.queries().size(); i++) {
      Query query = snapshot.queries().get(i);
      Memory memory = query.memory();
      Mixes mixes = query.mixes();
      String prefix = i + ".";
      entries.put(prefix + "sample", Entry.of(new int[] {query.sample()}, 1));
      entries.put(prefix + "label", Entry.of(new int[] {query.label()}, 1));
      entries.put(prefix + "query", Entry.of(query.vector(), snapshot.dimension()));
      entries.put(prefix + "key", Entry.of(query.key(), snapshot.dimension()));
      entries.put(
          prefix + "memory", Entry.of(memory.vectors(), memory.size(), snapshot.dimension()));
      entries.put(prefix + "memory_samples", Entry.of(memory.samples(), memory.size()));
      entries.put(prefix + "memory_labels", Entry.of(memory.labels(), memory.size()));
      entries.put(prefix + "mix_first", Entry.of(mixes.first(), mixes.size()));
      entries.put(prefix + "mix_second", Entry.of(mixes.second(), mixes.size()));
      entries.put(prefix + "mix_share", Entry.of(mixes.shares(), mixes.size()));
    }
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("epoch", Integer.toString(snapshot.epoch()));
    notes.put("queries", Integer.toString(snapshot.queries().size()));
    new TensorFile(entries, notes).write(files.file(snapshot.epoch(), ENDING));
  }

  QuerySnapshot read(int epoch) {
    Path file = files.file(epoch, ENDING);
    TensorFile content = TensorFile.read(file);
    var queries = new ArrayList<Query>();
    while (content.entry(queries.size() + ".query").isPresent()) {
      queries.add(query(content, queries.size() + ".", file));
    }
    if (queries.isEmpty()) {
      throw damaged("it holds no query", file);
    }
    return new QuerySnapshot(epoch, queries.getFirst().vector().length, queries);
  }

  private static Query query(TensorFile content, String prefix, Path file) {
    try {
      return new Query(
          entry(content, prefix + "sample", file).toInts()[0],
          entry(content, prefix + "label", file).toInts()[0],
          entry(content, prefix + "query", file).toFloats(),
          entry(content, prefix + "key", file).toFloats(),
          new Memory(
              entry(content, prefix + "memory_samples", file).toInts(),
              entry(content, prefix + "memory_labels", file).toInts(),
              entry(content, prefix + "memory", file).toFloats()),
          new Mixes(
              entry(content, prefix + "mix_first", file).toInts(),
              entry(content, prefix + "mix_second", file).toInts(),
              entry(content, prefix + "mix_share", file).toDoubles()));
    } catch (IllegalArgumentException | ArithmeticException broken) {
      throw damaged(String.valueOf(broken.getMessage()), file);
    }
  }

  private static Entry entry(TensorFile content, String name, Path file) {
    return content
        .entry(name)
        .orElseThrow(() -> damaged("the tensor \"%s\" is missing".formatted(name), file));
  }

  private static Problem damaged(String what, Path file) {
    return new Problem(
        "no queries of pre-training: " + what,
        file.toString(),
        "restore it from a copy or delete it");
  }
}
