package coretuning.ui.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Knows what to do with some files and folders that are dropped on the window.
public interface DropReceiver {
  /// What dropping these would do, in a line for the user; empty if they are nothing to this
  /// receiver. Called while the pointer is over the window: a look at a few names at most.
  Optional<String> offer(List<Path> dropped);

  /// Does it. Only for what [#offer] has an answer to.
  void take(List<Path> dropped);
}
