package org.ntksweep.jobs.data;

import org.ntksweep.core.data.ExampleChoice;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.core.data.Targets;

/**
 * Which examples are wanted of data that are read.
 *
 * @param location a file or folder, by its path or URI
 * @param choice which of them to train on
 * @param tests how many to test on, at least 0
 * @param inputs what is made of inputs
 * @param targets what is made of labels
 */
public record DataRequest(
    String location, ExampleChoice choice, int tests, InputScale inputs, Targets targets) {}
