#!/usr/bin/python3
"""train.py DUMPS.jsonl[,DUMPS.jsonl...] DUMP_FEATURES LINE_MODEL.tsv CONTEXT_MODEL.tsv [--hold-out]: fits the two
furniture models of plain text.

DUMPS.jsonl come from dump_pages.py, dump_extractors.js and DumpBoilerpipe.java, DUMP_FEATURES is the built
dump_plain_features. A unit is body when most of its four-word shingles (or, when shorter, its words in a row) stand in
the page's gold text and were not already used by an earlier unit. Gradient-boosted trees (Friedman 2001) by XGBoost;
units weigh (words + 2) / gold words, so that a page counts as a page. The second model learns from what models of the
first kind say of sites that they were not trained on. With --hold-out, models of one half of the sites are written, and
figures for the other half printed.
Needs python3-numpy, python3-xgboost."""
import argparse, collections, hashlib, json, random, re, subprocess, sys, tempfile
import numpy as np, xgboost

W = re.compile(r'\w+')
LINE_FEATURES, CONTEXT_FEATURES = 104, 92
HEAVY = ['whole', 'bullets', 'links', 'browser', 'markdown', 'html-to-text']
BETTER = ['dense', 'slack', 'container', 'small-container', 'precise', 'paragraphs', 'readability', 'readability-glued',
          'readability-markdown']
EXTRACTORS = ['boilerpipe-article', 'boilerpipe-default', 'boilerpipe-largest', 'boilerpipe-words', 'mozilla-glued',
              'mozilla-one-line', 'mozilla-paragraphs', 'mozilla-plain', 'unfluff']
ON_ONE_LINE = 'one-line'
LINE_TREES, CONTEXT_TREES, DEPTH, RATE = 200, 150, 5, .12


def draw(*seed):
    return int(hashlib.md5(' '.join(seed).encode()).hexdigest(), 16)


def pick(row):
    """Each page gives a few dumps of each quality; whole pages are long and like each other."""
    for group, count in ((HEAVY, 2), (BETTER, 2), (EXTRACTORS, 4)):
        if row['dump'] in sorted(group, key=lambda d: draw(row['page'], d))[:count]:
            return True
    return row['dump'] == ON_ONE_LINE


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


def texts(paths):
    """The texts to learn from, in a fixed order. Dumps of extractors take the gold text of their page."""
    pages, rows = {}, []
    for line in (line for path in paths.split(',') for line in open(path, encoding='utf-8')):
        row = json.loads(line)
        if 'gold' in row:
            pages[row['page']] = row
        rows.append(row)
    kept = []
    for row in rows:
        page = pages.get(row['page'], {})
        row.update(gold=page.get('gold'), site=page.get('site'))
        if not row['gold'] or len(W.findall(row['gold'])) < 40 or len(W.findall(row['text'])) < 30:
            continue
        rng = random.Random(row['page'] + row['dump'])
        if row['dump'] == 'whole':
            kept += [nearly_clean(row, noise, rng) for noise in (0, .06, .3)]
        if pick(row):
            # Scripts without capitals are read by the same model.
            if rng.random() < .15:
                row['text'], row['gold'] = row['text'].lower(), row['gold'].lower()
            kept.append(row)
    return sorted(kept, key=lambda r: (r['page'], r['dump']))


def dump(dumper, rows, count, starts=None, log_odds=None):
    """Spans and features of all units; for the second model when the log-odds of the first are given."""
    features = tempfile.TemporaryFile()
    process = subprocess.Popen([dumper] + (['context'] if starts is not None else []), stdin=subprocess.PIPE, stdout=features)
    for i, row in enumerate(rows):
        raw = row['text'].encode('utf-8', 'replace')
        process.stdin.write(b'%d %d\n' % (len(raw), i) + raw)
        if starts is not None:
            process.stdin.write(log_odds[starts[i]:starts[i + 1]].astype(np.float64).tobytes())
    process.stdin.close()
    process.wait()
    features.seek(0)
    return np.frombuffer(features.read(), dtype=np.float32).reshape(-1, count + 3)


def targets(rows, starts, spans):
    y, w = np.zeros(len(spans), dtype=np.float32), np.zeros(len(spans), dtype=np.float32)
    for i, row in enumerate(rows):
        a, b = starts[i], starts[i + 1]
        labels, counts, gold = label(spans[a:b].astype(int), row['text'], row['gold'])
        y[a:b] = labels
        # A dump that missed the article teaches nothing.
        if sum(c for c, l in zip(counts, labels) if l) >= .3 * gold:
            w[a:b] = [(c + 2) / gold for c in counts]
    return y, w


def fit(x, y, w, trees):
    matrix = xgboost.DMatrix(x, label=y, weight=np.minimum(w, 1.0))
    return xgboost.train({'objective': 'binary:logistic', 'max_depth': DEPTH, 'eta': RATE, 'subsample': .7, 'colsample_bytree': .5,
                          'min_child_weight': 2, 'lambda': 2, 'nthread': 2, 'tree_method': 'hist', 'max_bin': 64, 'seed': 1, 'base_score': .5},
                         matrix, trees)


def log_odds_of(booster, x):
    return booster.predict(xgboost.DMatrix(x), output_margin=True)


def kind_of(row):
    return 'whole' if row['dump'] in HEAVY + [ON_ONE_LINE] else 'nearly clean' if row['dump'].startswith('nearly') else 'extracted'


def report(rows, starts, log_odds, y, w, chosen):
    kinds = collections.defaultdict(lambda: np.zeros(4))
    for i in chosen:
        a, b = starts[i], starts[i + 1]
        true = w[a:b] * y[a:b]
        if true.sum() == 0:
            continue
        for threshold in (-2, -1.5, -1, -.5, 0):
            keep = log_odds[a:b] >= threshold
            kinds[kind_of(rows[i]), threshold] += [1, true.sum() / w[a:b].sum(), true[keep].sum() / max(1e-9, w[a:b][keep].sum()),
                                                   true[keep].sum() / true.sum()]
    for (kind, threshold), (n, before, precision, recall) in sorted(kinds.items()):
        print(f'{kind:12s} {threshold:4} n={n:.0f} P {before / n:.3f} -> {precision / n:.3f} R {recall / n:.3f}')


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
    parser.add_argument('line_model')
    parser.add_argument('context_model')
    parser.add_argument('--hold-out', action='store_true')
    a = parser.parse_args()
    rows = texts(a.dumps)
    data = dump(a.dumper, rows, LINE_FEATURES)
    starts = np.searchsorted(data[:, 0], np.arange(len(rows) + 1))
    y, w = targets(rows, starts, data[:, 1:3])
    x = data[:, 3:]
    print(len(rows), 'texts', len(y), 'units', 'body share %.3f' % y.mean(), file=sys.stderr)
    half = np.array([draw(row['site']) % 2 for row in rows])
    unit_half = np.repeat(half, np.diff(starts))

    # Each half of the sites is judged by a model of the other half.
    halves = [fit(x[(unit_half == k) & (w > 0)], y[(unit_half == k) & (w > 0)], w[(unit_half == k) & (w > 0)], LINE_TREES) for k in (0, 1)]
    log_odds = np.zeros(len(y), dtype=np.float32)
    for k in (0, 1):
        log_odds[unit_half == k] = log_odds_of(halves[1 - k], x[unit_half == k])
    context = dump(a.dumper, rows, CONTEXT_FEATURES, starts, log_odds)[:, 3:]

    # Whole pages have most of the units and less to teach here.
    teaches = np.repeat([kind_of(row) != 'whole' or draw(row['page'], row['dump']) % 10 < 4 for row in rows], np.diff(starts)) & (w > 0)
    if a.hold_out:
        teaches &= unit_half == 0
    second = fit(context[teaches], y[teaches], w[teaches], CONTEXT_TREES)
    write(halves[0] if a.hold_out else fit(x[w > 0], y[w > 0], w[w > 0], LINE_TREES), a.line_model)
    write(second, a.context_model)
    if a.hold_out:
        chosen = np.flatnonzero(half == 1)
        for name, values in (('first model', log_odds), ('both', log_odds_of(second, context))):
            print(name)
            report(rows, starts, values, y, w, chosen)


if __name__ == '__main__':
    main()
