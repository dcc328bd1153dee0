package coretuning.data.format;

import coretuning.result.Part;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads sets of domains: domain, then class, then images, as PACS, VLCS and Office-Home lie. Of
/// VLCS's older form, whose domains hold `full/` beside its parts, `full/` is read.
final class DomainReader implements DataReader {
  private static final Set<String> PARTS =
      Set.of("train", "val", "valid", "validation", "test", "crossval", "full");

  @Override
  public DataFormat format() {
    return DataFormat.DOMAINS;
  }

  @Override
  public Optional<String> recognise(Folder folder) {
    List<Folder> domains = folder.folders();
    if (domains.size() < 2 || domains.stream().anyMatch(each -> PARTS.contains(each.name()))) {
      return Optional.empty();
    }
    var common = new LinkedHashSet<>(classes(domains.getFirst()));
    domains.forEach(each -> common.retainAll(classes(each)));
    return common.size() >= 2
        ? Optional.of(
            "%d domains (%s) of %d classes"
                .formatted(
                    domains.size(),
                    domains.stream().limit(6).map(Folder::name).collect(Collectors.joining(", ")),
                    common.size()))
        : Optional.empty();
  }

  private static List<String> classes(Folder domain) {
    return inside(domain).folders().stream().map(Folder::name).toList();
  }

  private static Folder inside(Folder domain) {
    return domain.folder("full").orElse(domain);
  }

  @Override
  public Samples read(Folder folder, SampleChoice choice) {
    var classes = new TreeSet<>(new NaturalOrder());
    folder.folders().forEach(domain -> classes.addAll(classes(domain)));
    var samples = new SampleCollector(folder.path(), List.copyOf(classes));
    for (Folder domain : folder.folders()) {
      Optional<Part> open = Optional.empty();
      ClassFolders.collect(
          inside(domain), ClassFolders.names(inside(domain)), open, domain.name(), samples);
    }
    return samples.samples();
  }
}
