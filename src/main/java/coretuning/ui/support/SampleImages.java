package coretuning.ui.support;

import coretuning.job.Thumbnail;
import coretuning.spec.DataSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The images of samples and the names of classes, read beside the JavaFX thread and kept. For the
/// JavaFX thread.
public final class SampleImages {
  private static final int KEPT = 4000;
  private static final int RGB = 3;

  private record Key(DataSpec data, int sample) {}

  private final BiFunction<DataSpec, Integer, Optional<Thumbnail>> thumbnails;
  private final Function<DataSpec, List<String>> classNames;
  private final Background background;
  private final StatusLine status;
  private final Map<Key, Optional<Image>> images = new LeastRecentlyUsed<>();
  private final Map<DataSpec, List<String>> names = new LinkedHashMap<>();

  /// @param thumbnails picture of a sample; called beside the JavaFX thread
  /// @param classNames in the order of labels; called beside the JavaFX thread
  public SampleImages(
      BiFunction<DataSpec, Integer, Optional<Thumbnail>> thumbnails,
      Function<DataSpec, List<String>> classNames,
      Background background,
      StatusLine status) {
    this.thumbnails = thumbnails;
    this.classNames = classNames;
    this.background = background;
    this.status = status;
  }

  /// Passes the sample's image on: at once if it is known, else as soon as it was read.
  public void find(DataSpec data, int sample, Consumer<Optional<Image>> use) {
    var key = new Key(data, sample);
    Optional<Image> known = images.get(key);
    if (known != null) {
      use.accept(known);
      return;
    }
    background.run(
        () -> thumbnails.apply(data, sample).map(SampleImages::image),
        image -> {
          images.put(key, image);
          use.accept(image);
        },
        status::fail);
  }

  /// Reads the images of some samples as bytes, for figures in files, then passes them on. A sample
  /// without an image is missing in the map.
  public void pictures(
      DataSpec data, List<Integer> samples, Consumer<Map<Integer, Thumbnail>> use) {
    background.run(
        () -> {
          var found = new LinkedHashMap<Integer, Thumbnail>();
          samples.forEach(sample ->
              thumbnails.apply(data, sample).ifPresent(image -> found.put(sample, image)));
          return found;
        },
        use::accept,
        status::fail);
  }

  /// Reads the names of the classes if they are not known, then calls `ready`.
  public void prepare(DataSpec data, Runnable ready) {
    if (names.containsKey(data)) {
      ready.run();
      return;
    }
    background.run(
        () -> classNames.apply(data),
        found -> {
          names.put(data, List.copyOf(found));
          ready.run();
        },
        status::fail);
  }

  /// Names of the classes as far as they are known; empty before [#prepare] is through.
  public List<String> names(DataSpec data) {
    return names.getOrDefault(data, List.of());
  }

  /// Names of classes 0 to `count` - 1; numbers stand for those that are not known.
  public List<String> names(DataSpec data, int count) {
    return IntStream.range(0, count).mapToObj(label -> name(data, label)).toList();
  }

  /// Name of a class, or its number if the name is not known.
  public String name(DataSpec data, int label) {
    List<String> known = names(data);
    return label >= 0 && label < known.size() ? known.get(label) : "class " + label;
  }

  /// The picture for the screen.
  public static Image image(Thumbnail thumbnail) {
    var image = new WritableImage(thumbnail.width(), thumbnail.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            thumbnail.width(),
            thumbnail.height(),
            PixelFormat.getByteRgbInstance(),
            thumbnail.rgb(),
            0,
            RGB * thumbnail.width());
    return image;
  }

  /// Forgets the image that was longest not asked for.
  private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    LeastRecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > KEPT;
    }
  }
}
