package coretuning.pickle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What PyTorch's training scripts put into a checkpoint: the dict `epoch`, `arch`, `state_dict`.
///
/// @param epoch epochs done
/// @param arch name of the network, e.g. `resnet50`
/// @param tensors of the state dict, by name
public record TrainingState(int epoch, String arch, SequencedMap<String, TorchTensor> tensors) {
  public TrainingState {
    tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
  }
}
