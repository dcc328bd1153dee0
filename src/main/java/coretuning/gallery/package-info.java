/// The figures of recorded runs, by name.
///
/// Holds what reads run folders into figures, and draws a recipe again. Holds no drawing (that is
/// `figure`) and no choice of files (that is `cli` and `ui`). May import `spec`, `result`,
/// `analysis`, `analysis.map` for the map of a query, `store`, `figure` and `job`, for images and
/// class names.
@NullMarked
package coretuning.gallery;

import org.jspecify.annotations.NullMarked;
