package coretuning.result;

import java.util.Optional;

/// Something about a data set that its user should know.
///
/// @param kind what
/// @param file path below the data set's root; a class or folder where it concerns no single file
/// @param detail in words, e.g. the file that it is a copy of
/// @param twin the other file of a pair, that it is a copy of or resembles
public record DataFinding(Kind kind, String file, String detail, Optional<String> twin) {
  /// About one file alone.
  public DataFinding(Kind kind, String file, String detail) {
    this(kind, file, detail, Optional.empty());
  }

  /// How bad it is.
  public enum Severity {
    /// Stops a run.
    ERROR,
    /// Makes results doubtful.
    WARNING,
    /// Handled; good to know.
    NOTE
  }

  /// What was found.
  public enum Kind {
    LAYOUT("not as the format asks", Severity.ERROR),
    UNREADABLE("unreadable", Severity.ERROR),
    EMPTY("zero bytes", Severity.ERROR),
    BROKEN("broken", Severity.ERROR),
    TRUNCATED("truncated", Severity.ERROR),
    OVERSIZED("too many pixels", Severity.ERROR),
    LINK_LOOP("link loop", Severity.ERROR),
    COPY_ACROSS_PARTS("same file in two parts", Severity.WARNING),
    COPY_ACROSS_CLASSES("same file in two classes", Severity.WARNING),
    COPY("same file twice", Severity.WARNING),
    NEAR_ACROSS_PARTS("near copy in another part", Severity.WARNING),
    NEAR("near copy", Severity.NOTE),
    SMALL_CLASS("few images for the batch", Severity.WARNING),
    WRONG_ENDING("wrong ending", Severity.NOTE),
    CMYK("CMYK", Severity.NOTE),
    DEEP("16 bits a channel", Severity.NOTE),
    PALETTE("palette", Severity.NOTE),
    ROTATED("EXIF rotation not applied", Severity.NOTE),
    OTHER_FILE("no image", Severity.NOTE),
    NON_ASCII("name not in ASCII", Severity.NOTE);

    private final String label;
    private final Severity severity;

    Kind(String label, Severity severity) {
      this.label = label;
      this.severity = severity;
    }

    /// In words.
    public String label() {
      return label;
    }

    public Severity severity() {
      return severity;
    }
  }
}
