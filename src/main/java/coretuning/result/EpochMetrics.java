package coretuning.result;

import java.util.List;
import java.util.Optional;

/// What one epoch reports.
///
/// @param epoch counted from 1
/// @param loss mean total objective over the epoch's batches, nats
/// @param terms means of its addends, unweighted
/// @param trainTop1 share in [0, 1] of augmented training images predicted right during the epoch ;
///   in contrastive pre-training the share of queries that rank their own key first
/// @param validation top-1 on the validation images; empty if none are held out
/// @param learningRate rate of the backbone at the epoch's last step
/// @param imagesPerSecond training images over wall-clock time
/// @param loaderShare share in [0, 1] of the epoch's time that the device waited for images
public record EpochMetrics(
    int epoch,
    double loss,
    List<LossTerm> terms,
    double trainTop1,
    Optional<Double> validation,
    double learningRate,
    double imagesPerSecond,
    double loaderShare) {
  public EpochMetrics {
    terms = List.copyOf(terms);
  }

  /// The same with the top-1 of the validation images.
  public EpochMetrics withValidation(double top1) {
    return new EpochMetrics(
        epoch,
        loss,
        terms,
        trainTop1,
        Optional.of(top1),
        learningRate,
        imagesPerSecond,
        loaderShare);
  }
}
