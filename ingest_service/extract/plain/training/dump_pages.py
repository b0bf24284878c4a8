#!/usr/bin/python3
"""dump_pages.py HTML_DIR GOLD.json OUT.jsonl: texts as extractors of differing quality leave them, with gold.

Each page is turned to text in many crude ways: whole pages (with and without line structure, with link targets,
as Markdown, wrapped by a text browser), slices by density, containers, paragraphs only. A line of OUT holds
{"page", "site", "dump", "text", "gold"}. The pages are no part of this project: see README.md.
Needs python3-lxml, python3-html2text, python3-readability, w3m."""
import json, multiprocessing, os, random, re, subprocess, sys
from urllib.parse import urlparse
import html2text, lxml.html, readability

BLOCK = set('address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 '
            'header hr li main nav noscript ol option p pre section select table tbody td tfoot th thead tr ul title'.split())
SKIP = set('script style template svg head'.split())
W = re.compile(r'\w+')


def parse(html):
    try:
        return lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
    except Exception:
        return None


def blocks(root, links=False, bullets=False, cells=False, skip=SKIP):
    """Lines of text, one per block element; (text, link share, tag) each."""
    out, cur = [], {'t': [], 'l': 0, 'tag': ''}

    def flush():
        text = re.sub(r'\s+', ' ', ''.join(cur['t'])).strip()
        if text:
            out.append((text, cur['l'] / max(1, len(text)), cur['tag']))
        cur['t'], cur['l'], cur['tag'] = [], 0, ''

    def walk(e, in_link):
        if not isinstance(e.tag, str) or e.tag in skip:
            return
        block = e.tag in BLOCK and not (cells and e.tag in ('td', 'th'))
        if block:
            flush()
            cur['tag'] = e.tag
            if bullets and e.tag == 'li':
                cur['t'].append('* ')
        link = in_link or e.tag == 'a'
        if e.text:
            cur['t'].append(e.text)
            cur['l'] += len(e.text) if link else 0
        for c in e:
            walk(c, link)
            if c.tail:
                cur['t'].append(c.tail)
                cur['l'] += len(c.tail) if link else 0
        if links and e.tag == 'a' and e.get('href'):
            cur['t'].append(' (%s)' % e.get('href'))
        if cells and e.tag in ('td', 'th'):
            cur['t'].append('   ')
        if block:
            flush()

    sys.setrecursionlimit(20000)
    walk(root, False)
    flush()
    return out


def lines(bs, sep='\n'):
    return sep.join(b[0] for b in bs)


def body(doc):
    b = doc.find('.//body')
    return doc if b is None else b


def one_line(doc):
    return ' '.join(t.strip() for t in doc.xpath('//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]') if t.strip())


def glued(e):
    """textContent: nothing between blocks but what white space the source has."""
    return re.sub(r'[ \t\n\r]+', ' ', ''.join(e.itertext())).strip()


def text_browser(html, rng):
    try:
        r = subprocess.run(['w3m', '-dump', '-T', 'text/html', '-cols', str(rng.choice([70, 80, 100])), '-I', 'UTF-8', '-O', 'UTF-8'],
                           input=html, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=20)
        return r.stdout.decode('utf-8', 'replace')
    except Exception:
        return ''


def markdown(html, rng, wrap, ignore_links, reference):
    h = html2text.HTML2Text()
    h.body_width = wrap
    h.ignore_links = ignore_links
    h.inline_links = not reference
    h.ignore_images = rng.random() < .5
    try:
        return h.handle(html)
    except Exception:
        return ''


def dense(bs):
    """The slice from the first to the last dense block, with what stands between (as boilerpipe does, loosely)."""
    good = [i for i, b in enumerate(bs) if len(W.findall(b[0])) >= 15 and b[1] < .4]
    return bs[good[0]:good[-1] + 1] if good else bs


def slack(bs, rng):
    good = [i for i, b in enumerate(bs) if len(W.findall(b[0])) >= 15 and b[1] < .4]
    if not good:
        return bs
    a = max(0, good[0] - rng.randint(0, 12))
    return bs[a:good[-1] + 1 + rng.randint(0, 12)]


def container(doc, share):
    """The deepest element that holds `share` of the paragraph text."""
    def weight(e):
        return sum(len(p.text_content()) for p in e.iter('p') if len(p.text_content()) > 60)
    cur = body(doc)
    total = weight(cur)
    while total:
        best = max(((weight(c), -i, c) for i, c in enumerate(cur) if isinstance(c.tag, str)), default=(0, 0, None))
        if best[0] < share * total:
            break
        cur = best[2]
    return cur


def precise(doc, rng):
    """Paragraphs, headings and list items of the container, with a few short lines kept."""
    out = []
    for text, link, tag in blocks(container(doc, .6)):
        n = len(W.findall(text))
        if (tag in ('p', 'blockquote') and n >= 3 and link < .6) or (tag in ('li', 'h2', 'h3') and link < .3) or (n > 12 and link < .3):
            out.append((text, link, tag))
    return out


def dumps(html, rng):
    doc = parse(html)
    if doc is None:
        return {}
    page = body(doc)
    whole = blocks(page)
    title = ' '.join((doc.findtext('.//title') or '').split())
    out = {'whole': (title + '\n\n' if rng.random() < .6 else '') + lines(whole, rng.choice(['\n', '\n\n'])),
           'bullets': lines(blocks(page, bullets=True, cells=True)),
           'links': lines(blocks(page, links=True)),
           'browser': text_browser(html, rng),
           'one-line': (title + ' ' if rng.random() < .7 else '') + one_line(doc),
           'markdown': markdown(html.decode('utf-8', 'replace'), rng, rng.choice([0, 78]), rng.random() < .5, False),
           'dense': lines(dense(whole), rng.choice(['\n', '\n\n'])),
           'slack': lines(slack(whole, rng)),
           'container': lines(blocks(container(doc, .8))),
           'small-container': lines(blocks(container(doc, .5)), '\n\n'),
           'precise': lines(precise(doc, rng), '\n\n'),
           'paragraphs': lines([b for b in whole if b[2] in ('p', 'blockquote')])}
    try:
        summary = readability.Document(html.decode('utf-8', 'replace')).summary(html_partial=True)
        sdoc = lxml.html.fromstring(summary)
        out['readability'] = (title + '\n\n' if rng.random() < .3 else '') + lines(blocks(sdoc), '\n\n')
        out['readability-glued'] = glued(sdoc)
        out['readability-markdown'] = markdown(summary, rng, 78, False, rng.random() < .7)
    except Exception:
        pass
    return out


def work(job):
    path, page, gold = job
    rng = random.Random(page)
    html = open(path, 'rb').read()
    charset = (gold.get('charset') or 'utf-8')
    try:
        html = html.decode(charset, 'replace').encode()
    except LookupError:
        pass
    html = re.sub(rb'<meta[^>]*charset[^>]*>', b'<meta charset="utf-8">', html)
    if b'charset="utf-8"' not in html[:4096]:
        html = b'<meta charset="utf-8">' + html
    site = urlparse(gold.get('url') or '').netloc.removeprefix('www.')
    try:
        made = dumps(html, rng)
    except Exception as e:
        print(page, repr(e)[:80], file=sys.stderr)
        made = {}
    return [json.dumps({'page': page, 'site': site, 'dump': k, 'text': v[:400000],
                        'gold': gold.get('text'), 'with': gold.get('with'), 'without': gold.get('without')}, ensure_ascii=False)
            for k, v in made.items() if v.strip()]


def main():
    folder, gold_file, out = sys.argv[1:4]
    gold = json.load(open(gold_file, encoding='utf-8'))
    jobs = [(p, k, g) for k, g in sorted(gold.items()) for p in [os.path.join(folder, k + '.html')] if os.path.exists(p)]
    with multiprocessing.Pool(2) as pool, open(out, 'w', encoding='utf-8') as f:
        for rows in pool.imap(work, jobs):
            for row in rows:
                f.write(row + '\n')


if __name__ == '__main__':
    main()
