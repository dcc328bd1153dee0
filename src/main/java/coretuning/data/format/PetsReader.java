package coretuning.data.format;

import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.LabelSet;
import coretuning.spec.SampleChoice;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Reads Oxford-IIIT Pets (Parkhi et al. 2012): `images/Abyssinian_100.jpg`, and lists
/// `annotations/trainval.txt` and `test.txt` with `name class species breed` a line; species 1 is a
/// cat, 2 a dog.
final class PetsReader implements DataReader {
  private static final List<String> SPECIES = List.of("cat", "dog");

  @Override
  public DataFormat format() {
    return DataFormat.PETS;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    return folder.hasFolder("images")
            && folder.hasFile("annotations/trainval.txt")
            && folder.hasFile("annotations/test.txt")
        ? Optional.of("Oxford-IIIT Pets: images/ and lists in annotations/")
        : Optional.empty();
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    boolean species = choice.labels() == LabelSet.SPECIES;
    List<String> train = entries(folder, "annotations/trainval.txt");
    List<String> test = entries(folder, "annotations/test.txt");
    var breeds = new TreeSet<>(new NaturalOrder());
    train.forEach(line -> breeds.add(breed(line)));
    var samples = new SampleCollector(folder.path(), species ? SPECIES : List.copyOf(breeds));
    train.forEach(line -> add(folder, line, species, Part.TRAIN, samples));
    test.forEach(line -> add(folder, line, species, Part.TEST, samples));
    return samples.samples();
  }

  private static List<String> entries(Folder folder, String list) {
    return folder.lines(list).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static void add(
      Folder folder, String line, boolean species, Part part, SampleCollector samples) {
    String[] fields = line.split("\\s+", -1);
    if (fields.length < 3 || !fields[2].matches("[12]")) {
      throw new Problem(
          "a line is not \"name class species breed\": " + line,
          folder.file("annotations").toString(),
          "fetch the annotations again");
    }
    samples.add(
        folder.file("images/%s.jpg".formatted(fields[0])),
        species ? SPECIES.get(fields[2].charAt(0) - '1') : breed(line),
        part);
  }

  private static String breed(String line) {
    return line.split("\\s+", -1)[0].replaceAll("_[0-9]+$", "");
  }
}
