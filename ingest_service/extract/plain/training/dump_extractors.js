// dump_extractors.js HTML_DIR LIST OUT.jsonl: what extractors written in JavaScript leave of each page, for train.py.
//
// LIST holds lines "page<TAB>charset". A line of OUT holds {"page", "dump", "text"}.
// Needs node and the npm packages @mozilla/readability linkedom unfluff html-to-text.
const fs = require('fs');
const crypto = require('crypto');
const {parseHTML} = require('linkedom');
const {Readability} = require('@mozilla/readability');
const unfluff = require('unfluff');
const {convert} = require('html-to-text');

const BLOCKS = new Set(('ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR ' +
                        'LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL').split(' '));
const MAX_BYTES = 3000000;

// A choice that is the same in every run.
function chance(share, ...seed) {
  return crypto.createHash('md5').update(seed.join(' ')).digest().readUInt32LE(0) / 2 ** 32 < share;
}

function paragraphs(html) {
  let text = '';
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += child.textContent.replace(/\s+/g, ' ');
      if (child.nodeType !== 1) continue;
      const block = BLOCKS.has(child.tagName.toUpperCase());
      if (block) text += '\n';
      walk(child);
      if (block) text += '\n';
    }
  };
  walk(parseHTML('<html><body>' + html + '</body></html>').document.body);
  return text.split('\n').map((line) => line.trim()).filter((line) => line).join('\n\n');
}

function plain(html, page) {
  return convert(html, {
    wordwrap: chance(.3, page, 'wrap') ? 80 : false,
    selectors: [{selector: 'a', options: {ignoreHref: chance(.55, page, 'links')}},
                {selector: 'img', format: chance(.6, page, 'images') ? 'skip' : 'image'}]
  });
}

const MAKERS = [
  (page, html) => {
    const article = new Readability(parseHTML(html).document).parse();
    if (!article) return {};
    return {
      'mozilla-glued': article.textContent.replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n\n').trim(),
      'mozilla-one-line': article.textContent.replace(/\s+/g, ' ').trim(),
      'mozilla-paragraphs': paragraphs(article.content),
      'mozilla-plain': plain(article.content, page)
    };
  },
  (page, html) => ({'unfluff': unfluff(html).text}),
  (page, html) => ({'html-to-text': plain(html, page)})
];

function read(path, charset) {
  const bytes = fs.readFileSync(path);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    return bytes.toString('utf8');
  }
}

const [, , folder, list, out] = process.argv;
const stream = fs.createWriteStream(out);
for (const line of fs.readFileSync(list, 'utf8').trim().split('\n')) {
  const [page, charset] = line.split('\t');
  const html = read(`${folder}/${page}.html`, charset);
  if (html.length > MAX_BYTES) continue;
  for (const make of MAKERS) {
    try {
      for (const [dump, text] of Object.entries(make(page, html))) {
        if (text && text.trim()) stream.write(JSON.stringify({page, dump, text}) + '\n');
      }
    } catch (error) {
      console.error(page, String(error).slice(0, 80));
    }
  }
}
stream.end();
