package coretuning.safetensors;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The content of a safetensors file: named tensors in order, and notes on them. Immutable.
///
/// The format: 8 bytes little-endian length of the header, the header in JSON, the bytes of all
/// tensors without holes.
///
/// @param entries tensors by name, in the file's order
/// @param metadata notes, both sides free text
public record TensorFile(SequencedMap<String, Entry> entries, Map<String, String> metadata) {

  /// Header key of the notes; no tensor can have this name.
  static final String METADATA = "__metadata__";

  public TensorFile {
    if (entries.containsKey(METADATA)) {
      throw new IllegalArgumentException("no tensor can be called " + METADATA);
    }
    entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /// Reads a file after checking all of its header; nothing in it is executed.
  ///
  /// @throws coretuning.result.Problem naming file, tensor and the rule that is broken
  public static TensorFile read(Path file) {
    return TensorFileReader.read(file);
  }

  /// Replaces `file` atomically.
  ///
  /// @throws coretuning.result.Problem if it cannot be written; an old file stays as it was
  public void write(Path file) {
    TensorFileWriter.write(file, this);
  }

  /// The tensor of that name, if there is one.
  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }
}
