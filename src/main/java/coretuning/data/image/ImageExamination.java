package coretuning.data.image;

import coretuning.result.DataFinding.Kind;
import coretuning.result.Problem;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// All that is worth knowing of one image file, from its header to its pixels.
///
/// @param bytes of the file
/// @param sha256 of the file; empty if it cannot be read
/// @param header if it has a known one
/// @param width of the decoded image; 0 if it cannot be decoded
/// @param height of the decoded image
/// @param picture hash of the decoded image
/// @param findings what it is, with a detail each
public record ImageExamination(
    long bytes,
    byte[] sha256,
    Optional<ImageHeader> header,
    int width,
    int height,
    Optional<PictureHash> picture,
    SequencedMap<Kind, String> findings) {

  /// Examines a file; whatever is wrong with it is a finding, never an exception.
  public static ImageExamination of(Path file) {
    var findings = new TreeMap<Kind, String>();
    byte[] bytes;
    try {
      bytes = ImageFile.bytes(file);
    } catch (Problem problem) {
      findings.put(Kind.UNREADABLE, problem.what());
      return without(0, new byte[0], Optional.empty(), findings);
    }
    Optional<ImageHeader> header = ImageHeader.of(bytes);
    header.ifPresent(known -> lookAt(known, file, findings));
    byte[] hash = hash(bytes);
    Optional<Map.Entry<Kind, String>> flaw = flaw(bytes, header);
    if (flaw.isPresent()) {
      findings.put(flaw.get().getKey(), flaw.get().getValue());
      return without(bytes.length, hash, header, findings);
    }
    try {
      Planes planes = ImageFile.decode(bytes, file);
      return new ImageExamination(
          bytes.length,
          hash,
          header,
          planes.width(),
          planes.height(),
          Optional.of(PictureHash.of(planes)),
          findings);
    } catch (Problem problem) {
      boolean large = problem.what().startsWith(ImageFile.TOO_LARGE);
      findings.put(large ? Kind.OVERSIZED : Kind.BROKEN, problem.what());
      return without(bytes.length, hash, header, findings);
    }
  }

  private static ImageExamination without(
      long bytes, byte[] hash, Optional<ImageHeader> header, TreeMap<Kind, String> findings) {
    return new ImageExamination(bytes, hash, header, 0, 0, Optional.empty(), findings);
  }

  /// What can be told without decoding.
  private static Optional<Map.Entry<Kind, String>> flaw(
      byte[] bytes, Optional<ImageHeader> header) {
    if (bytes.length == 0) {
      return Optional.of(Map.entry(Kind.EMPTY, "the file has no bytes"));
    }
    Optional<Long> pixels = header.map(known -> (long) known.width() * known.height());
    if (pixels.isPresent() && pixels.get() > ImageFile.MOST_PIXELS) {
      return Optional.of(
          Map.entry(
              Kind.OVERSIZED,
              "%d x %d pixels".formatted(header.get().width(), header.get().height())));
    }
    return header.isPresent() && !Completeness.isWhole(bytes)
        ? Optional.of(Map.entry(Kind.TRUNCATED, "the end is missing"))
        : Optional.empty();
  }

  private static void lookAt(ImageHeader header, Path file, Map<Kind, String> findings) {
    if (!header.fits(String.valueOf(file.getFileName()))) {
      findings.put(Kind.WRONG_ENDING, "is a " + header.format());
    }
    if (header.channels().equals("CMYK")) {
      findings.put(Kind.CMYK, "converted to RGB without a profile");
    }
    if (header.channels().equals("palette")) {
      findings.put(Kind.PALETTE, "colours looked up");
    }
    if (header.bits() > 8) {
      findings.put(Kind.DEEP, "%d bits scaled to 8".formatted(header.bits()));
    }
    if (header.orientation() != 1) {
      findings.put(
          Kind.ROTATED,
          "orientation %d, read as stored, as torchvision does".formatted(header.orientation()));
    }
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// Whether a run can use the image.
  public boolean isWhole() {
    return picture.isPresent();
  }
}
