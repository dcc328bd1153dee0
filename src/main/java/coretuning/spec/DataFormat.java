package coretuning.spec;

/// How a labelled image data set lies on disk, in a folder or a zip or tar archive.
public enum DataFormat {
  /// Whatever is recognised.
  AUTO,
  /// MNIST-style IDX files, gzipped or not: `train-images-idx3-ubyte[.gz]` and its three
  /// companions.
  IDX,
  /// One sub-folder a class, either directly or below `train/`, `val/` and `test/`.
  IMAGE_FOLDER,
  /// CIFAR-10, binary (`data_batch_1.bin` ...) or pickled for Python (`data_batch_1` ...).
  CIFAR10,
  /// CIFAR-100, binary (`train.bin`, `test.bin`) or pickled for Python (`train`, `test`, `meta`).
  CIFAR100,
  /// Caltech-101: `101_ObjectCategories/`, 30 images of each class to learn from.
  CALTECH101,
  /// Describable Textures: `images/`, `labels/train1.txt` ...
  DTD,
  /// FGVC-Aircraft: `data/images/`, `data/images_variant_trainval.txt` ...
  AIRCRAFT,
  /// Stanford Cars: `cars_train/`, `cars_test/`, `devkit/*.mat`, or `car_ims/` and
  /// `cars_annos.mat`.
  CARS,
  /// Oxford Flowers-102: `jpg/`, `imagelabels.mat`, `setid.mat`.
  FLOWERS102,
  /// Oxford-IIIT Pets: `images/`, `annotations/trainval.txt`, `annotations/test.txt`.
  PETS,
  /// Imagenette and Imagewoof side by side: 20 classes of ImageNet.
  IMAGENET20,
  /// Food-101: `images/`, `meta/train.txt`, `meta/test.txt`.
  FOOD101,
  /// SUN397: `a/abbey/` ..., `Training_01.txt`, `Testing_01.txt` ...
  SUN397,
  /// EuroSAT's ten land-use classes in RGB, one folder each.
  EUROSAT,
  /// A CSV or JSON file that lists path, label and perhaps split and domain of each image.
  LIST,
  /// Domain, then class, then images: PACS, VLCS, Office-Home.
  DOMAINS,
  /// Images without labels, at any depth: for pre-training only.
  UNLABELLED
}
