package coretuning.data.format;

import coretuning.spec.DataFormat;
import java.nio.file.Path;

/// What a folder was taken for.
///
/// @param format that will read it, never [DataFormat#AUTO]
/// @param root where the format begins: the folder itself or the only one in it
/// @param why what was seen, e.g. `100 classes below train/ and test/`
public record Recognition(DataFormat format, Path root, String why) {}
