package coretuning.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import coretuning.result.Problem;
import coretuning.spec.DeviceChoice;
import java.nio.file.Files;
import java.nio.file.Path;

/// The running tensor engine and the device chosen for the work.
///
/// @param device where arrays are made
/// @param description e.g. `cpu, 2 threads`
/// @param reason why this device
/// @param engine e.g. `PyTorch 2.7.1 (DJL 0.35.1)`
/// @param allocator what was done to the C library's allocator
public record Compute(
    Device device, String description, String reason, String engine, String allocator) {

  /// Starts the engine, once a process, and chooses the device.
  ///
  /// Nothing is fetched: the native libraries come from the class path, or from the libtorch that
  /// `PYTORCH_LIBRARY_PATH` names. Afterwards the calling thread does not record gradients unless
  /// [Autograd] says so.
  ///
  /// @throws Problem if CUDA is asked for and cannot be used, saying why
  public static Compute start(DeviceChoice choice) {
    Engine engine = Started.ENGINE;
    JniUtils.setGradMode(false);
    int devices = engine.getGpuCount();
    boolean usable = devices > 0 && engine.hasCapability(StandardCapabilities.CUDA);
    if (choice == DeviceChoice.CUDA && !usable) {
      throw new Problem(
          "CUDA was asked for and cannot be used: " + whyNoCuda(engine),
          "device",
          "see the README's GPU section, or choose the CPU");
    }
    boolean cuda = usable && choice != DeviceChoice.CPU;
    String reason =
        switch (choice) {
          case CPU -> "the CPU was asked for";
          case CUDA -> "CUDA was asked for";
          case AUTO -> usable ? "a CUDA device was found" : whyNoCuda(engine);
        };
    return new Compute(
        cuda ? Device.gpu() : Device.cpu(),
        cuda ? "cuda:0" : "cpu, " + JniUtils.getNumThreads() + " threads",
        reason,
        Started.NAME,
        Started.ALLOCATOR);
  }

  private static String whyNoCuda(Engine engine) {
    if (!engine.hasCapability(StandardCapabilities.CUDA)) {
      return Files.exists(Path.of("/proc/driver/nvidia/version"))
          ? "there is an NVIDIA driver, but this libtorch is built for the CPU"
          : "this libtorch is built for the CPU, and no NVIDIA driver was found";
    }
    return "libtorch is built with CUDA, but no CUDA device was found (driver or libcudart missing)";
  }

  /// Initialised on first use: the engine lives as long as the process.
  private static final class Started {
    private static final String ALLOCATOR;
    private static final Engine ENGINE;
    private static final String NAME;

    static {
      System.setProperty("ai.djl.offline", "true");
      System.setProperty("OPT_OUT_TRACKING", "true");
      ALLOCATOR = Allocator.keepFreedMemory();
      ENGINE = Engine.getEngine("PyTorch");
      String version =
          LibtorchVersion.of(Path.of(LibUtils.getLibtorchPath()))
              .orElse(ENGINE.getVersion() + " as labelled");
      NAME = "PyTorch %s (DJL %s)".formatted(version, Engine.getDjlVersion());
    }
  }
}
