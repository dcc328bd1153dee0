package coretuning.tensor;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Settings of glibc's allocator, made before the first tensor.
///
/// Inside a JVM glibc gives each large activation back to the system as soon as it is freed, and
/// fetches it again at the next step: hundreds of thousands of page faults a step. Keeping freed
/// memory in one arena makes a CPU training step up to a third faster.
@SuppressWarnings("restricted") // the program is started with --enable-native-access
final class Allocator {
  // Parameter numbers of mallopt(3).
  private static final int M_TRIM_THRESHOLD = -1;
  private static final int M_TOP_PAD = -2;
  private static final int M_MMAP_THRESHOLD = -3;
  private static final int M_ARENA_MAX = -8;

  private static final int NEVER = Integer.MAX_VALUE;
  private static final int TOP_PAD_BYTES = 256 << 20;

  private Allocator() {}

  /// Keeps freed memory for the next step where the C library is glibc; elsewhere does nothing.
  ///
  /// @return what was done, for the log
  static String keepFreedMemory() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "system default";
    }
    var linker = Linker.nativeLinker();
    var symbol = linker.defaultLookup().find("mallopt");
    if (symbol.isEmpty()) {
      return "system default (no mallopt in this C library)";
    }
    MethodHandle mallopt =
        linker.downcallHandle(
            symbol.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    boolean accepted =
        set(mallopt, M_ARENA_MAX, 1)
            && set(mallopt, M_MMAP_THRESHOLD, NEVER)
            && set(mallopt, M_TRIM_THRESHOLD, NEVER)
            && set(mallopt, M_TOP_PAD, TOP_PAD_BYTES);
    return accepted ? "one arena, freed memory kept" : "system default (mallopt refused)";
  }

  private static boolean set(MethodHandle mallopt, int parameter, int value) {
    try {
      return (int) mallopt.invokeExact(parameter, value) == 1;
    } catch (Throwable impossible) {
      throw new AssertionError("mallopt cannot throw", impossible);
    }
  }
}
