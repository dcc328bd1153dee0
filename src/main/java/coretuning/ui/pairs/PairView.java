package coretuning.ui.pairs;

import coretuning.result.HardPair;
import coretuning.result.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// An anchor with the samples that were held against it, as shown.
///
/// @param anchor the anchor itself
/// @param others hardest positive, hardest negative and, if one was drawn, random negative
/// @param mixes what was synthesised of them; empty if the anchor was not trained on
/// @param origin where the pair comes from, in the words of a reader
record PairView(Member anchor, List<Member> others, List<Mix> mixes, Origin origin) {

  /// What part a sample plays.
  enum Role {
    ANCHOR,
    HARD_POSITIVE,
    HARD_NEGATIVE,
    RANDOM_NEGATIVE
  }

  /// @param label class of the sample; empty if not recorded
  /// @param cosine to the anchor, in [-1, 1]
  record Member(Role role, int sample, OptionalInt label, double cosine) {}

  /// A convex combination of two features and, alike, of their labels.
  ///
  /// @param isPositive whether it serves as positive
  /// @param first gets `lambda`, `second` the rest
  record Mix(boolean isPositive, double lambda, Member first, Member second) {}

  /// How the pair was found.
  sealed interface Origin {
    /// By training, in that step of the epoch that ended with that snapshot.
    record Mined(long step, int epoch) implements Origin {}

    /// By comparing the features of recorded samples.
    record Compared(int epoch) implements Origin {}
  }

  PairView {
    others = List.copyOf(others);
    mixes = List.copyOf(mixes);
  }

  /// A recorded pair.
  static PairView of(HardPair pair, Snapshot snapshot, Labels labels) {
    var anchor = new Member(Role.ANCHOR, pair.anchor(), labels.of(pair.anchor()), 1);
    var positive =
        new Member(
            Role.HARD_POSITIVE,
            pair.hardPositive(),
            labels.of(pair.hardPositive()),
            pair.cosinePositive());
    var negative =
        new Member(
            Role.HARD_NEGATIVE,
            pair.hardNegative(),
            labels.of(pair.hardNegative()),
            pair.cosineNegative());
    var random =
        new Member(
            Role.RANDOM_NEGATIVE,
            pair.randomNegative(),
            labels.of(pair.randomNegative()),
            pair.cosineRandom());
    return new PairView(
        anchor,
        List.of(positive, negative, random),
        List.of(
            new Mix(true, pair.lambdaPositive(), positive, negative),
            new Mix(false, pair.lambdaNegative(), random, anchor)),
        new Origin.Mined(pair.step(), snapshot.epoch()));
  }

  /// The role's member, if there is one.
  Optional<Member> member(Role role) {
    return others.stream().filter(each -> each.role() == role).findFirst();
  }
}
