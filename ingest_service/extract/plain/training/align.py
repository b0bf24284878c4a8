"""Which words of a text stand in the page's gold text: greedy string tiling (Wise 1993).

Runs of words that both have in common, over the borders of units, are taken longest first; no word of either is used
twice. So a short heading counts by the paragraphs it stands between, and of a paragraph and the teaser that repeats its
first sentence the paragraph counts."""
import collections, heapq, re

# Ideographs and kana are words.
W = re.compile(r'[\u2E80-\u9FFF]|[^\W\u2E80-\u9FFF]+')
RUN = 4  # Words; shorter runs are chance.
MAX_PLACES = 50  # In the gold text, of the same words.


def common_runs(words, gold):
    """(-length, place in words, place in gold) of the longest run from each word on that no longer run has covered."""
    places = collections.defaultdict(list)
    for j in range(len(gold) - RUN + 1):
        places[tuple(gold[j:j + RUN])].append(j)
    runs, i = [], 0
    while i <= len(words) - RUN:
        best, where = 0, 0
        for j in places.get(tuple(words[i:i + RUN]), ())[:MAX_PLACES]:
            n = RUN
            while i + n < len(words) and j + n < len(gold) and words[i + n] == gold[j + n]:
                n += 1
            if n > best:
                best, where = n, j
        if best:
            runs.append((-best, i, where))
        i += max(1, best - RUN + 1)
    return runs


def tiled(words, gold):
    """For each word whether it stands in a run of the gold text."""
    runs = common_runs(words, gold)
    heapq.heapify(runs)
    in_words, in_gold = bytearray(len(words)), bytearray(len(gold))
    while runs:
        length, i, j = heapq.heappop(runs)
        length = -length
        free = [not in_words[i + k] and not in_gold[j + k] for k in range(length)]
        if all(free):
            in_words[i:i + length] = in_gold[j:j + length] = b'\1' * length
            continue
        begin = free.index(True) if True in free else length
        end = free.index(False, begin) if False in free[begin:] else length
        for a, b in ((begin, end), (end, length)):
            if b - a >= RUN:
                heapq.heappush(runs, (a - b, i + a, j + a))
    return in_words


def body_shares(units, gold_text):
    """For each unit, a list of words, the share of them that stand in the gold text. A unit too short for a run of its own
    counts too where it is a line of the gold text, or three words of it in a row."""
    gold = W.findall(gold_text)
    covered = tiled([word for unit in units for word in unit], gold)
    lines = collections.Counter(' '.join(W.findall(line)) for line in gold_text.split('\n'))
    joined = ' ' + ' '.join(gold) + ' '
    shares, at = [], 0
    for unit in units:
        share = sum(covered[at:at + len(unit)]) / max(1, len(unit))
        at += len(unit)
        if 0 < len(unit) < RUN:
            line = ' '.join(unit)
            if lines[line] > 0 or (len(unit) == RUN - 1 and f' {line} ' in joined):
                share = 1.0
            lines[line] -= share == 1.0
        shares.append(share)
    return shares
