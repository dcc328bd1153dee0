package coretuning.job;

import coretuning.store.RunStore;
import java.nio.file.Path;

/// Where jobs read and write.
///
/// @param runs gets a folder for each run
/// @param cache keeps decoded images between runs; may be deleted at any time
public record Workspace(RunStore runs, Path cache) {}
