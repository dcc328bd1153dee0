/// Runs on disk: everything a run was asked, is and has found, in files that people can read.
///
/// Holds the folder of runs, the layout of one run's folder, versioned JSON, append-only metrics
/// and CSV. Whole files are written atomically; rows are appended and flushed one by one, so that a
/// killed program loses at most the row in hand. Holds no training state: `checkpoint` writes the
/// weights to the path that a run's folder names. May import `spec`, `result`, `file` and
/// `safetensors`; with `safetensors` the only door of the JSON library, so that `spec` and `result`
/// stay free of annotations.
///
/// Runs that were thrown away lie in `.trash` of the folder of runs, until it is emptied.
///
/// Layout of a run's folder:
///
/// ```
/// spec.json  state.json  provenance.json
/// remarks.json                                       the user's tags and notes, if any
/// steps.jsonl  epochs.jsonl                          one row a line, appended
/// snapshots/epoch-005.safetensors                    features [N, D], samples, labels ...
/// snapshots/epoch-005-{spread.json,pairs.csv,weights.csv}
/// evaluations/test.json
/// projections/epoch-020.{json,csv}
/// checkpoints/last.safetensors                       to resume from
/// checkpoints/epoch-007.safetensors                  the best epoch's weights, where asked for
/// ```
@NullMarked
package coretuning.store;

import org.jspecify.annotations.NullMarked;
