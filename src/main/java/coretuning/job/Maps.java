package coretuning.job;

/// Which embeddings of a run are mapped when it ends: each map takes seconds.
enum Maps {
  NONE,
  END,
  START_AND_END
}
