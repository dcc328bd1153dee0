package coretuning.data.format;

import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All readers: which one fits a folder, and reading with one.
public final class Formats {
  /// Particular ones first: most would also pass for a folder of class folders.
  private static final List<DataReader> READERS =
      List.of(
          new IdxReader(),
          CifarReader.cifar10(),
          CifarReader.cifar100(),
          new CarsReader(),
          new Flowers102Reader(),
          new AircraftReader(),
          new DtdReader(),
          new PetsReader(),
          new Food101Reader(),
          new Sun397Reader(),
          new Caltech101Reader(),
          new ImageNet20Reader(),
          new EuroSatReader(),
          new ListReader(),
          new DomainReader(),
          new ImageFolderReader());

  private static final DataReader UNLABELLED = new UnlabelledReader();

  private static final int DEEPEST = 4;

  private Formats() {}

  /// Looks at names only: takes no longer than listing a few folders.
  ///
  /// @param root folder or list file; a folder with nothing in it but one other is passed through
  /// @return empty if nothing that is known was seen
  public static Optional<Recognition> recognise(Path root) {
    for (Folder folder : chain(root)) {
      for (DataReader reader : READERS) {
        Optional<String> why = reader.recognise(folder);
        if (why.isPresent()) {
          return Optional.of(new Recognition(reader.format(), folder.path(), why.get()));
        }
      }
    }
    return Optional.empty();
  }

  /// As [#recognise], for a data set that must be one.
  ///
  /// @throws Problem saying what was seen instead
  public static Recognition recognised(Path root) {
    return recognise(root)
        .orElseThrow(() ->
            new Problem(
                "this is no data set the workbench knows: it holds " + seen(new Folder(root)),
                root.toString(),
                "put the images of each class into a folder of its own, or name the format"
                    + (isUnlabelled(root) ? "; without labels they serve pre-training only" : "")));
  }

  /// Whether there are images that no reader of labelled sets knows what to do with.
  public static boolean isUnlabelled(Path root) {
    return recognise(root).isEmpty()
        && chain(root).stream().anyMatch(each -> UNLABELLED.recognise(each).isPresent());
  }

  private static String seen(Folder folder) {
    if (Files.isRegularFile(folder.path())) {
      return "a single file";
    }
    List<Folder> folders = folder.folders();
    String names = folders.stream().limit(3).map(Folder::name).collect(Collectors.joining(", "));
    return "%d folders%s and %d files"
        .formatted(
            folders.size(),
            names.isEmpty() ? "" : " (%s ...)".formatted(names),
            folder.files().size());
  }

  /// Lists the samples of a data set.
  ///
  /// @param format how it lies; [DataFormat#AUTO] for what is recognised
  /// @throws Problem if the folder is not as the format asks
  public static Samples read(DataFormat format, Path root, SampleChoice choice) {
    if (format == DataFormat.AUTO) {
      Recognition found = recognised(root);
      return reader(found.format()).read(new Folder(found.root()), choice);
    }
    DataReader reader = reader(format);
    Folder place =
        chain(root).stream()
            .filter(each -> reader.recognise(each).isPresent())
            .findFirst()
            .orElse(new Folder(root));
    return reader.read(place, choice);
  }

  private static DataReader reader(DataFormat format) {
    return Stream.concat(READERS.stream(), Stream.of(UNLABELLED))
        .filter(each -> each.format() == format)
        .findFirst()
        .orElseThrow();
  }

  /// The folder, and as long as there is nothing in it but one folder, that one.
  private static List<Folder> chain(Path root) {
    var chain = new ArrayList<Folder>();
    chain.add(new Folder(root));
    while (chain.size() < DEEPEST) {
      Folder last = chain.getLast();
      List<Folder> below = last.folders();
      if (below.size() != 1 || !last.files().isEmpty()) {
        break;
      }
      chain.add(below.getFirst());
    }
    return chain;
  }
}
