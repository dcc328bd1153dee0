package coretuning.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;

/// The pickle of a state dict, protocol 2, as `torch.save` would write it but without a memo:
/// storage "0" belongs to the first tensor, and so on.
final class StateDictPickle {
  private static final int PROTOCOL = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private StateDictPickle() {}

  static ByteBuffer of(SequencedMap<String, TorchTensor> tensors) {
    var pickle = new StateDictPickle();
    pickle.op(0x80).op(PROTOCOL);
    pickle.stateDict(tensors);
    pickle.op('.');
    return ByteBuffer.wrap(pickle.out.toByteArray());
  }

  /// The dict that training scripts save: epoch, arch and the state dict.
  static ByteBuffer of(TrainingState state) {
    var pickle = new StateDictPickle();
    pickle.op(0x80).op(PROTOCOL).op('}').op('(');
    pickle.text("epoch").number(state.epoch());
    pickle.text("arch").text(state.arch());
    pickle.text("state_dict").stateDict(state.tensors());
    pickle.op('u').op('.');
    return ByteBuffer.wrap(pickle.out.toByteArray());
  }

  private void stateDict(SequencedMap<String, TorchTensor> tensors) {
    emptyOrderedDict().op('(');
    int key = 0;
    for (Map.Entry<String, TorchTensor> each : tensors.entrySet()) {
      text(each.getKey());
      tensor(each.getValue(), Integer.toString(key++));
    }
    op('u');
  }

  private StateDictPickle op(int code) {
    out.write(code);
    return this;
  }

  private StateDictPickle name(String module, String name) {
    op('c').out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private StateDictPickle emptyOrderedDict() {
    return name("collections", "OrderedDict").op(')').op('R');
  }

  private StateDictPickle text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X').little(utf8.length, Integer.BYTES);
    out.writeBytes(utf8);
    return this;
  }

  private StateDictPickle number(long value) {
    return value == (int) value
        ? op('J').little(value, Integer.BYTES)
        : op(0x8a).op(Long.BYTES).little(value, Long.BYTES);
  }

  private StateDictPickle little(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      op((int) (value >> (8 * i)) & 0xff);
    }
    return this;
  }

  private void numbers(long[] values) {
    op('(');
    for (long each : values) {
      number(each);
    }
    op('t');
  }

  private void tensor(TorchTensor tensor, String key) {
    name("torch._utils", "_rebuild_tensor_v2").op('(');
    op('(').text("storage").name("torch", tensor.type().storage()).text(key).text("cpu");
    number(tensor.length() / tensor.type().bytes()).op('t').op('Q');
    number(0);
    numbers(tensor.shape());
    numbers(TorchTensor.rowMajor(tensor.shape()));
    // Needs no gradient; no hooks.
    op(0x89).emptyOrderedDict().op('t').op('R');
  }
}
