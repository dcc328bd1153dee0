package coretuning.safetensors;

import coretuning.result.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks a header against every rule of the format and against the size of the data behind it.
final class HeaderParser {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> KEYS = Set.of("dtype", "shape", "data_offsets");

  private final Path file;
  private final long dataBytes;

  /// @param dataBytes bytes of the file behind the header
  HeaderParser(Path file, long dataBytes) {
    this.file = file;
    this.dataBytes = dataBytes;
  }

  Header parse(byte[] bytes) {
    JsonNode root = tree(bytes);
    Map<String, String> metadata = Map.of();
    var tensors = new ArrayList<Header.Tensor>();
    for (Map.Entry<String, JsonNode> each : root.properties()) {
      if (each.getKey().equals(TensorFile.METADATA)) {
        metadata = metadata(each.getValue());
      } else {
        tensors.add(tensor(each.getKey(), each.getValue()));
      }
    }
    requireNoHoles(tensors);
    return new Header(List.copyOf(tensors), metadata);
  }

  private JsonNode tree(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != '{') {
      throw invalid("the header must start with {");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JSON.readTree(text);
    } catch (CharacterCodingException broken) {
      throw invalid("the header is not UTF-8");
    } catch (JacksonException broken) {
      throw invalid("the header is not valid JSON: " + broken.getOriginalMessage());
    }
  }

  private Map<String, String> metadata(JsonNode node) {
    if (!node.isObject()) {
      throw invalid(TensorFile.METADATA + " must be an object");
    }
    var notes = new LinkedHashMap<String, String>();
    node.properties()
        .forEach(note -> {
          if (!note.getValue().isString()) {
            throw invalid("%s: \"%s\" must be text".formatted(TensorFile.METADATA, note.getKey()));
          }
          notes.put(note.getKey(), note.getValue().stringValue());
        });
    return notes;
  }

  private Header.Tensor tensor(String name, JsonNode node) {
    if (!node.isObject()) {
      throw invalid(name, "must be an object");
    }
    for (String key : node.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw invalid(name, "has an unknown field \"%s\"".formatted(key));
      }
    }
    DType dtype = dtype(name, node.path("dtype"));
    long[] shape = naturals(name, "shape", node.path("shape"));
    long[] offsets = naturals(name, "data_offsets", node.path("data_offsets"));
    if (offsets.length != 2 || offsets[0] > offsets[1]) {
      throw invalid(name, "data_offsets must be [begin, end], got " + Arrays.toString(offsets));
    }
    if (offsets[1] > dataBytes) {
      throw invalid(
          name,
          "ends at byte %d, but the file has only %d bytes of data"
              .formatted(offsets[1], dataBytes));
    }
    var tensor = new Header.Tensor(name, dtype, shape, offsets[0], offsets[1]);
    requireSize(tensor);
    return tensor;
  }

  private DType dtype(String name, JsonNode node) {
    String text = node.isString() ? node.stringValue() : "nothing";
    for (DType each : DType.values()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    throw invalid(
        name, "dtype must be one of %s, got %s".formatted(Arrays.toString(DType.values()), text));
  }

  private long[] naturals(String name, String key, JsonNode node) {
    if (!node.isArray()) {
      throw invalid(name, key + " must be a list of whole numbers");
    }
    var values = new long[node.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = node.get(i);
      if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
        throw invalid(
            name, "%s must hold whole numbers of at least 0, got %s".formatted(key, value));
      }
      values[i] = value.longValue();
    }
    return values;
  }

  private void requireSize(Header.Tensor tensor) {
    long needed;
    try {
      needed = Entry.bytesOf(tensor.dtype(), tensor.shape());
    } catch (IllegalArgumentException tooLarge) {
      throw invalid(tensor.name(), String.valueOf(tooLarge.getMessage()));
    }
    if (needed != tensor.length()) {
      throw invalid(
          tensor.name(),
          "shape %s of %s needs %d bytes, data_offsets give %d"
              .formatted(Arrays.toString(tensor.shape()), tensor.dtype(), needed, tensor.length()));
    }
    if (needed > Integer.MAX_VALUE - 8) {
      throw invalid(tensor.name(), "has %d bytes; 2 GiB is the limit here".formatted(needed));
    }
  }

  private void requireNoHoles(List<Header.Tensor> tensors) {
    var byPosition = new ArrayList<>(tensors);
    byPosition.sort(
        Comparator.comparingLong(Header.Tensor::begin).thenComparingLong(Header.Tensor::end));
    long end = 0;
    for (Header.Tensor each : byPosition) {
      if (each.begin() != end) {
        throw invalid(
            each.name(),
            "must begin at byte %d where the one before it ends, got %d"
                .formatted(end, each.begin()));
      }
      end = each.end();
    }
    if (end != dataBytes) {
      throw invalid("the tensors end at byte %d, the data at byte %d".formatted(end, dataBytes));
    }
  }

  private Problem invalid(String tensor, String rule) {
    return invalid("tensor \"%s\" %s".formatted(tensor, rule));
  }

  private Problem invalid(String rule) {
    return TensorFileReader.invalid(file, rule);
  }
}
