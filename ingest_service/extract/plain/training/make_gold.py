#!/usr/bin/python3
"""make_gold.py HTML_DIR GOLD.json NORMALIZED.jsonl GOLD_OUT.json LIST_OUT: gold texts of the pages, for the dumps.

Pages of GOLD.json that have a text keep it. Of those that have segments only (lists "with" and "without"), what our own
extraction of the HTML left (NORMALIZED.jsonl, of `polygist batch normalize`) is the gold text where it holds all segments
that belong to the article and none that does not; the others are left out. LIST_OUT holds lines "page<TAB>charset"."""
import json, os, re, sys


def folded(text):
    return re.sub(r'\s+', ' ', text).strip()


def agrees(text, page):
    whole = folded(text)
    return all(folded(s) in whole for s in page['with']) and not any(folded(s) in whole for s in page['without'])


def main():
    folder, gold_file, normalized, gold_out, list_out = sys.argv[1:6]
    texts = {r['id']: r.get('text', '') for r in map(json.loads, open(normalized, encoding='utf-8'))}
    pages = {}
    for page, gold in sorted(json.load(open(gold_file, encoding='utf-8')).items()):
        if not os.path.exists(os.path.join(folder, page + '.html')):
            continue
        if 'text' not in gold and not agrees(texts.get(page, ''), gold):
            continue
        pages[page] = dict(gold, text=gold.get('text', texts.get(page)))
    with open(gold_out, 'w', encoding='utf-8') as out:
        json.dump(pages, out, ensure_ascii=False)
    with open(list_out, 'w', encoding='utf-8') as out:
        out.writelines('%s\t%s\n' % (page, gold.get('charset') or 'utf-8') for page, gold in pages.items())
    print(len(pages), 'pages with gold', file=sys.stderr)


if __name__ == '__main__':
    main()
