package coretuning.report;

import coretuning.file.AtomicFile;
import coretuning.result.FocalCourse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Anchors and their focal weights as comma-separated values, for who checks their labels.
public final class HardAnchorsCsv {
  private HardAnchorsCsv() {}

  /// Writes one row an anchor: sample, file, class, the weights' mean, min, max and last, in how
  /// many recorded epochs it was among the hardest tenth, and in how many it was an anchor.
  ///
  /// @param anchors in the order of the rows
  /// @param files of the samples, below the data set's root, as far as they are known
  /// @param classNames `[K]`
  /// @throws coretuning.result.Problem if the file cannot be written
  public static void write(
      Path file, List<FocalCourse> anchors, Map<Integer, String> files, List<String> classNames) {
    var text = new StringBuilder("sample,file,class,mean,min,max,last,epochs_hard,epochs\n");
    for (FocalCourse each : anchors) {
      text.append(each.sample())
          .append(',')
          .append(CsvText.quote(files.getOrDefault(each.sample(), "")))
          .append(',')
          .append(CsvText.quote(classNames.get(each.label())))
          .append(',')
          .append(each.mean())
          .append(',')
          .append(each.least())
          .append(',')
          .append(each.most())
          .append(',')
          .append(each.last())
          .append(',')
          .append(each.epochsHard())
          .append(',')
          .append(each.epochsSeen())
          .append('\n');
    }
    AtomicFile.writeText(file, text.toString());
  }
}
