package coretuning.job;

import coretuning.data.doctor.DataDoctor;
import coretuning.data.doctor.Specimens;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.nio.file.Path;

/// Small pictures of the images that the data doctor's report names. For one thread at a time.
public final class DataPictures implements AutoCloseable {
  private final Specimens specimens;

  private DataPictures(Specimens specimens) {
    this.specimens = specimens;
  }

  /// Opens the data set that was examined.
  ///
  /// @throws coretuning.result.Problem if it is gone
  public static DataPictures open(Path path, DataFormat format, SampleChoice choice) {
    return new DataPictures(
        Specimens.open(new DataDoctor.Source(path, format, choice), Workspace.standard().cache()));
  }

  /// The picture of an image.
  ///
  /// @param name as the report has it
  /// @param side in pixels
  /// @throws coretuning.result.Problem if it cannot be decoded
  public Thumbnail picture(String name, int side) {
    return new Thumbnail(side, side, specimens.rgb(name, side));
  }

  @Override
  public void close() {
    specimens.close();
  }
}
