/// What the window remembers from one start to the next: theme, size, last folders.
///
/// Holds the preferences and their file. Holds nothing that changes a result. May import `figure`
/// and `ui.support`; no other feature.
@NullMarked
package coretuning.ui.settings;

import org.jspecify.annotations.NullMarked;
