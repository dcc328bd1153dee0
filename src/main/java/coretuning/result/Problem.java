package coretuning.result;

/// Something in the world outside the program is not as it must be: a file, weights, memory, a
/// number that became infinite. Says what, where and what to do; shown to the user in one line.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String where;
  private final String remedy;

  /// @param what what is wrong, e.g. `the image is truncated`
  /// @param where file, field or batch it was seen in
  /// @param remedy what the user can do about it
  public Problem(String what, String where, String remedy) {
    super(what + " (" + where + "): " + remedy);
    this.what = what;
    this.where = where;
    this.remedy = remedy;
  }

  /// As above, keeping the exception that showed the problem, for the log.
  public Problem(String what, String where, String remedy, Throwable cause) {
    this(what, where, remedy);
    initCause(cause);
  }

  public String what() {
    return what;
  }

  public String where() {
    return where;
  }

  public String remedy() {
    return remedy;
  }
}
