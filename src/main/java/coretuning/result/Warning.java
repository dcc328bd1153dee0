package coretuning.result;

/// Something that limits what a run can show, in a sentence.
///
/// @param epoch the epoch after which it was seen; 0 if it follows from the settings
/// @param text a whole sentence, with its numbers
public record Warning(int epoch, String text) {}
