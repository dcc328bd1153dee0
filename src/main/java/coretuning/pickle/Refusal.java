package coretuning.pickle;

/// Why a file is not read, in words that continue "the file". Never leaves the package: the door,
/// [TorchFile], turns it into a [coretuning.result.Problem] with the file's name.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 120;

  Refusal(String why) {
    super(why, null, false, false);
  }

  /// Text of a file fit for a message: one line of printable characters, not too long.
  static String shown(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return start.replaceAll("[^\\p{Print}]", "?");
  }
}
