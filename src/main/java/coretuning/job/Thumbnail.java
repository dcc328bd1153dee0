package coretuning.job;

/// A small picture of one sample for the views.
///
/// @param width in pixels
/// @param height in pixels
/// @param rgb `[height, width, 3]` bytes, row-major
public record Thumbnail(int width, int height, byte[] rgb) {}
