package coretuning.safetensors;

import java.util.List;
import java.util.Map;

/// A checked header.
///
/// @param tensors in the header's order
/// @param metadata notes; empty if there are none
record Header(List<Tensor> tensors, Map<String, String> metadata) {

  /// Where one tensor lies.
  ///
  /// @param begin first byte, counted from the end of the header
  /// @param end byte after the last
  record Tensor(String name, DType dtype, long[] shape, long begin, long end) {
    long length() {
      return end - begin;
    }
  }
}
