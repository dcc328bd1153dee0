package coretuning.spec;

/// One run of a table.
public record TableRun(TableCell cell, long seed) {}
