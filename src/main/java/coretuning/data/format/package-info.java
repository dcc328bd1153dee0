/// How data sets lie on disk: one reader per layout, and which one fits a folder.
///
/// Holds the readers, what they list ([Samples]) and the recognition of a folder. Holds no split of
/// its own making, no cache and no decoded image: those are `data`'s. May import `spec`, `result`,
/// `file`, `pickle` and `data.image`; the only package that opens MATLAB files.
@NullMarked
package coretuning.data.format;

import org.jspecify.annotations.NullMarked;
