package coretuning.data.format;

import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.util.Optional;

/// Reads one way in which data sets lie on disk.
interface DataReader {
  /// What it reads.
  DataFormat format();

  /// Whether a folder looks like it, judged by a few names and never by reading images.
  ///
  /// @return what was seen, e.g. `100 classes below train/ and test/`; empty if it is something
  ///   else
  Optional<String> recognise(Folder folder);

  /// Lists the samples.
  ///
  /// @throws coretuning.result.Problem if the folder is not as the format asks, naming what is
  ///   missing
  Samples read(Folder folder, SampleChoice choice);
}
