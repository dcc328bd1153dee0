package coretuning.data.image;

import java.nio.file.Path;
import java.util.List;

/// Image files, decoded when they are asked for; always three channels.
public record ImageFiles(List<Path> files) implements PixelSource {

  public ImageFiles {
    files = List.copyOf(files);
  }

  @Override
  public int count() {
    return files.size();
  }

  @Override
  public int channels() {
    return ImageFile.CHANNELS;
  }

  @Override
  public void read(int index, int size, byte[] into) {
    ImageFile.decode(files.get(index)).writeSquare(size, into);
  }
}
