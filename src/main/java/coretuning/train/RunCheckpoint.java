package coretuning.train;

import coretuning.checkpoint.ParameterEntries;
import coretuning.result.FocalWeight;
import coretuning.result.GradientNorm;
import coretuning.result.HardPair;
import coretuning.result.Problem;
import coretuning.safetensors.Entry;
import coretuning.safetensors.TensorFile;
import coretuning.tensor.Parameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The whole state of a run between two batches in one file: weights and statistics, momentum
/// buffers, position, sums of the epoch so far. Random streams derive from seed and position, so
/// they need no state of their own. One file, because two could be torn apart by a kill.
public final class RunCheckpoint {
  private static final String VERSION = "1";
  private static final String MODEL = "model.";
  private static final String MOMENTUM = "momentum.";
  private static final String TERM = "term.";
  private static final String PAIRS = "epoch.pairs";
  private static final String GRADIENT = "gradient.";
  private static final String DIAGNOSTICS = "epoch.diagnostics";
  private static final String PROXY = "epoch.proxy";
  private static final String WEIGHTS = "epoch.weights";
  private static final int PAIR_COLUMNS = 10;
  private static final int WEIGHT_COLUMNS = 4;

  private RunCheckpoint() {}

  /// What is read back beside the arrays.
  record Restored(Position position, EpochTally tally) {}

  static void save(
      Path file, Parameters model, Parameters momentum, Position position, EpochTally tally) {
    var entries = new LinkedHashMap<String, Entry>();
    ParameterEntries.collect(model, MODEL, entries);
    ParameterEntries.collect(momentum, MOMENTUM, entries);
    entries.put(PAIRS, pairs(tally.pairs()));
    entries.put(WEIGHTS, weights(tally.weights()));
    DiagnosticsTally diagnostics = tally.diagnostics();
    entries.put(DIAGNOSTICS, Entry.of(diagnostics.values(), 1, DiagnosticsTally.VALUES));
    if (!tally.proxy().isEmpty()) {
      entries.put(PROXY, Entry.of(tally.proxy().values(), 1, ProxyTally.VALUES));
    }
    Map<String, String> notes = notes(position, tally.sums());
    diagnostics
        .gradients()
        .forEach(each -> notes.put(GRADIENT + each.addend(), Double.toString(each.norm())));
    new TensorFile(entries, notes).write(file);
  }

  /// Writes weights and statistics only, to look at a model later; nothing can be resumed from it.
  ///
  /// @param epoch the weights are of, counted from 1
  public static void saveModel(Path file, Parameters model, int epoch) {
    var entries = new LinkedHashMap<String, Entry>();
    ParameterEntries.collect(model, MODEL, entries);
    var notes = new LinkedHashMap<String, String>();
    notes.put("version", VERSION);
    notes.put("epoch", Integer.toString(epoch));
    new TensorFile(entries, notes).write(file);
  }

  /// Reads weights and statistics only, to look at a model.
  ///
  /// @throws Problem if there is no such file, or it does not fit the model
  public static void restoreModel(Path file, Parameters model) {
    ParameterEntries.restore(read(file), file, MODEL, model);
  }

  /// Reads a checkpoint into the arrays of a run just built.
  ///
  /// @throws Problem if the file is damaged or belongs to other settings
  static Restored restore(Path file, Parameters model, Parameters momentum) {
    TensorFile content = read(file);
    Map<String, String> notes = content.metadata();
    ParameterEntries.restore(content, file, MODEL, model);
    ParameterEntries.restore(content, file, MOMENTUM, momentum);
    var position =
        new Position(
            (int) whole(notes, "epoch", file),
            (int) whole(notes, "batch", file),
            whole(notes, "step", file));
    EpochTally tally =
        EpochTally.of(
            sums(notes, file),
            pairs(table(content, PAIRS, PAIR_COLUMNS, file)),
            weights(table(content, WEIGHTS, WEIGHT_COLUMNS, file)),
            DiagnosticsTally.of(
                table(content, DIAGNOSTICS, DiagnosticsTally.VALUES, file),
                gradients(notes, file)));
    return new Restored(
        position,
        content.entry(PROXY).isEmpty()
            ? tally
            : tally.withProxy(ProxyTally.of(table(content, PROXY, ProxyTally.VALUES, file))));
  }

  private static TensorFile read(Path file) {
    TensorFile content = TensorFile.read(file);
    String version = note(content.metadata(), "version", file);
    if (!version.equals(VERSION)) {
      throw new Problem(
          "the checkpoint has version %s, this program reads version %s"
              .formatted(version, VERSION),
          file.toString(),
          "resume it with the program it was written by");
    }
    return content;
  }

  private static Map<String, String> notes(Position position, EpochTally.Sums sums) {
    var notes = new LinkedHashMap<String, String>();
    notes.put("version", VERSION);
    notes.put("epoch", Integer.toString(position.epoch()));
    notes.put("batch", Integer.toString(position.batch()));
    notes.put("step", Long.toString(position.step()));
    notes.put("loss", Double.toString(sums.loss()));
    notes.put("batches", Long.toString(sums.batches()));
    notes.put("images", Long.toString(sums.images()));
    notes.put("correct", Long.toString(sums.correct()));
    sums.terms().forEach((name, sum) -> notes.put(TERM + name, Double.toString(sum)));
    return notes;
  }

  private static EpochTally.Sums sums(Map<String, String> notes, Path file) {
    var terms = new LinkedHashMap<String, Double>();
    notes.forEach((name, value) -> {
      if (name.startsWith(TERM)) {
        terms.put(name.substring(TERM.length()), number(notes, name, file));
      }
    });
    return new EpochTally.Sums(
        number(notes, "loss", file),
        terms,
        whole(notes, "batches", file),
        whole(notes, "images", file),
        whole(notes, "correct", file));
  }

  private static List<GradientNorm> gradients(Map<String, String> notes, Path file) {
    return notes.keySet().stream()
        .filter(name -> name.startsWith(GRADIENT))
        .map(name -> new GradientNorm(name.substring(GRADIENT.length()), number(notes, name, file)))
        .toList();
  }

  private static long whole(Map<String, String> notes, String name, Path file) {
    try {
      return Long.parseLong(note(notes, name, file));
    } catch (NumberFormatException broken) {
      throw damaged(file, "a whole number as its " + name);
    }
  }

  private static double number(Map<String, String> notes, String name, Path file) {
    try {
      return Double.parseDouble(note(notes, name, file));
    } catch (NumberFormatException broken) {
      throw damaged(file, "a number as its " + name);
    }
  }

  private static String note(Map<String, String> notes, String name, Path file) {
    String value = notes.get(name);
    if (value == null) {
      throw damaged(file, name);
    }
    return value;
  }

  private static Problem damaged(Path file, String name) {
    return new Problem(
        "the checkpoint lacks " + name, file.toString(), "start the run again from its spec");
  }

  private static Entry pairs(List<HardPair> pairs) {
    var values = new double[pairs.size() * PAIR_COLUMNS];
    int at = 0;
    for (HardPair pair : pairs) {
      values[at++] = pair.step();
      values[at++] = pair.anchor();
      values[at++] = pair.hardPositive();
      values[at++] = pair.hardNegative();
      values[at++] = pair.randomNegative();
      values[at++] = pair.lambdaPositive();
      values[at++] = pair.lambdaNegative();
      values[at++] = pair.cosinePositive();
      values[at++] = pair.cosineNegative();
      values[at++] = pair.cosineRandom();
    }
    return Entry.of(values, pairs.size(), PAIR_COLUMNS);
  }

  private static List<HardPair> pairs(double[] values) {
    var pairs = new ArrayList<HardPair>();
    for (int at = 0; at < values.length; at += PAIR_COLUMNS) {
      pairs.add(
          new HardPair(
              (long) values[at],
              (int) values[at + 1],
              (int) values[at + 2],
              (int) values[at + 3],
              (int) values[at + 4],
              values[at + 5],
              values[at + 6],
              values[at + 7],
              values[at + 8],
              values[at + 9]));
    }
    return pairs;
  }

  private static Entry weights(List<FocalWeight> weights) {
    var values = new double[weights.size() * WEIGHT_COLUMNS];
    int at = 0;
    for (FocalWeight weight : weights) {
      values[at++] = weight.sample();
      values[at++] = weight.label();
      values[at++] = weight.weight();
      values[at++] = weight.loss();
    }
    return Entry.of(values, weights.size(), WEIGHT_COLUMNS);
  }

  private static List<FocalWeight> weights(double[] values) {
    var weights = new ArrayList<FocalWeight>();
    for (int at = 0; at < values.length; at += WEIGHT_COLUMNS) {
      weights.add(
          new FocalWeight((int) values[at], (int) values[at + 1], values[at + 2], values[at + 3]));
    }
    return weights;
  }

  private static double[] table(TensorFile content, String name, int columns, Path file) {
    Entry entry = content.entry(name).orElseThrow(() -> damaged(file, name));
    if (entry.shape().length != 2 || entry.shape()[1] != columns) {
      throw damaged(file, "a well-formed " + name);
    }
    return entry.toDoubles();
  }
}
