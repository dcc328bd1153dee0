package coretuning.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Asks libtorch itself for its version: DJL only repeats what it was told, and a mismatch ends in
/// a crash of the process.
@SuppressWarnings("restricted") // the program is started with --enable-native-access
final class LibtorchVersion {
  // std::string at::show_config(), libstdc++'s and libc++'s name of it.
  private static final String SHOW_CONFIG = "_ZN2at11show_configB5cxx11Ev";
  private static final Pattern VERSION = Pattern.compile("TORCH_VERSION=([0-9.]+)");
  // libstdc++ keeps {char* data; size_t length; ...} in 32 bytes.
  private static final long STRING_BYTES = 32;
  private static final long LENGTH_OFFSET = 8;

  private LibtorchVersion() {}

  /// Version of the libtorch in the given folder, already loaded into this process.
  ///
  /// @return e.g. `2.7.1`; empty where the library offers no way to ask (not Linux, another C++
  ///   ABI)
  static Optional<String> of(Path libraryFolder) {
    Path library = libraryFolder.resolve("libtorch_cpu.so");
    if (!library.toFile().isFile()) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      Optional<MemorySegment> symbol =
          SymbolLookup.libraryLookup(library, Arena.global()).find(SHOW_CONFIG);
      if (symbol.isEmpty()) {
        return Optional.empty();
      }
      var showConfig =
          Linker.nativeLinker()
              .downcallHandle(symbol.get(), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
      MemorySegment text = arena.allocate(STRING_BYTES, 16);
      showConfig.invokeExact(text);
      long length = text.get(ValueLayout.JAVA_LONG, LENGTH_OFFSET);
      byte[] bytes =
          text.get(ValueLayout.ADDRESS, 0).reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
      var match = VERSION.matcher(new String(bytes, StandardCharsets.UTF_8));
      return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    } catch (Throwable unexpected) {
      throw new IllegalStateException("libtorch refused to tell its version", unexpected);
    }
  }
}
