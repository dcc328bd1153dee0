/// Files that are either old or new, never half written.
///
/// Holds the one way in which a whole file is written: temporary file beside it, fsync, atomic
/// move. Holds no format; append-only logs live with their reader in `store`. May import `result`
/// (for [coretuning.result.Problem]), so that every package that writes files can use it.
@NullMarked
package coretuning.file;

import org.jspecify.annotations.NullMarked;
