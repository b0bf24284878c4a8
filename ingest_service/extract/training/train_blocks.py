#!/usr/bin/env python3
"""Trains the block classifier (../data/block_model.tsv) and reports figures on sites that training did not see.

  train_blocks.py MODEL.tsv DUMP=GOLD.json [DUMP=GOLD.json ...]

DUMP is a prefix written by dump_blocks. Beside each DUMP it writes DUMP.fold<k>.tsv, a model trained without the sites
of fold k, and DUMP.fold<k>.pages, the pages of those sites, for extract_pages. Needs Debian's python3-xgboost and python3-numpy. Folds are by site (host of
the page's address without "www."), so no site is in training and test at once. Deterministic: fixed seed, one thread
order; pages in the order of their names.
"""
import json
import sys
import zlib
from urllib.parse import urlsplit

import numpy as np
import xgboost as xgb

from label_blocks import UNKNOWN, label_page, read_dump

FOLDS = 5
ROUNDS = 200
# Three trees a round, averaged: what one column sample decides by chance weighs less.
PARAMETERS = {
    "objective": "binary:logistic", "max_depth": 4, "eta": 0.09, "num_parallel_tree": 3, "tree_method": "hist",
    "max_bin": 64, "subsample": 0.8, "colsample_bytree": 0.3, "min_child_weight": 0.5, "lambda": 2.0, "seed": 7, "nthread": 1, "base_score": 0.5,
}


def site_of(gold, page):
    host = urlsplit(gold.get("url") or "").netloc.lower()
    return host[4:] if host.startswith("www.") else host or page


def load(argument):
    prefix, gold_path = argument.split("=")
    gold = json.load(open(gold_path))
    names, matrix, pages, texts, kinds = read_dump(prefix)
    labels = np.full(len(texts), UNKNOWN)
    weights = np.zeros(len(texts))
    folds = np.full(len(texts), -1)
    for page, (begin, end) in pages.items():
        if page not in gold:
            continue
        labels[begin:end], weights[begin:end] = label_page(gold[page], texts[begin:end])
        folds[begin:end] = zlib.crc32(site_of(gold[page], page).encode()) % FOLDS
    return {"prefix": prefix, "gold": gold, "names": names, "matrix": matrix, "pages": pages, "texts": texts,
            "kinds": kinds, "labels": labels, "weights": weights, "folds": folds}


def thinned(matrix, labels, weights):
    """Rows to train on: two thirds of the short blocks that are not article text are left out, the rest counts more."""
    known = labels != UNKNOWN
    short = known & (labels == 0) & (matrix[:, 1] < np.log1p(6))
    dropped = short & (np.arange(len(labels)) * 2654435761 % 3 != 0)
    weights[short & ~dropped] *= 3
    return known & ~dropped


def fit(matrix, labels, weights):
    weights = weights.copy()
    known = thinned(matrix, labels, weights)
    weights = weights[known]
    data = xgb.DMatrix(matrix[known], labels[known], weight=weights / weights.mean())
    return xgb.train(PARAMETERS, data, ROUNDS)


def write_model(booster, names, path):
    """One line per node; XGBoost's "x < threshold goes left" is kept, and no value is ever missing."""
    with open(path, "w") as file:
        file.write("# Gradient-boosted trees over the features of block_features.h, written by training/train_blocks.py.\n")
        file.write("# tree, node, feature, threshold, child when less, child when not; or tree, node, leaf, value\n")
        file.write("base\t0\n")
        for tree, dump in enumerate(booster.get_dump(dump_format="json")):
            nodes, todo = [], [json.loads(dump)]
            number = {}
            while todo:  # Breadth first: children come after their parent.
                node = todo.pop(0)
                number[node["nodeid"]] = len(nodes)
                nodes.append(node)
                todo.extend(node.get("children", []))
            for index, node in enumerate(nodes):
                if "leaf" in node:
                    file.write(f"{tree}\t{index}\tleaf\t{node['leaf']:.6g}\n")
                else:
                    feature = int(node["split"][1:])
                    file.write(f"{tree}\t{index}\t{feature}\t{np.float32(node['split_condition']):.9g}\t"
                               f"{number[node['yes']]}\t{number[node['no']]}\n")


def main():
    sets = [load(argument) for argument in sys.argv[2:]]
    matrix = np.concatenate([s["matrix"] for s in sets])
    labels = np.concatenate([s["labels"] for s in sets])
    weights = np.concatenate([s["weights"] for s in sets])
    folds = np.concatenate([s["folds"] for s in sets])
    unseen = np.zeros(len(labels), dtype=np.float32)
    for fold in range(FOLDS):
        booster = fit(matrix[folds != fold], labels[folds != fold], weights[folds != fold])
        unseen[folds == fold] = booster.predict(xgb.DMatrix(matrix[folds == fold]))
        for s in sets:
            write_model(booster, s["names"], f"{s['prefix']}.fold{fold}.tsv")
            with open(f"{s['prefix']}.fold{fold}.pages", "w") as file:
                file.writelines(page + "\n" for page, (begin, _) in s["pages"].items() if s["folds"][begin] == fold)
    known = labels != UNKNOWN
    error = ((unseen > 0.5) != (labels == 1))[known]
    print(f"weighted error on unseen sites {np.average(error, weights=weights[known]):.4f}")
    booster = fit(matrix, labels, weights)
    write_model(booster, sets[0]["names"], sys.argv[1])
    gains = sorted(((g, sets[0]["names"][int(f[1:])]) for f, g in booster.get_score(importance_type="total_gain").items()), reverse=True)
    for gain, name in gains[:40]:
        print(f"{gain:10.1f} {name}")


if __name__ == "__main__":
    main()
