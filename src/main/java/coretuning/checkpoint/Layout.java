package coretuning.checkpoint;

import java.util.List;
import java.util.regex.Pattern;

/// Whose way of laying out a checkpoint it is: what stands before the backbone's names, and what
/// else must be there to tell it from the others.
///
/// Which prefix is right is decided by how many tensors match, not here; this table gives it a
/// name, and where two encoders match as well, the one that its authors evaluate stands higher.
///
/// @param label for people
/// @param naming of the network's layers
/// @param prefix what stands before their names, dicts included
/// @param evidence something among the names of other tensors and values; matches all if none
///   needed
record Layout(String label, Naming naming, Pattern prefix, Pattern evidence) {
  /// The first row that fits counts.
  private static final List<Layout> TABLE =
      List.of(
          of("MoCo v1 or v2", ".*encoder_q\\.", ""),
          of("MoCo v3", ".*base_encoder\\.", ""),
          of("VISSL", ".*_feature_blocks\\.", ""),
          of("Core-tuning's repository", ".*extractor\\.", "contrastor"),
          of("SupCon", ".*encoder\\.(module\\.)?", "(^|\\.)head\\.(0\\.)?weight$"),
          of("BYOL", ".*online_(network\\.encoder|encoder(\\.net)?|backbone|network|net)\\.", ""),
          of("DINO, the teacher", ".*teacher\\.(module\\.)?backbone\\.", ""),
          of("DINO, the student", ".*student\\.(module\\.)?backbone\\.", ""),
          of("solo-learn", "(state_dict\\.)?(backbone|encoder)\\.", "projector|lightning"),
          of("Barlow Twins or VICReg", ".*module\\.backbone\\.", "projector"),
          of("lightly", Naming.SEQUENCE, "(?!.*momentum).*backbone\\.", ""),
          of(
              "MMPretrain or MMSelfSup",
              "(state_dict\\.)?backbone\\.",
              "(^|\\.)(neck|head|meta)\\."),
          of("SwAV or DeepCluster-v2", "(.*\\.)?module\\.", "prototypes|projection_head"),
          of("PyContrast: InsDis, PIRL or InfoMin", "(model\\.)?(module\\.)?encoder\\.", ""),
          of("SimCLR v2, PyTorch port", Naming.SIMCLR_V2, ".*", ""),
          of("a PyTorch sequence", Naming.SEQUENCE, ".*", ""),
          of("torchvision or timm", "", ""),
          of("torchvision's names in a dict", "(state_dict|model|net|resnet|backbone)\\.", ""),
          of("torchvision's names, data-parallel", "((state_dict|model|net)\\.)?module\\.", ""),
          of("a backbone in a larger model", "(?!.*(encoder_k|momentum|target|ema)).*", ""),
          of("a moving average of a backbone", ".*", ""));

  private static Layout of(String label, String prefix, String evidence) {
    return of(label, Naming.TORCHVISION, prefix, evidence);
  }

  private static Layout of(String label, Naming naming, String prefix, String evidence) {
    return new Layout(label, naming, Pattern.compile(prefix), Pattern.compile(evidence));
  }

  /// The row for a prefix that was found.
  static Layout of(CheckpointFile file, String prefix, Naming naming) {
    return TABLE.stream()
        .filter(row -> row.naming == naming && row.prefix.matcher(prefix).matches())
        .filter(row -> row.hasEvidence(file))
        .findFirst()
        .orElseThrow();
  }

  private boolean hasEvidence(CheckpointFile file) {
    return file.tensors().keySet().stream().anyMatch(evidence.asPredicate())
        || file.notes().keySet().stream().anyMatch(evidence.asPredicate());
  }

  /// Place in the table; lower is preferred.
  int rank() {
    return TABLE.indexOf(this);
  }
}
