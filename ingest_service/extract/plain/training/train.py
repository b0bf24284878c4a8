#!/usr/bin/python3
"""train.py DUMPS.jsonl[,DUMPS.jsonl...] DUMP_FEATURES MODEL.tsv [--folds N]: fits the furniture model of plain text.

DUMPS.jsonl come from dump_pages.py, DUMP_FEATURES is the built dump_plain_features. A unit is body when most of its
four-word shingles (or, when shorter, its words in a row) stand in the page's gold text and were not already used by
an earlier unit. Gradient-boosted trees (Friedman 2001) by XGBoost; units weigh (words + 2) / gold words, so that
a page counts as a page. With --folds, figures out of fold by site are printed instead of a model written.
Needs python3-numpy, python3-xgboost."""
import argparse, collections, hashlib, json, random, re, subprocess, sys, tempfile
import numpy as np, xgboost

W = re.compile(r'\w+')
FEATURES = 95
HEAVY = ['whole', 'bullets', 'links', 'browser', 'markdown', 'one-line']
BETTER = ['dense', 'slack', 'container', 'small-container', 'precise', 'paragraphs', 'readability', 'readability-glued',
          'readability-markdown']
TREES, DEPTH, RATE = 200, 5, .12


def pick(row):
    """Each page gives a whole one, which is long and like the others, the one on a single line, and three better dumps."""
    group = HEAVY if row['dump'] in HEAVY else BETTER
    order = sorted(group, key=lambda d: hashlib.md5((row['page'] + d).encode()).digest())
    return row['dump'] in order[:1 if group is HEAVY else 3] or row['dump'] == 'one-line'


def shingles(words):
    return collections.Counter(tuple(words[i:i + 4]) for i in range(len(words) - 3))


def label(units, text, gold):
    """1 for units that stand in the gold text, 0 for others, with words; in the order of the text."""
    gold_words = W.findall(gold)
    left = shingles(gold_words)
    joined = ' ' + ' '.join(gold_words) + ' '
    gold_lines = collections.Counter(' '.join(W.findall(l)) for l in gold.split('\n'))
    raw = text.encode('utf-8', 'replace')
    labels, counts = [], []
    for begin, end in units:
        words = W.findall(raw[begin:end].decode('utf-8', 'replace'))
        counts.append(len(words))
        if len(words) >= 4:
            s = shingles(words)
            hit = sum((s & left).values())
            good = hit >= .5 * sum(s.values())
            if good:
                left -= s
        else:
            line = ' '.join(words)
            good = bool(words) and (gold_lines[line] > 0 or (len(words) == 3 and f' {line} ' in joined))
            gold_lines[line] -= good
        labels.append(good)
    return labels, counts, len(gold_words)


def nearly_clean(row, noise, rng):
    """The article with some of the page's furniture, mostly what stands near it: what good extractors leave. Lists,
    results and other articles that do not look like running text are learned from these."""
    lines = [l for l in row['text'].split('\n') if l.strip()]
    offsets, at = [], 0
    for l in lines:
        size = len(l.encode('utf-8', 'replace'))
        offsets.append((at, at + size))
        at += size + 1
    good, _, _ = label(offsets, '\n'.join(lines), row['gold'])
    near = [any(good[max(0, i - 3):i + 4]) for i in range(len(lines))]
    keep = [l for l, g, n in zip(lines, good, near) if g or rng.random() < noise * (1 if n else .15)]
    return dict(row, dump='nearly-clean-%s' % noise, text=rng.choice(['\n', '\n\n']).join(keep))


def load(paths, dumper):
    rows = []
    for line in (line for path in paths.split(',') for line in open(path, encoding='utf-8')):
        row = json.loads(line)
        if not row['gold'] or len(W.findall(row['gold'])) < 40:
            continue
        rng = random.Random(row['page'] + row['dump'])
        if row['dump'] == 'whole':
            rows += [nearly_clean(row, noise, rng) for noise in (0, .06, .3)]
        if pick(row):
            # Scripts without capitals are read by the same model.
            if rng.random() < .15:
                row['text'], row['gold'] = row['text'].lower(), row['gold'].lower()
            rows.append(row)
    rows.sort(key=lambda r: (r['page'], r['dump']))
    features = tempfile.TemporaryFile()
    process = subprocess.Popen([dumper], stdin=subprocess.PIPE, stdout=features)
    for i, row in enumerate(rows):
        raw = row['text'].encode('utf-8', 'replace')
        process.stdin.write(b'%d %d\n' % (len(raw), i) + raw)
    process.stdin.close()
    process.wait()
    features.seek(0)
    data = np.frombuffer(features.read(), dtype=np.float32).reshape(-1, FEATURES + 3)
    y, w, kept = np.zeros(len(data), dtype=np.float32), np.zeros(len(data), dtype=np.float32), []
    starts = np.searchsorted(data[:, 0], np.arange(len(rows) + 1))
    for i, row in enumerate(rows):
        a, b = starts[i], starts[i + 1]
        labels, counts, gold = label(data[a:b, 1:3].astype(int), row['text'], row['gold'])
        y[a:b] = labels
        w[a:b] = [(c + 2) / gold for c in counts]
        # A dump that missed the article teaches nothing.
        if sum(c for c, l in zip(counts, labels) if l) < .3 * gold:
            w[a:b] = 0
    return rows, starts, data[:, 3:], y, w


def fit(x, y, w):
    matrix = xgboost.DMatrix(x, label=y, weight=np.minimum(w, 1.0))
    return xgboost.train({'objective': 'binary:logistic', 'max_depth': DEPTH, 'eta': RATE, 'subsample': .7, 'colsample_bytree': .5,
                          'min_child_weight': 2, 'lambda': 2, 'nthread': 2, 'tree_method': 'hist', 'max_bin': 64, 'seed': 1, 'base_score': .5},
                         matrix, TREES)


def report(rows, starts, p, y, w):
    kinds = collections.defaultdict(lambda: np.zeros(4))
    for i, row in enumerate(rows):
        a, b = starts[i], starts[i + 1]
        for t, threshold in enumerate((.3, .5)):
            keep = p[a:b] >= threshold
            true = w[a:b] * y[a:b]
            if true.sum() == 0:
                continue
            precision = true[keep].sum() / max(1e-9, w[a:b][keep].sum())
            recall = true[keep].sum() / true.sum()
            kinds[row['dump'], threshold] += [1, w[a:b][:].dot(y[a:b]) / w[a:b].sum(), precision, recall]
    for key, (n, before, precision, recall) in sorted(kinds.items()):
        print(f'{key[0]:22s} {key[1]} n={n:.0f} P {before / n:.3f} -> {precision / n:.3f} R {recall / n:.3f}')


def write(booster, path):
    """One line per node: tree, node, feature or -1, threshold or value, left, right. Smaller goes left."""
    with open(path, 'w') as f:
        f.write('# Furniture model of plain text: gradient-boosted trees. Made by training/train.py; see README.md.\n'
                '# One node a line: feature (-1: a leaf), threshold or value, left and right node, counted from the start of the tree.\n')
        for tree in booster.get_dump(dump_format='json'):
            nodes = {}

            def walk(node):
                nodes[node['nodeid']] = node
                for child in node.get('children', ()):
                    walk(child)
            walk(json.loads(tree))
            order = sorted(nodes)
            place = {n: i for i, n in enumerate(order)}
            f.write('tree %d\n' % len(order))
            for n in order:
                node = nodes[n]
                if 'leaf' in node:
                    f.write('-1\t%.5g\t0\t0\n' % node['leaf'])
                else:
                    f.write('%s\t%.9g\t%d\t%d\n' % (node['split'][1:], node['split_condition'], place[node['yes']], place[node['no']]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('dumps')
    parser.add_argument('dumper')
    parser.add_argument('model')
    parser.add_argument('--folds', type=int, default=0)
    a = parser.parse_args()
    rows, starts, x, y, w = load(a.dumps, a.dumper)
    print(len(rows), 'texts', len(y), 'units', 'body share %.3f' % y.mean(), file=sys.stderr)
    if a.folds:
        fold = np.array([int(hashlib.md5(r['site'].encode()).hexdigest(), 16) % a.folds for r in rows])
        unit_fold = np.repeat(fold, np.diff(starts))
        p = np.zeros(len(y))
        for k in range(a.folds):
            train = (unit_fold != k) & (w > 0)
            p[unit_fold == k] = fit(x[train], y[train], w[train]).predict(xgboost.DMatrix(x[unit_fold == k]))
            print('fold', k, file=sys.stderr)
            if k == 0 and a.folds > 4:
                break
        if a.folds > 4:
            w = np.where(unit_fold == 0, w, 0)
        report(rows, starts, p, y, w)
    else:
        write(fit(x[w > 0], y[w > 0], w[w > 0]), a.model)


if __name__ == '__main__':
    main()
