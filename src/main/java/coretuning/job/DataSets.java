package coretuning.job;

import coretuning.data.DataRoot;
import coretuning.data.Datasets;
import coretuning.data.doctor.DataDoctor;
import coretuning.data.doctor.Outlines;
import coretuning.data.format.Recognition;
import coretuning.result.DataOutline;
import coretuning.result.DataReport;
import coretuning.result.RunControl;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Data sets before a run: what a folder is, and what is wrong with it. Needs no device; safe for
/// any thread.
public final class DataSets {
  private static final int MOST_THREADS = 8;

  private DataSets() {}

  /// What a folder was taken for.
  ///
  /// @param format that will read it, never [DataFormat#AUTO]
  /// @param why what was seen, e.g. `100 classes below train/ and test/`
  public record Recognised(DataFormat format, String why) {}

  /// Gets how far a scan has come.
  @FunctionalInterface
  public interface Progress {
    /// Tells how far it is.
    ///
    /// @param done images examined
    /// @param all images there are
    void at(int done, int all);
  }

  /// Says what a folder, archive or list file would be read as. A tar archive is copied into the
  /// cache first.
  ///
  /// @throws coretuning.result.Problem saying what was seen if it is nothing known
  public static Recognised recognise(Path path) {
    Recognition found = Datasets.recognise(path, Workspace.standard().cache());
    return new Recognised(found.format(), found.why());
  }

  /// Whether a file is an archive of images rather than of weights, which are zip files, too.
  public static boolean isArchive(Path path) {
    return DataRoot.isArchive(path) && DataRoot.isNamedAsArchive(path);
  }

  /// Whether there are images, but not as any labelled data set has them: only pre-training can use
  /// them.
  ///
  /// @throws coretuning.result.Problem if there is nothing at the path, or an archive is refused
  public static boolean isUnlabelled(Path path) {
    return Datasets.isUnlabelled(path, Workspace.standard().cache());
  }

  /// Looks into every image.
  ///
  /// @param batchSize that runs will use
  /// @return also after a stop, with what was seen until then
  /// @throws coretuning.result.Problem if there is nothing at the path, or an archive is refused
  public static DataReport examine(
      Path path,
      DataFormat format,
      SampleChoice choice,
      int batchSize,
      RunControl control,
      Progress progress) {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    var question =
        new DataDoctor.Question(
            path, format, choice, batchSize, threads, Workspace.standard().cache());
    return DataDoctor.examine(question, control, progress::at);
  }

  /// Says at first sight what a data set is and how many images it has; opens none.
  ///
  /// @param found gets the number of files seen so far
  /// @return empty after a stop
  /// @throws coretuning.result.Problem saying why it is no data set, or not as its format asks
  public static Optional<DataOutline> outline(
      Path path, DataFormat format, SampleChoice choice, RunControl control, IntConsumer found) {
    return Outlines.of(
        new DataDoctor.Source(path, format, choice), Workspace.standard().cache(), control, found);
  }
}
