package coretuning.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EpochTrackTest {
  private final EpochTrack track = new EpochTrack();

  @Test
  void withoutEpochsThereIsNone() {
    assertThat(track.epoch()).isEmpty();
    assertThat(track.isAtEnd()).isTrue();
    assertThat(track.advance()).isFalse();
  }

  @Test
  void atItsEndItFollowsWhatIsRecorded() {
    track.offer(List.of(0));
    track.offer(List.of(0, 5));
    assertThat(track.epoch()).hasValue(5);
    track.offer(List.of(0, 5, 10));
    assertThat(track.epoch()).hasValue(10);
  }

  @Test
  void elsewhereItStaysAtItsEpoch() {
    track.offer(List.of(0, 5, 10));
    track.positionProperty().set(1);
    track.offer(List.of(0, 2, 5, 10));
    assertThat(track.epoch()).hasValue(5);
    track.offer(List.of(7, 8));
    assertThat(track.epoch()).hasValue(8);
  }

  @Test
  void itPlaysFromTheStartToTheEnd() {
    track.offer(List.of(0, 5, 10));
    track.rewind();
    assertThat(track.epoch()).hasValue(0);
    assertThat(track.advance()).isTrue();
    assertThat(track.advance()).isFalse();
    assertThat(track.epoch()).hasValue(10);
  }
}
