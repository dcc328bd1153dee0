package coretuning.data.format;

import coretuning.result.Part;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads ImageNet20, the Core-tuning paper's name for Imagenette and Imagewoof together: two
/// folders of fastai's side by side (`imagenette2-160`, `imagewoof2-160` ...), each with `train/`
/// and `val/`; the latter is the test part.
final class ImageNet20Reader implements DataReader {
  private static final Map<String, String> NAMES = names();

  private static Map<String, String> names() {
    var names = new LinkedHashMap<String, String>();
    names.put("n01440764", "tench");
    names.put("n02102040", "English springer");
    names.put("n02979186", "cassette player");
    names.put("n03000684", "chain saw");
    names.put("n03028079", "church");
    names.put("n03394916", "French horn");
    names.put("n03417042", "garbage truck");
    names.put("n03425413", "gas pump");
    names.put("n03445777", "golf ball");
    names.put("n03888257", "parachute");
    names.put("n02086240", "Shih-Tzu");
    names.put("n02087394", "Rhodesian ridgeback");
    names.put("n02088364", "beagle");
    names.put("n02089973", "English foxhound");
    names.put("n02093754", "Border terrier");
    names.put("n02096294", "Australian terrier");
    names.put("n02099601", "golden retriever");
    names.put("n02105641", "Old English sheepdog");
    names.put("n02111889", "Samoyed");
    names.put("n02115641", "dingo");
    return names;
  }

  @Override
  public DataFormat format() {
    return DataFormat.IMAGENET20;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    List<Folder> halves = halves(folder);
    return halves.size() == 2
        ? Optional.of("ImageNet20: %s and %s".formatted(halves.get(0).name(), halves.get(1).name()))
        : Optional.empty();
  }

  private static List<Folder> halves(Folder folder) {
    var halves = new ArrayList<Folder>();
    for (String name : List.of("imagenette", "imagewoof")) {
      folder.folders().stream()
          .filter(each -> each.name().startsWith(name) && each.hasFolder("train"))
          .findFirst()
          .ifPresent(halves::add);
    }
    return halves;
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    List<Folder> halves = halves(folder);
    var classes = new ArrayList<String>();
    halves.forEach(half -> classes.addAll(ClassFolders.names(new Folder(half.file("train")))));
    var samples =
        new SampleCollector(folder.path(), classes.stream().map(ImageNet20Reader::name).toList());
    for (Folder half : halves) {
      for (String part : List.of("train", "val")) {
        for (Folder images : new Folder(half.file(part)).folders()) {
          images
              .images()
              .forEach(file ->
                  samples.add(
                      file, name(images.name()), part.equals("val") ? Part.TEST : Part.TRAIN));
        }
      }
    }
    return samples.samples();
  }

  private static String name(String synset) {
    return NAMES.getOrDefault(synset, synset);
  }
}
