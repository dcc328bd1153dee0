package coretuning.ui.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.Probe;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.SynthesisSpec;
import coretuning.store.RunFolder;
import coretuning.store.RunStore;
import coretuning.testing.TinyData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFamilyTest {
  @TempDir Path folder;

  private RunFolder run(int hardest, int queue, int epochs, boolean probed) {
    var momentum = new MomentumSpec(0.2, queue, 0.9, 16, 2, false);
    PretrainSpec method =
        hardest == 0
            ? new PretrainSpec.MocoV2(momentum)
            : new PretrainSpec.Mochi(momentum, new SynthesisSpec(hardest, 8, 4, 0.5, 1, false));
    RunFolder run = new RunStore(folder).create(TinyData.pretraining(method, epochs));
    for (int epoch = 0; probed && epoch <= epochs; epoch++) {
      run.append(new Probe(epoch, 0.1 * epoch, 0.2, 0.1, 0.2, 10, 10, "0a"));
    }
    return run;
  }

  @Test
  void runsThatDifferInMixingAloneAreOneFamily() {
    List<RunFamily> families =
        RunFamily.of(
            List.of(
                run(8, 64, 3, true),
                run(16, 64, 3, true),
                run(0, 64, 3, true),
                run(16, 64, 3, false),
                run(8, 32, 3, true),
                run(8, 64, 2, true)));

    assertThat(families).hasSize(1);
    assertThat(families.getFirst().title())
        .isEqualTo("resnet8-mini on fashion-mnist-mini, 3 epochs, queue of 64");
    // Two runs of MoCHi and one of MoCo-v2; what has not been probed does not count.
    assertThat(families.getFirst().sweep().runs()).hasSize(3);
  }

  @Test
  void theStoreIsSearchedForThem() {
    run(8, 64, 2, true);
    assertThat(RunFamily.of(new RunStore(folder))).isEmpty();
    run(16, 64, 2, true);
    assertThat(RunFamily.of(new RunStore(folder))).hasSize(1);
  }
}
