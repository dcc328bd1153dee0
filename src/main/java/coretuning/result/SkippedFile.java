package coretuning.result;

/// A file that was left out of a data set because it could not be read.
///
/// @param file its path below the data set's root
/// @param reason what is wrong with it
public record SkippedFile(String file, String reason) {}
