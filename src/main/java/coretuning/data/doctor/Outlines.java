package coretuning.data.doctor;

import coretuning.data.DataRoot;
import coretuning.data.SampleParts;
import coretuning.data.format.Formats;
import coretuning.data.format.Listing;
import coretuning.data.format.Recognition;
import coretuning.data.format.Samples;
import coretuning.result.DataOutline;
import coretuning.result.Part;
import coretuning.result.RunControl;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// First looks at data sets: names and lists, no image.
public final class Outlines {
  private Outlines() {}

  /// Recognises a data set and counts its images.
  ///
  /// @param cache where copies of tar archives live
  /// @param progress gets the number of files seen so far
  /// @return empty after a stop
  /// @throws coretuning.result.Problem saying why it is no data set, or not as its format asks
  public static Optional<DataOutline> of(
      DataDoctor.Source source, Path cache, RunControl control, IntConsumer progress) {
    try (DataRoot root = DataRoot.open(source.root(), cache)) {
      return root.using(() ->
          Listing.watched(
              control, progress, () -> of(root.path(), source.format(), source.choice())));
    }
  }

  private static DataOutline of(Path root, DataFormat asked, SampleChoice choice) {
    Optional<Recognition> seen =
        asked == DataFormat.AUTO
            ? Optional.of(Formats.recognised(root))
            : Formats.recognise(root).filter(found -> found.format() == asked);
    Samples samples = Formats.read(asked, root, choice);
    List<Optional<Part>> parts = SampleParts.of(samples, choice);
    return new DataOutline(
        seen.map(Recognition::format).orElse(asked),
        seen.map(Recognition::why).orElse(""),
        samples.classNames().size(),
        count(parts, Part.TRAIN),
        count(parts, Part.VALIDATION),
        count(parts, Part.TEST));
  }

  private static int count(List<Optional<Part>> parts, Part part) {
    return (int) parts.stream().filter(each -> each.filter(part::equals).isPresent()).count();
  }
}
