package coretuning.data.format;

import coretuning.result.Part;
import java.nio.file.Path;
import java.util.Optional;

/// One image of a data set.
///
/// @param file that holds it, alone or among others
/// @param label position of its class in the names; [#NO_LABEL] in sets without labels
/// @param part it belongs to; empty where the set leaves that open
/// @param domain e.g. `sketch`; empty in sets without domains
public record Sample(Path file, int label, Optional<Part> part, String domain) {
  /// Stands for a label where there is none.
  public static final int NO_LABEL = -1;
}
