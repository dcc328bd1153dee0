package coretuning.ui;

import coretuning.job.Job;
import coretuning.job.JobQueue;
import coretuning.job.Thumbnail;
import coretuning.result.Embedding;
import coretuning.result.RunHeads;
import coretuning.spec.DataSpec;
import coretuning.spec.Experiment;
import coretuning.store.RunStore;
import coretuning.store.TableFolder;
import coretuning.ui.pretrain.PretrainEquipment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Everything that the window works with, handed in by whoever starts it. Functions that read files
/// are called beside the JavaFX thread.
///
/// @param queue the device lane
/// @param training makes the job that fine-tunes one experiment, or compares several
/// @param resuming makes the job that goes on with the stored run of that id
/// @param store the stored runs
/// @param tables folder that gets the folders of tables
/// @param tabling makes the job that fills a table, from wherever it stands
/// @param projecting makes the job that maps an embedding of the run of that id to two dimensions
/// @param heads reads classifier and projection head from the newest checkpoint of the run of that
///   id; empty if it has none yet
/// @param aligning makes the job that maps the recorded epochs of runs, by run id, one from the
///   other
/// @param thumbnails picture of a sample, by its id in the data set; empty if it has none
/// @param sampleFiles file of a sample, below the data set's root; empty where many share one
/// @param classNames names of the classes, in the order of labels
/// @param device starts the tensor engine and says what it runs on and why, the short answer first;
///   called once, beside the JavaFX thread, because it takes seconds
/// @param pretraining what the view of pre-training works with
/// @param defaults the experiment that the form begins with
/// @param preferences file of the window's preferences; need not exist
public record Equipment(
    JobQueue queue,
    Function<List<Experiment>, Job> training,
    Function<String, Job> resuming,
    RunStore store,
    Path tables,
    Function<TableFolder, Job> tabling,
    BiFunction<String, Embedding, Job> projecting,
    Function<String, Optional<RunHeads>> heads,
    Function<SequencedMap<String, List<Embedding>>, Job> aligning,
    BiFunction<DataSpec, Integer, Optional<Thumbnail>> thumbnails,
    BiFunction<DataSpec, Integer, Optional<String>> sampleFiles,
    Function<DataSpec, List<String>> classNames,
    Supplier<List<String>> device,
    PretrainEquipment pretraining,
    Experiment defaults,
    Path preferences) {}
