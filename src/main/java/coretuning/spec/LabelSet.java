package coretuning.spec;

/// Which labels of a data set that has several.
public enum LabelSet {
  /// What the field reports: Aircraft's variants, CIFAR-100's 100 classes, Pets' 37 breeds,
  /// Caltech-101 without its background.
  STANDARD,
  /// Aircraft: 70 families.
  FAMILY,
  /// Aircraft: 41 manufacturers (30 in the 2013 competition).
  MANUFACTURER,
  /// CIFAR-100: 20 super-classes.
  COARSE,
  /// Pets: cat or dog.
  SPECIES,
  /// Caltech-101 with the background as its 102nd class, as the transfer-learning literature
  /// counts.
  BACKGROUND
}
