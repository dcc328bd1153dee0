package coretuning.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What the dataset doctor saw.
///
/// @param root that was examined
/// @param format it was read as; empty if as none
/// @param recognised why, e.g. `100 classes below train/ and test/`
/// @param classes with their counts; empty if nothing could be read
/// @param examined images looked into, fewer than all if the scan was stopped
/// @param images in the data set
/// @param bytes of the image files examined
/// @param sizes of the whole images, in pixels
/// @param formats images by format, e.g. `JPEG`
/// @param channels images by channels, e.g. `RGB`, `gray`, `CMYK`
/// @param counts findings by kind, all of them
/// @param findings the first of each kind, bounded
/// @param notes of the reader, a sentence each
public record DataReport(
    String root,
    String format,
    String recognised,
    List<ClassCount> classes,
    int examined,
    int images,
    long bytes,
    Sizes sizes,
    SequencedMap<String, Integer> formats,
    SequencedMap<String, Integer> channels,
    SequencedMap<DataFinding.Kind, Integer> counts,
    List<DataFinding> findings,
    List<String> notes) {

  /// Most findings that are listed of one kind; all are counted.
  public static final int MOST_LISTED = 1000;

  public DataReport {
    classes = List.copyOf(classes);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    formats = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(formats));
    channels = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(channels));
    counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
  }

  /// Images of one class in each part.
  public record ClassCount(String name, int train, int validation, int test) {}

  /// Widths and heights; all 0 if there is no whole image.
  public record Sizes(
      int leastWidth,
      int medianWidth,
      int mostWidth,
      int leastHeight,
      int medianHeight,
      int mostHeight) {}

  /// Whether the scan reached the last image.
  public boolean isComplete() {
    return examined == images;
  }

  /// Whether a run on this data set would stop at something.
  public boolean hasErrors() {
    return counts.keySet().stream().anyMatch(kind -> kind.severity() == DataFinding.Severity.ERROR);
  }
}
