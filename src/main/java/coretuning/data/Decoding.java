package coretuning.data;

/// Hears how far the decoding of a data set has come, and can end it. Called from several threads.
public interface Decoding {
  /// Whether decoding may go on; asked before each image.
  boolean goesOn();

  /// Tells how far it is.
  ///
  /// @param done images decoded
  /// @param all images there are
  void at(int done, int all);

  /// Goes to its end and tells nobody.
  static Decoding unwatched() {
    return new Decoding() {
      @Override
      public boolean goesOn() {
        return true;
      }

      @Override
      public void at(int done, int all) {}
    };
  }

  /// Ends decoding from within; never leaves [Datasets].
  final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("decoding was stopped", null, false, false);
    }
  }
}
