"""Gold labels for blocks: which blocks of a page its reference text holds.

Reads what dump_blocks wrote and a reference file {page: {"text"| "articleBody": ..., "with": [...], "without": [...],
"url": ...}}. A page with a reference text is aligned word by word; one with segments only yields labels for the blocks
that hold a segment and none for the others.
"""
import bisect
import re
from collections import defaultdict

import numpy as np

WORD = re.compile(r"\w+")
SHINGLE = 4
UNKNOWN = -1
MAX_PAGE_WEIGHT = 5.0


def words_of(text):
    return WORD.findall(text.lower())


def read_dump(prefix):
    """Returns feature names, matrix, and per page the range of its rows and the block texts."""
    names = open(prefix + ".names").read().split("\n")[:-1]
    matrix = np.fromfile(prefix + ".f32", dtype="<f4").reshape(-1, len(names))
    pages, texts, kinds = {}, [], []
    with open(prefix + ".tsv", encoding="utf-8", newline="\n") as file:
        for row, line in enumerate(file):
            page, kind, level, text = line.rstrip("\n").split("\t", 3)
            pages.setdefault(page, [row, row])[1] = row + 1
            texts.append(text)
            kinds.append((int(kind), int(level)))
    assert len(texts) == len(matrix)
    return names, matrix, pages, texts, kinds


def longest_chain(candidates):
    """The heaviest chain of (block, position, weight) that ascends in both; blocks ascend already."""
    best, ends = [], []  # ends: sorted (position, total, index) frontier
    for index, (_, position, weight) in enumerate(candidates):
        at = bisect.bisect_right(ends, (position, float("inf"), 0))
        before = ends[at - 1] if at else (None, 0, -1)
        total = before[1] + weight
        best.append(before[2])
        while at < len(ends) and ends[at][1] <= total:
            del ends[at]
        ends.insert(at, (position, total, index))
    chain, index = [], ends[-1][2] if ends else -1
    while index >= 0:
        chain.append(candidates[index])
        index = best[index]
    return chain[::-1]


def find_sequence(gold, words, begin, end):
    for at in range(begin, end - len(words) + 1):
        if gold[at] == words[0] and gold[at:at + len(words)] == words:
            return at
    return -1


def label_by_text(gold_text, block_texts):
    gold = words_of(gold_text)
    where = defaultdict(list)
    for at in range(len(gold) - SHINGLE + 1):
        where[tuple(gold[at:at + SHINGLE])].append(at)
    blocks = [words_of(text) for text in block_texts]
    labels = np.zeros(len(blocks), dtype=int)
    candidates = []
    for index, words in enumerate(blocks):
        shingles = [tuple(words[i:i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]
        if not shingles:
            continue
        hits = [where[s][0] - i for i, s in enumerate(shingles) if s in where]
        if len(hits) >= 0.6 * len(shingles):
            candidates.append((index, sorted(hits)[len(hits) // 2], len(words)))
    chain = longest_chain(candidates)
    covered = set()
    for index, position, _ in chain:
        labels[index] = 1
        covered.update(range(position, position + len(blocks[index])))
    in_chain = {index for index, _, _ in chain}
    for index, position, weight in candidates:  # Moved text: right unless what it says is there already.
        span = range(position, position + weight)
        if index not in in_chain and sum(p in covered for p in span) < 0.5 * weight:
            labels[index] = 1
            covered.update(span)
    label_short_blocks(gold, blocks, chain, labels)
    return labels


def label_short_blocks(gold, blocks, chain, labels):
    """Blocks too short for a shingle count when the reference has them between what surrounds them."""
    if not chain:
        return
    bounds = [(-1, 0, 0)] + chain + [(len(blocks), len(gold), 0)]
    for (left, left_at, left_len), (right, right_at, _) in zip(bounds, bounds[1:]):
        at = max(0, left_at) + left_len
        for index in range(left + 1, right):
            words = blocks[index]
            if not words or len(words) >= SHINGLE or labels[index]:
                continue
            found = find_sequence(gold, words, at, min(right_at + 1, at + 40, len(gold)))
            if found >= 0:
                labels[index] = 1
                at = found + len(words)


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def label_by_segments(gold, block_texts):
    labels = np.full(len(block_texts), UNKNOWN)
    texts = [squeeze(text) for text in block_texts]
    for segment in gold["without"]:
        for index, text in enumerate(texts):
            if squeeze(segment) in text:
                labels[index] = 0
    for segment in gold["with"]:
        holders = [i for i, text in enumerate(texts) if squeeze(segment) in text]
        if holders:
            labels[max(holders, key=lambda i: len(texts[i]))] = 1
    return labels


def label_page(gold, block_texts):
    """Labels (1, 0 or UNKNOWN) and the weight of each block in training."""
    text = gold.get("text", gold.get("articleBody"))
    if text is not None:
        total = max(100, len(words_of(text)))
        labels = label_by_text(text, block_texts)
        weights = np.array([(len(words_of(t)) + 2) / total for t in block_texts])
        # A page of little text and much furniture must not outweigh the others.
        return labels, weights * min(1.0, MAX_PAGE_WEIGHT / max(weights.sum(), 1e-9))
    labels = label_by_segments(gold, block_texts)
    known = max(1, int((labels != UNKNOWN).sum()))
    return labels, np.where(labels != UNKNOWN, 1.0 / known, 0.0)
