#!/usr/bin/python3
"""train.py DUMPS.jsonl[,DUMPS.jsonl...] DUMP_FEATURES LINE_MODEL.tsv CONTEXT_MODEL.tsv : fits the two
furniture models of plain text.

DUMPS.jsonl come from dump_pages.py, dump_extractors.js and DumpBoilerpipe.java, DUMP_FEATURES is the built
dump_plain_features. A unit is body when half of its words or more stand in the page's gold text (align.py).
Gradient-boosted trees (Friedman 2001) by XGBoost;
units weigh (words + 2) / gold words, so that a page counts as a page. The second model learns from what models of the
first kind say of sites that they were not trained on. Prints figures for one half of the sites, by models of the other half.
Needs python3-numpy, python3-xgboost."""
import argparse, collections, hashlib, json, multiprocessing, random, subprocess, sys, tempfile
import numpy as np, xgboost
from align import W, body_shares
from scripts import rewrite

LINE_FEATURES, CONTEXT_FEATURES = 107, 96
HEAVY = ['whole', 'bullets', 'links', 'browser', 'markdown', 'one-line']
BETTER = ['dense', 'slack', 'container', 'small-container', 'precise', 'paragraphs', 'readability', 'readability-glued',
          'readability-markdown']
EXTRACTORS = ['boilerpipe-article', 'boilerpipe-default', 'boilerpipe-largest', 'boilerpipe-words', 'mozilla-glued',
              'mozilla-one-line', 'mozilla-paragraphs', 'mozilla-plain', 'unfluff']
ALWAYS = ['one-line', 'html-to-text']
# Whole pages have most of the units and less to teach the second model: this share of them does.
TAUGHT_BY_WHOLE_PAGES = .4
LINE_TREES, CONTEXT_TREES, DEPTH, RATE = 300, 150, 5, .08
PROCESSES = 4


def draw(*seed):
    return int(hashlib.md5(''.join(seed).encode()).hexdigest(), 16)


def pick(row):
    """Each page gives a few dumps of each quality; whole pages are long and like each other."""
    for group, count in ((HEAVY, 2), (BETTER, 2), (EXTRACTORS, 4)):
        if row['dump'] in sorted(group, key=lambda d: draw(row['page'], d))[:count]:
            return True
    return row['dump'] in ALWAYS


def label(units, text, gold):
    """1 for units that are body, 0 for others, with words; in the order of the text."""
    raw = text.encode('utf-8', 'replace')
    words = [W.findall(raw[begin:end].decode('utf-8', 'replace')) for begin, end in units]
    return [share >= .5 for share in body_shares(words, gold)], [len(w) for w in words], len(W.findall(gold))


def good_lines(text, gold):
    """The lines of a text, and which of them are body."""
    lines = [l for l in text.split('\n') if l.strip()]
    offsets, at = [], 0
    for l in lines:
        size = len(l.encode('utf-8', 'replace'))
        offsets.append((at, at + size))
        at += size + 1
    return lines, label(offsets, '\n'.join(lines), gold)[0]


def nearly_clean(row, noise, rng):
    """The article with some of the page's furniture, mostly what stands near it: what good extractors leave. Lists,
    results and other articles that do not look like running text are learned from these."""
    lines, good = good_lines(row['text'], row['gold'])
    near = [any(good[max(0, i - 3):i + 4]) for i in range(len(lines))]
    keep = [l for l, g, n in zip(lines, good, near) if g or rng.random() < noise * (1 if n else .15)]
    return dict(row, dump='nearly-clean-%s' % noise, text=rng.choice(['\n', '\n\n']).join(keep))


def excerpt(row, number, rng):
    """A short article as it is copied from a page: both ends of the article, and often what stands next to them. Most
    articles of the pages are long, and a few lines behind a short one are another thing than behind those."""
    lines, good = good_lines(row['text'], row['gold'])
    if not any(good):
        return dict(row, text='')
    first, last = good.index(True), len(good) - 1 - good[::-1].index(True)
    most = rng.choice([30, 60, 100, 150])
    counts = [len(W.findall(l)) * g for l, g in zip(lines, good)]
    head, tail = first, last + 1
    while head <= last and sum(counts[first:head]) < most:
        head += 1
    while tail > head and sum(counts[tail:last + 1]) < most:
        tail -= 1
    before, after = (rng.choice([0, rng.randint(1, 12)]) for _ in range(2))
    keep = list(range(max(0, first - before), head)) + list(range(tail, min(len(lines), last + 1 + after)))
    return dict(row, dump='excerpt-%d' % number, text=rng.choice(['\n', '\n\n']).join(lines[i] for i in keep),
                gold='\n'.join(lines[i] for i in keep if good[i]))


def texts(paths):
    """The texts to learn from, in a fixed order. Dumps of extractors come after those of dump_pages.py and take their gold."""
    pages, kept = {}, []
    for line in (line for path in paths.split(',') for line in open(path, encoding='utf-8')):
        row = json.loads(line)
        page = pages.setdefault(row['page'], {k: row[k] for k in ('gold', 'site')} if 'gold' in row else {})
        row.update(page)
        if not row.get('gold') or len(W.findall(row['gold'])) < 40 or len(W.findall(row['text'])) < 30:
            continue
        rng = random.Random(row['page'] + row['dump'])
        made = []
        if row['dump'] == 'whole':
            made = [nearly_clean(row, noise, rng) for noise in (0, .06, .3)] + [excerpt(row, number, rng) for number in (1, 2)]
        for text in made + [row] * pick(row):
            # Scripts without capitals are read by the same model.
            change = rewrite(rng.random())
            kept.append(dict(text, text=change(text['text']), gold=change(text['gold'])) if change else text)
    return sorted(kept, key=lambda r: (r['page'], r['dump']))


def dump(dumper, rows, count, log_odds=None):
    """Spans and features of all units of each text; for the second model when the log-odds of the first are given."""
    with tempfile.TemporaryFile() as features:
        process = subprocess.Popen([dumper] + (['context'] if log_odds else []), stdin=subprocess.PIPE, stdout=features)
        for i, row in enumerate(rows):
            raw = row['text'].encode('utf-8', 'replace')
            process.stdin.write(b'%d %d\n' % (len(raw), i) + raw)
            if log_odds:
                process.stdin.write(log_odds[i].astype(np.float64).tobytes())
        process.stdin.close()
        process.wait()
        features.seek(0)
        data = np.frombuffer(features.read(), dtype=np.float32).reshape(-1, count + 3)
    starts = np.searchsorted(data[:, 0], np.arange(1, len(rows)))
    return np.split(data[:, 1:], starts)


def targets(row, spans):
    """Labels and weights of the units of a text."""
    labels, counts, gold = label(spans.astype(int), row['text'], row['gold'])
    weights = np.array([(c + 2) / gold for c in counts], dtype=np.float32)
    # A dump that missed the article teaches nothing.
    missed = sum(c for c, l in zip(counts, labels) if l) < .3 * gold
    return np.array(labels, dtype=np.float32), weights * (not missed)


def line_part(job):
    dumper, rows = job
    data = dump(dumper, rows, LINE_FEATURES)
    return [(units[:, 2:], *targets(row, units[:, :2])) for row, units in zip(rows, data)]


def context_part(job):
    dumper, rows, log_odds = job
    return [units[:, 2:] for units in dump(dumper, rows, CONTEXT_FEATURES, log_odds)]


def in_parts(pool, work, dumper, *lists):
    """What `work` makes of each part of the lists, in their order."""
    size = -(-len(lists[0]) // (PROCESSES * 4))
    jobs = [(dumper, *(l[i:i + size] for l in lists)) for i in range(0, len(lists[0]), size)]
    return [result for part in pool.imap(work, jobs) for result in part]


def fitted(job):
    """Trees learned from some units of DATA, and what they say of others. One thread: their number is part of the result."""
    learned, judged, trees = job
    x, y, w = DATA
    learned = learned & (w > 0)
    matrix = xgboost.QuantileDMatrix(x[learned], label=y[learned], weight=np.minimum(w[learned], 1.0), max_bin=64, nthread=1)
    booster = xgboost.train({'objective': 'binary:logistic', 'max_depth': DEPTH, 'eta': RATE, 'subsample': .7,
                             'colsample_bytree': .3, 'min_child_weight': 2, 'lambda': 2, 'nthread': 1, 'tree_method': 'hist',
                             'max_bin': 64, 'seed': 1, 'base_score': .5}, matrix, trees)
    said = booster.predict(xgboost.DMatrix(x[judged], nthread=1), output_margin=True) if judged.any() else None
    return booster.get_dump(dump_format='json'), said


def fit(data, jobs):
    """What `fitted` makes of each job over `data`, side by side. The processes read the data of this one."""
    global DATA
    DATA = data
    with multiprocessing.Pool(len(jobs)) as pool:
        return pool.map(fitted, jobs, chunksize=1)


def kind_of(row):
    made = {'nearly': 'nearly clean', 'excerpt': 'excerpt'}
    return 'whole' if row['dump'] in HEAVY + ALWAYS else made.get(row['dump'].split('-')[0], 'extracted')


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


def write(trees, path):
    """One line per node: tree, node, feature or -1, threshold or value, left, right. Smaller goes left."""
    with open(path, 'w') as f:
        f.write('# Furniture model of plain text: gradient-boosted trees. Made by training/train.py; see README.md.\n'
                '# One node a line: feature (-1: a leaf), threshold or value, left and right node, counted from the start of the tree.\n')
        for tree in trees:
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
    a = parser.parse_args()
    pool = multiprocessing.Pool(PROCESSES)
    rows = texts(a.dumps)
    parts = in_parts(pool, line_part, a.dumper, rows)
    x, y, w = (np.concatenate([part[k] for part in parts]) for k in range(3))
    starts = np.concatenate([[0], np.cumsum([len(part[1]) for part in parts])])
    del parts
    print(len(rows), 'texts', len(y), 'units', 'body share %.3f' % y.mean(), file=sys.stderr)
    half = np.array([draw(row['site']) % 2 for row in rows])
    unit_half = np.repeat(half, np.diff(starts))

    every, none = np.ones(len(y), dtype=bool), np.zeros(len(y), dtype=bool)
    # Each half of the sites is judged by a model of the other half.
    jobs = [(unit_half != k, unit_half == k, LINE_TREES) for k in (0, 1)] + [(every, none, LINE_TREES)]
    (_, first), (_, second), (trees, _) = fit((x, y, w), jobs)
    write(trees, a.line_model)
    log_odds = np.zeros(len(y), dtype=np.float32)
    log_odds[unit_half == 0], log_odds[unit_half == 1] = first, second
    print('first models fitted', file=sys.stderr)
    x = np.concatenate(in_parts(pool, context_part, a.dumper, rows, np.split(log_odds, starts[1:-1])))
    teaches = np.repeat([kind_of(row) != 'whole' or draw(row['page'], row['dump']) % 100 < 100 * TAUGHT_BY_WHOLE_PAGES for row in rows],
                        np.diff(starts))
    (_, both), (trees, _) = fit((x, y, w), [(teaches & (unit_half == 0), every, CONTEXT_TREES), (teaches, none, CONTEXT_TREES)])
    write(trees, a.context_model)
    for name, values in (('first model', log_odds), ('both', both)):
        print(name)
        report(rows, starts, values, y, w, np.flatnonzero(half == 1))


if __name__ == '__main__':
    main()
