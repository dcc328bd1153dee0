package coretuning.data.format;

import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Reads a list of images: a CSV, TSV, JSON or JSON-lines file with the columns `path`, `label` and
/// perhaps `split` (`train`, `val`, `test`) and `domain`. Paths count from the list's folder. The
/// data set is the list itself, or a folder that holds just one.
final class ListReader implements DataReader {
  private static final List<String> PATH =
      List.of("path", "file", "filename", "file_name", "image", "image_path");
  private static final List<String> LABEL = List.of("label", "class", "category", "target");
  private static final List<String> SPLIT = List.of("split", "part", "subset", "set");
  private static final List<String> DOMAIN = List.of("domain", "attribute");

  @Override
  public DataFormat format() {
    return DataFormat.LIST;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    return list(folder)
        .filter(ListReader::looksLikeList)
        .map(list -> "the list " + Folder.name(list) + " of paths and labels");
  }

  private static Optional<Path> list(Folder folder) {
    if (Files.isRegularFile(folder.path())) {
      return Optional.of(folder.path()).filter(ListFile::isNamedAsList);
    }
    List<Path> lists = folder.files().stream().filter(ListFile::isNamedAsList).toList();
    return lists.size() == 1 ? Optional.of(lists.getFirst()) : Optional.empty();
  }

  /// Looks at the first line only.
  private static boolean looksLikeList(Path list) {
    try (BufferedReader in = Files.newBufferedReader(list, StandardCharsets.UTF_8)) {
      var start = new char[2000];
      int length = Math.max(0, in.read(start));
      String text = new String(start, 0, length).toLowerCase(Locale.ROOT);
      return PATH.stream().anyMatch(text::contains) && LABEL.stream().anyMatch(text::contains);
    } catch (IOException unreadable) {
      // Not readable as text: not a list. A reader that is asked for by name says more.
      return false;
    }
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    Path list =
        list(folder)
            .orElseThrow(() ->
                new Problem(
                    "there is not exactly one list (CSV, TSV, JSON, JSON lines)",
                    folder.toString(),
                    "choose the list file itself"));
    Folder images = new Folder(Optional.ofNullable(list.getParent()).orElse(Path.of("")));
    List<Map<String, String>> rows = ListFile.rows(list);
    var names = new TreeSet<>(new NaturalOrder());
    rows.forEach(row -> names.add(required(row, LABEL, list)));
    var samples = new SampleCollector(list, List.copyOf(names));
    for (Map<String, String> row : rows) {
      samples.add(
          images.file(required(row, PATH, list)).normalize(),
          required(row, LABEL, list),
          value(row, SPLIT).map(text -> part(text, list)),
          value(row, DOMAIN).orElse(""));
    }
    return samples.samples();
  }

  private static Optional<String> value(Map<String, String> row, List<String> columns) {
    return columns.stream()
        .filter(row::containsKey)
        .map(row::get)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static String required(Map<String, String> row, List<String> columns, Path list) {
    return value(row, columns)
        .orElseThrow(() ->
            new Problem(
                "an entry has no " + columns.getFirst(),
                list.toString(),
                "name the columns path, label and, if you like, split and domain"));
  }

  private static Part part(String text, Path list) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "train", "training" -> Part.TRAIN;
      case "val", "valid", "validation" -> Part.VALIDATION;
      case "test", "testing" -> Part.TEST;
      default ->
          throw new Problem(
              "\"%s\" is no split".formatted(text), list.toString(), "write train, val or test");
    };
  }
}
