package coretuning.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import coretuning.spec.Architecture;
import coretuning.spec.DeviceChoice;
import coretuning.spec.MomentumSpec;
import coretuning.spec.PretrainSpec;
import coretuning.spec.SynthesisSpec;
import coretuning.tensor.Autograd;
import coretuning.tensor.Compute;
import coretuning.tensor.Init;
import java.util.SplittableRandom;

/// The share of a step (forward, backward, queue; no optimiser, no loading) that MoCHi's synthesis
/// takes. Arguments: architecture, side of the images, batch, queue, N, s, s', steps.
public final class SynthesisBenchmark {
  private static final double NANOS = 1e9;

  private SynthesisBenchmark() {}

  public static void main(String[] arguments) {
    Compute compute = Compute.start(DeviceChoice.AUTO);
    Architecture architecture = Architecture.ofLabel(arguments[0]);
    int side = Integer.parseInt(arguments[1]);
    int batch = Integer.parseInt(arguments[2]);
    int steps = Integer.parseInt(arguments[7]);
    var momentum = new MomentumSpec(0.2, Integer.parseInt(arguments[3]), 0.999, 128, 4, false);
    var synthesis =
        new SynthesisSpec(
            Integer.parseInt(arguments[4]),
            Integer.parseInt(arguments[5]),
            Integer.parseInt(arguments[6]),
            0.5,
            0,
            false);
    try (NDManager manager = NDManager.newBaseManager(compute.device())) {
      var contrast =
          new MomentumContrast(
              new PretrainSpec.Mochi(momentum, synthesis),
              architecture,
              manager,
              DataType.FLOAT32,
              new SplittableRandom(1));
      var shape = new Shape(batch, 3, side, side);
      double plain = 0;
      double mixing = 0;
      // In turns, and the first of each left out: both see the same machine.
      for (int step = 0; step <= steps; step++) {
        double without = seconds(contrast, manager, shape, false);
        double with = seconds(contrast, manager, shape, true);
        plain += step == 0 ? 0 : without / steps;
        mixing += step == 0 ? 0 : with / steps;
      }
      System.out.printf(
          "%s, %s, %d px, batch %d, queue %d, (%s, %s, %s): %.3f s without, %.3f s with, share %.1f %%%n",
          compute.description(),
          architecture.label(),
          side,
          batch,
          momentum.queueSize(),
          arguments[4],
          arguments[5],
          arguments[6],
          plain,
          mixing,
          100 * (mixing - plain) / mixing);
    }
  }

  private static double seconds(
      MomentumContrast contrast, NDManager manager, Shape shape, boolean synthesising) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray images = Init.normal(scratch, shape, DataType.FLOAT32, new SplittableRandom(2));
      var labels = new int[Math.toIntExact(shape.get(0))];
      long started = System.nanoTime();
      var result =
          Autograd.recording(() ->
              contrast.contrast(
                  images, images, Origin.ofLabels(labels), synthesising, new SplittableRandom(3)));
      Autograd.backward(result.loss());
      contrast.enqueueKeys();
      // Waits for the device.
      result.loss().getFloat();
      return (System.nanoTime() - started) / NANOS;
    }
  }
}
