package coretuning.data.format;

import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads Stanford Cars (Krause et al. 2013) in both of its forms: `cars_train/`, `cars_test/` with
/// `devkit/cars_meta.mat`, `cars_train_annos.mat` and `cars_test_annos_withlabels.mat`; or
/// `car_ims/` with `cars_annos.mat`. Classes count from 1 in the files.
final class CarsReader implements DataReader {
  private static final String TEST_LABELS = "cars_test_annos_withlabels.mat";

  @Override
  public DataFormat format() {
    return DataFormat.CARS;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    if (folder.hasFile("cars_annos.mat") && folder.hasFolder("car_ims")) {
      return Optional.of("Stanford Cars: car_ims/ and cars_annos.mat");
    }
    return folder.hasFolder("cars_train") && folder.hasFolder("cars_test")
        ? Optional.of("Stanford Cars: cars_train/, cars_test/ and devkit/")
        : Optional.empty();
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    return folder.hasFile("cars_annos.mat") ? readJoint(folder) : readParts(folder);
  }

  private static Samples readJoint(Folder folder) {
    MatFile annotations = MatFile.read(folder.file("cars_annos.mat"));
    List<String> names = annotations.texts("class_names");
    List<String> paths = annotations.fieldTexts("annotations", "relative_im_path");
    int[] classes = annotations.fieldNumbers("annotations", "class");
    int[] test = annotations.fieldNumbers("annotations", "test");
    var samples = new SampleCollector(folder.path(), names);
    for (int i = 0; i < classes.length; i++) {
      Path file = folder.file(paths.get(i));
      samples.add(file, name(names, classes[i], file), test[i] == 1 ? Part.TEST : Part.TRAIN);
    }
    return samples.samples();
  }

  private static Samples readParts(Folder folder) {
    Folder kit = folder.folder("devkit").orElse(folder);
    List<String> names = MatFile.read(kit.file("cars_meta.mat")).texts("class_names");
    Path test =
        Stream.of(folder, kit)
            .filter(each -> each.hasFile(TEST_LABELS))
            .findFirst()
            .orElse(folder)
            .file(TEST_LABELS);
    var samples = new SampleCollector(folder.path(), names);
    add(folder, "cars_train", kit.file("cars_train_annos.mat"), Part.TRAIN, names, samples);
    add(folder, "cars_test", test, Part.TEST, names, samples);
    return samples.samples();
  }

  private static void add(
      Folder folder,
      String images,
      Path list,
      Part part,
      List<String> names,
      SampleCollector into) {
    MatFile annotations = MatFile.read(list);
    List<String> files = annotations.fieldTexts("annotations", "fname");
    int[] classes = annotations.fieldNumbers("annotations", "class");
    for (int i = 0; i < classes.length; i++) {
      into.add(folder.file(images + "/" + files.get(i)), name(names, classes[i], list), part);
    }
  }

  private static String name(List<String> names, int fromOne, Path where) {
    if (fromOne < 1 || fromOne > names.size()) {
      throw new Problem(
          "class %d is not among the %d class names".formatted(fromOne, names.size()),
          where.toString(),
          "fetch the annotations again");
    }
    return names.get(fromOne - 1);
  }
}
