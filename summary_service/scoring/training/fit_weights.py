#!/usr/bin/python3
"""Fits the weights of scoring/bigram_values.h and says how well they carry over.

  fit_weights.py BUILD_DIR TOPICS.jsonl [OTHER.jsonl ...] [--write]

Needs Debian's python3-numpy. BUILD_DIR holds bin/summary_eval and bin/summary_features. TOPICS.jsonl, one topic
per line, {"topic", "lang", "articles", "budget", "references"}, are fitted to; topics whose names begin with the
same four characters are translations of each other and stay in one fold. OTHER.jsonl are only scored.

1. Logistic regression (Newton, L2 = 1) of "a reference holds the bigram" on its features, all topics.
2. Leave one fold out: weights without it, summaries of it, recall of its references' bigrams.
3. The weights of all topics on OTHER. The fitted weights are printed, and written with --write.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.path.join(HERE, "..", "data", "score_weights.tsv")
FEATURES = ["frequency", "early", "earliest", "title", "words", "centrality", "quotation"]
# Rewards what is likely over what is barely possible. 1.0 to 1.6 give the same within noise, 2 loses a point.
SHARPNESS = 1.3
WORD = re.compile(r"[^\W_]+")


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [line for line in file if line.strip()]


def measure(build, lines):
    """-> fold names, share of references that hold each bigram, features."""
    done = subprocess.run([os.path.join(build, "bin/summary_features")], input="".join(lines), text=True,
                          capture_output=True, check=True)
    folds, held, features = [], [], []
    for line in done.stdout.splitlines():
        columns = line.split("\t")
        folds.append(columns[0][:4])
        held.append(int(columns[2]) / int(columns[3]))
        features.append([float(value) for value in columns[4:]])
    return np.array(folds), np.array(held), np.array(features)


def fit(features, held):
    """Weighted Newton steps for the logistic likelihood; the bias is not penalised."""
    rows = np.hstack([np.ones((len(features), 1)), features])
    penalty = np.r_[0, np.ones(features.shape[1])]
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (held - chance) - penalty * weights
        hessian = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def as_tsv(weights):
    lines = [("bias", weights[0])] + list(zip(FEATURES, weights[1:])) + [("sharpness", SHARPNESS)]
    return "".join(f"{name}\t{value:.6f}\n" for name, value in lines)


def bigrams(text):
    words = WORD.findall(text.lower())
    return collections.Counter(zip(words, words[1:]))


def score(build, weights, lines):
    """Mean F measure of word bigrams against each reference, in percent, by topic."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        file.write(as_tsv(weights))
        file.flush()
        done = subprocess.run([os.path.join(build, "bin/summary_eval"), f"--weights={file.name}"],
                              input="".join(lines), text=True, capture_output=True, check=True)
    results = []
    for line, out in zip(lines, done.stdout.splitlines()):
        mine = bigrams(json.loads(out)["summary"])
        hits = total = 0
        for reference in json.loads(line)["references"]:
            other = bigrams(reference)
            hits += 2 * sum((mine & other).values())
            total += sum(mine.values()) + sum(other.values())
        results.append(100 * hits / max(1, total))
    return np.array(results)


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    build, topics, others = arguments[0], arguments[1], arguments[2:]
    lines = read_lines(topics)
    folds, held, features = measure(build, lines)
    names = np.array([json.loads(line)["topic"][:4] for line in lines])
    out_of_fold = np.zeros(len(lines))
    for fold in sorted(set(folds)):
        weights = fit(features[folds != fold], held[folds != fold])
        chosen = np.flatnonzero(names == fold)
        out_of_fold[chosen] = score(build, weights, [lines[i] for i in chosen])
        print(fold, np.round(weights, 2), f"{out_of_fold[chosen].mean():.2f}")
    weights = fit(features, held)
    print(f"{topics}: out of fold {out_of_fold.mean():.2f}, in fold {score(build, weights, lines).mean():.2f}")
    for other in others:
        print(f"{other}: {score(build, weights, read_lines(other)).mean():.2f}")
    print(as_tsv(weights), end="")
    if "--write" in sys.argv:
        head = [line for line in read_lines(WEIGHTS) if line.startswith("#")]
        with open(WEIGHTS, "w", encoding="utf-8") as file:
            file.write("".join(head) + as_tsv(weights))


if __name__ == "__main__":
    main()
