package coretuning.data;

import coretuning.data.format.Samples;
import coretuning.result.Problem;

/// Resized pixels on disk, so that a folder of images is decoded once and not at every start.
///
/// A file is found by the content of the sources and what is done to them ([CacheKey]): changed
/// sources make another file, the same images elsewhere find the old one. Of two processes that
/// want the same pixels one decodes and the other waits and then reads.
///
/// @param folder that holds the files
/// @param decoding hears how far it is and may end it
record PixelCache(CacheFolder folder, Decoding decoding) {
  /// Decodes unwatched.
  PixelCache(CacheFolder folder) {
    this(folder, Decoding.unwatched());
  }

  /// Opens the cached pixels of some samples, making them first if there are none.
  ///
  /// @param origin says when the sources' archive changed; empty for plain files
  /// @param size side of the images in pixels
  /// @param skipBroken whether images that cannot be read are listed instead of ending all
  /// @throws Problem if an image cannot be read, the sources change meanwhile, or the cache cannot
  ///   be written
  CacheFile.Content open(Samples samples, String origin, int size, boolean skipBroken) {
    String stamps = CacheKey.ofStamps(samples, origin);
    String content = folder.noted(stamps).orElseGet(() -> CacheKey.ofContent(samples, decoding));
    String key = CacheKey.of(content, size, skipBroken);
    var file = new CacheFile(folder.path().resolve(key + ".pixels"), samples.pixels(), size);
    CacheFile.Content kept =
        file.read()
            .orElseGet(() ->
                made(file, key, skipBroken, () -> requireUnchanged(file, samples, origin, stamps)));
    folder.touch(file.path());
    if (folder.noted(stamps).isEmpty()) {
      folder.note(stamps, content);
    }
    return kept;
  }

  private CacheFile.Content made(CacheFile file, String key, boolean skipBroken, Runnable check) {
    return folder.locked(
        key,
        () ->
            file.read()
                .orElseGet(() -> {
                  folder.makeRoom(key, file.pixelBytes());
                  file.write(skipBroken, decoding);
                  check.run();
                  return file.read().orElseThrow(() -> unreadable(file));
                }));
  }

  private void requireUnchanged(CacheFile file, Samples samples, String origin, String stamps) {
    if (!CacheKey.ofStamps(samples, origin).equals(stamps)) {
      folder.remove(file.path());
      throw new Problem(
          "the images changed while they were read",
          samples.root().toString(),
          "wait until whatever writes there is done, then load the set again");
    }
  }

  private static Problem unreadable(CacheFile file) {
    return new Problem(
        "the pixel cache does not read back as it was written",
        file.path().toString(),
        "check the disk or choose another folder for the cache");
  }
}
