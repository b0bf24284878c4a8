// The character encodings this service knows, from data/charsets.tsv.
#pragma once

#include <string_view>
#include <vector>

namespace polygist::ingest {

struct Charset {
  std::string_view name;                    // WHATWG name in lower case, or IANA's where WHATWG has none.
  std::string_view converter;               // ICU converter name, or "x:" and the code points of the last bytes.
  std::vector<std::string_view> languages;  // CLD2 codes of languages written in it; empty: never detected.
  std::vector<std::string_view> labels;     // Lower case.
};

// All of them, in order of preference. Parsed once; lives as long as the program. Thread-safe.
const std::vector<Charset>& Charsets();

// The encoding that `label` names ("Latin1", " UTF8 ", "x-sjis"), or null for an unknown label.
const Charset* FindCharset(std::string_view label);

// The label inside the first 4 KiB of an HTML or XML document: <meta charset>, <meta http-equiv
// content> or <?xml encoding>. Empty when there is none. As the HTML standard has it, a UTF-16
// label there means UTF-8.
std::string_view MetaLabel(std::string_view bytes);

}  // namespace polygist::ingest
