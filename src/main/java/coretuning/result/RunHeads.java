package coretuning.result;

import java.util.List;

/// What a fine-tuned model has on top of its pooled features, after some epoch.
///
/// @param epoch epochs done
/// @param classifier G_y: features -> class scores
/// @param projection layers of the projection head G_c, between them a ReLU; empty for methods
///   without one
public record RunHeads(int epoch, LinearWeights classifier, List<LinearWeights> projection) {
  public RunHeads {
    projection = List.copyOf(projection);
  }
}
