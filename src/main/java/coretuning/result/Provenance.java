package coretuning.result;

/// Where the numbers of a run come from.
///
/// @param programVersion of the workbench
/// @param engine e.g. `PyTorch 2.7.1 (DJL 0.35.1)`, libtorch's version as the library itself says
/// @param device e.g. `cpu, 2 threads`
/// @param deviceReason why that device, e.g. `no CUDA driver found`
/// @param javaVersion e.g. `25.0.3`
/// @param operatingSystem name, version, architecture
/// @param dataHash SHA-256 over pixels and labels of the data set as served
/// @param weightsHash SHA-256 of the initial weights' file; `random` if there was none
/// @param weightsReport what of the file was used, e.g. `matched 46 of 46 tensors`
/// @param seed of every random stream
/// @param startedAt ISO-8601 instant
public record Provenance(
    String programVersion,
    String engine,
    String device,
    String deviceReason,
    String javaVersion,
    String operatingSystem,
    String dataHash,
    String weightsHash,
    String weightsReport,
    long seed,
    String startedAt) {}
