#!/usr/bin/python3
"""Runs the summary engine and, when it is there, a reference on the same sentences, one after the other.

    tests/bench/compare_speed.py [--bench build/bench/summary_bench] [--reference reference.py --sentences sentences.txt]

The reference is a program "reference.py plain|scipy N REPS < SENTENCES" that repeats the sentences in the order of
random.Random(1).shuffle up to N and prints {"cpu_s": ...}. Without one, the invented workloads alone are measured.
Times are CPU milliseconds of one core, the best of several runs; the load of the machine is printed with them.
"""
import argparse
import json
import os
import random
import subprocess
import tempfile

SIZES = (200, 1000, 5000)
PLAIN_SIZES = (200, 1000)  # It grows with the square: 5,000 take most of a minute.
RUNS = 5


def shuffled(path, count):
    """The sentences as the reference repeats them."""
    with open(path, encoding="utf-8") as file:
        base = [line.strip() for line in file if line.strip()]
    generator = random.Random(1)
    sentences = []
    while len(sentences) < count:
        part = base[:]
        generator.shuffle(part)
        sentences += part
    return sentences[:count]


def engine_times(bench, sentences_path):
    """CPU milliseconds by name of the workload."""
    environment = dict(os.environ)
    if sentences_path:
        environment["POLYGIST_BENCH_SENTENCES"] = sentences_path
    # Several short runs: the least of them is what the work costs when nothing else runs.
    output = subprocess.run(
        [bench, "--benchmark_format=json", "--benchmark_min_time=0.2", f"--benchmark_repetitions={RUNS}",
         "--benchmark_filter=Story|Sentences|Given"],
        env=environment, check=True, capture_output=True, text=True).stdout
    times = {}
    for run in json.loads(output)["benchmarks"]:
        if run["run_type"] == "iteration":
            times[run["name"]] = min(times.get(run["name"], 1e9), run["cpu_time"] / 1000)
    return times


def reference_time(program, sentences, method, count):
    with open(sentences, encoding="utf-8") as file:
        output = subprocess.run(["/usr/bin/python3", program, method, str(count), "3"], stdin=file, check=True,
                                capture_output=True, text=True)
    return json.loads(output.stdout)["cpu_s"] * 1000


def compare(bench, program, sentences):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write("\n".join(shuffled(sentences, max(SIZES))) + "\n")
        file.flush()
        times = engine_times(bench, file.name)
    print(f"{'sentences':>9} {'here ms':>8} {'plain ms':>9} {'times':>6} {'scipy ms':>9} {'times':>6}")
    for count in SIZES:
        here = times[f"BM_Given/{count}"]
        cells = [f"{count:9} {here:8.2f}"]
        for method in ("plain", "scipy"):
            if method == "plain" and count not in PLAIN_SIZES:
                cells.append(f"{'-':>9} {'-':>6}")
                continue
            other = reference_time(program, sentences, method, count)
            cells.append(f"{other:9.1f} {other / here:6.1f}")
        print(" ".join(cells))
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", default="build/bench/summary_bench")
    parser.add_argument("--reference", help="the program to compare with")
    parser.add_argument("--sentences", help="a file of sentences, one per line")
    options = parser.parse_args()
    print("load of the machine:", " ".join(f"{load:.1f}" for load in os.getloadavg()))
    if options.reference and options.sentences:
        times = compare(options.bench, options.reference, options.sentences)
    else:
        times = engine_times(options.bench, options.sentences)
    for name, milliseconds in times.items():
        if not name.startswith("BM_Given") or not options.reference:
            print(f"{name:20} {milliseconds:8.2f} ms")


if __name__ == "__main__":
    main()
