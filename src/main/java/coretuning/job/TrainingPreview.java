package coretuning.job;

import coretuning.data.Dataset;
import coretuning.data.Peek;
import coretuning.data.RandomStream;
import coretuning.data.Split;
import coretuning.result.Problem;
import coretuning.spec.DataSpec;
import coretuning.spec.TrainSpec;
import coretuning.train.LearningRate;
import coretuning.transform.BatchLoader;
import coretuning.transform.BatchPlan;
import coretuning.transform.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// What a run would see, without starting one: augmented views, the first batch, learning rates.
/// Only the images on display are decoded. For one thread at a time.
public final class TrainingPreview implements AutoCloseable {
  /// Side of the originals, pixels.
  public static final int ORIGINAL_SIDE = 160;

  private static final int MOST_BROKEN = 20;

  private final Peek peek;
  private final DataSpec data;
  private final Split split;
  private final long seed;

  private TrainingPreview(Peek peek, DataSpec data, long seed) {
    this.peek = peek;
    this.data = data;
    this.seed = seed;
    split = Split.of(peek.dataset(), data, seed);
  }

  /// What decides the pictures: data set, pipeline and seed of a run.
  public record Question(DataSpec data, TrainSpec train, long seed) {}

  /// One training image on its way through the pipeline.
  ///
  /// @param className empty if the images have no labels
  /// @param original centre of the file's image
  /// @param train what training may see, one picture a draw
  /// @param test what evaluation sees
  public record Course(
      String className, Thumbnail original, List<Thumbnail> train, Thumbnail test) {
    public Course {
      train = List.copyOf(train);
    }
  }

  /// One image of a batch.
  ///
  /// @param id of the sample
  /// @param className empty if the images have no labels
  /// @param picture its first view; empty if the file cannot be decoded
  /// @param fault why not; empty if it can
  public record Member(int id, String className, Optional<Thumbnail> picture, String fault) {}

  /// How training runs in steps.
  ///
  /// @param images learnt from
  /// @param batches of an epoch
  /// @param updates of an epoch, each of one batch or several
  /// @param rates of each epoch, for the backbone
  public record Schedule(int images, int batches, int updates, List<Double> rates) {
    public Schedule {
      rates = List.copyOf(rates);
    }
  }

  /// Lists the data set and splits it as a run would.
  ///
  /// @param seed of the run
  /// @throws coretuning.result.Problem if the data set is not as its format asks
  public static TrainingPreview open(DataSpec data, long seed) {
    Peek peek = Peek.open(data, Workspace.standard().cache());
    try {
      return new TrainingPreview(peek, data, seed);
    } catch (RuntimeException | Error failure) {
      peek.close();
      throw failure;
    }
  }

  /// Some training images and what the pipeline makes of them. The same draw gives the same
  /// pictures; broken images are passed over.
  ///
  /// @param images how many, fewer if there are fewer
  /// @param views of each
  /// @param draw seed of images and augmentation
  /// @throws coretuning.result.Problem if many are broken one after the other
  public List<Course> courses(TrainSpec train, int images, int views, long draw) {
    Pipeline pipeline = Pipeline.of(train.augmentation(), data);
    int[] ids = split.train().clone();
    RandomStream.shuffle(ids, RandomStream.of(draw));
    var courses = new ArrayList<Course>();
    int broken = 0;
    for (int i = 0; i < ids.length && courses.size() < images; i++) {
      try {
        courses.add(course(ids[i], pipeline, views, draw));
      } catch (Problem problem) {
        if (++broken == MOST_BROKEN) {
          throw problem;
        }
      }
    }
    return courses;
  }

  private Course course(int id, Pipeline pipeline, int views, long draw) {
    return new Course(
        className(id),
        new Thumbnail(ORIGINAL_SIDE, ORIGINAL_SIDE, peek.original(id, ORIGINAL_SIDE)),
        IntStream.range(0, views)
            .mapToObj(view -> picture(pipeline, id, RandomStream.of(draw, id, view)))
            .toList(),
        picture(Pipeline.evaluation(data), id, RandomStream.of(draw, id)));
  }

  /// The beginning of the first batch, as a run of this seed sees it as long as no image is left
  /// out.
  ///
  /// @param most images
  public List<Member> firstBatch(TrainSpec train, int most) {
    Pipeline pipeline = Pipeline.of(train.augmentation(), data);
    BatchLoader loader = loader(train, pipeline);
    return Arrays.stream(loader.ids(0, 0))
        .limit(most)
        .mapToObj(id -> member(id, pipeline, loader.random(0, id, 0)))
        .toList();
  }

  private Member member(int id, Pipeline pipeline, RandomGenerator random) {
    try {
      return new Member(id, className(id), Optional.of(picture(pipeline, id, random)), "");
    } catch (Problem broken) {
      return new Member(id, className(id), Optional.empty(), broken.what() + ", " + broken.where());
    }
  }

  /// Steps and learning rates.
  public Schedule schedule(TrainSpec train) {
    int batches = loader(train, Pipeline.evaluation(data)).batchesPerEpoch();
    LearningRate rate = LearningRate.of(train);
    return new Schedule(
        split.train().length,
        batches,
        Math.ceilDiv(batches, train.accumulationSteps()),
        IntStream.range(0, train.epochs()).mapToObj(rate::at).toList());
  }

  private BatchLoader loader(TrainSpec train, Pipeline pipeline) {
    return new BatchLoader(
        peek.dataset(), split.train(), pipeline, BatchPlan.training(train.batchSize(), 1, seed, 1));
  }

  private Thumbnail picture(Pipeline pipeline, int id, RandomGenerator random) {
    int side = pipeline.outputSize();
    return new Thumbnail(side, side, pipeline.picture(peek.dataset(), id, random));
  }

  private String className(int id) {
    Dataset dataset = peek.dataset();
    return dataset.classNames().isEmpty() ? "" : dataset.classNames().get(dataset.label(id));
  }

  @Override
  public void close() {
    peek.close();
  }
}
