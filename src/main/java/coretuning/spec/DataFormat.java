package coretuning.spec;

/// How a labelled image data set lies on disk.
public enum DataFormat {
  /// MNIST-style IDX files, gzipped or not: `train-images-idx3-ubyte[.gz]` and its three
  /// companions.
  IDX,
  /// One sub-folder a class, either directly or below `train/` and `test/` (or `val/`).
  IMAGE_FOLDER,
  /// The binary version of CIFAR-10: `data_batch_1.bin` ... `test_batch.bin`.
  CIFAR10,
  /// The binary version of CIFAR-100, fine labels: `train.bin`, `test.bin`.
  CIFAR100
}
