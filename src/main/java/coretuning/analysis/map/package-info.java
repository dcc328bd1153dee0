/// Maps of an embedding: t-SNE, principal components, circle and sphere; how far a map can be
/// trusted; how two maps are laid over each other.
///
/// Holds pure computations on Java arrays, the same bytes whatever the thread count: every sum is
/// added up in an order that the data decide, never the threads. Holds no drawing, no files and no
/// spread or accuracy (those are measured in the original space, one package up). May import
/// `result` and `analysis`; the only door of Smile, whose exact t-SNE is the reference that ours is
/// checked against.
///
/// Why a t-SNE of our own: a window needs one that takes 10,000 points in seconds, shows its layout
/// on the way, starts from a given layout and repeats itself to the last byte. Smile's is O(N^2) in
/// time and memory and shows nothing on the way; the Barnes-Hut ports on Maven Central and
/// elsewhere (de.javagl:bh-tsne, T-SNE-Java) are single-threaded or draw from the threads' own
/// generators, and offer neither start nor layouts. Smile's principal components need a native
/// OpenBLAS.
@NullMarked
package coretuning.analysis.map;

import org.jspecify.annotations.NullMarked;
