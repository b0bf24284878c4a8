// Readers of dictionary files as Debian packages install them. Each adds what it understands and
// skips the rest; damaged input adds less and never fails.
#pragma once

#include <string>
#include <string_view>

#include "summary_service/lexicon/build/word_pairs.h"

namespace polygist::summary::lexicon_build {

// The DICT format (dictd): an index of headwords and a text of entries. Glosses are the lines
// behind the headword, split at commas and semicolons.
void ReadDictd(std::string_view index, std::string_view entries, const std::string& language, const std::string& target,
               WordPairs* pairs);

// Mueller's English-Russian dictionary in DICT form: glosses are the runs of Cyrillic words.
void ReadMueller(std::string_view index, std::string_view entries, WordPairs* pairs);

// Ding: "German; ... | ... :: English; ... | ..." lines.
void ReadDing(std::string_view text, WordPairs* pairs);

// EDICT, converted to UTF-8: "head [kana] /gloss/gloss/". Heads in Han characters alone also serve
// as Chinese, in their simplified form and with less weight.
void ReadEdict(std::string_view text, WordPairs* pairs);

// kDefinition lines of Unihan: "U+4E00<TAB>kDefinition<TAB>one; a, an; alone".
void ReadUnihan(std::string_view text, WordPairs* pairs);

}  // namespace polygist::summary::lexicon_build
