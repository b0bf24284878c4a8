// The languages that may be answered, and in which scripts (data/languages.tsv).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace polygist::ingest {

class LanguageTable {
 public:
  // Lines `tag<TAB>scripts`, scripts separated by spaces; lines that start with '#' are comments.
  static LanguageTable Parse(std::string_view tsv);

  // Whether `tag` is known and written in `script`.
  bool IsWrittenIn(std::string_view tag, std::string_view script) const;

  // The one language that is written in `script`; empty when there are none or several.
  std::string_view OnlyLanguageOf(std::string_view script) const;

  // Tag to scripts, most usual first.
  const std::map<std::string, std::vector<std::string>, std::less<>>& scripts() const { return scripts_; }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> scripts_;
  std::map<std::string, std::vector<std::string>, std::less<>> languages_;  // By script, ascending.
};

}  // namespace polygist::ingest
