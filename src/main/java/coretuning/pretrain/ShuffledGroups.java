package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.random.RandomGenerator;

/// Encodes a batch in shuffled groups, so that BatchNorm sees other company than the batch's own:
/// what several devices and MoCo's shuffling BatchNorm do, on one device.
final class ShuffledGroups {
  private ShuffledGroups() {}

  /// Encodes images, without gradient.
  ///
  /// @param images `[N, 3, H, W]`
  /// @param wanted groups; fewer if the batch has less than two images for each
  /// @return `[N, P]` unit rows in the order of the images
  static NDArray encode(Encoder encoder, NDArray images, int wanted, RandomGenerator random) {
    int count = Math.toIntExact(images.getShape().get(0));
    // Statistics of fewer than two images are none.
    int groups = Math.min(wanted, count / 2);
    if (groups <= 1) {
      return encoder.encode(images);
    }
    long[] order = permutation(count, random);
    var back = new long[count];
    for (int place = 0; place < count; place++) {
      back[(int) order[place]] = place;
    }
    NDManager scratch = images.getManager();
    NDArray shuffled = images.get(new NDIndex("{}", scratch.create(order)));
    var encoded = new NDList();
    for (int group = 0; group < groups; group++) {
      int from = count * group / groups;
      int to = count * (group + 1) / groups;
      encoded.add(encoder.encode(shuffled.get(new NDIndex(from + ":" + to))));
    }
    return NDArrays.concat(encoded, 0).get(new NDIndex("{}", scratch.create(back)));
  }

  private static long[] permutation(int count, RandomGenerator random) {
    var order = new long[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
