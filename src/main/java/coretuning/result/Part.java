package coretuning.result;

/// Part of a data set.
public enum Part {
  TRAIN,
  VALIDATION,
  TEST
}
