// Compiles unpacked dictionary packages into lexicon files.
//
//   polygist_lexicon_build ROOT OUT
//
// ROOT is what fetch_packages.sh leaves. OUT gets one file per licence, each with its notice beside
// it: cc-by-sa.lex, gpl-2.lex (what may not be used under a later version), gpl.lex, mpl.lex, unicode.lex.
// Exit 0 when all were written, 1 otherwise, 2 on wrong usage.
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/ascii.h"
#include "summary_service/lexicon/build/learn_pairs.h"
#include "summary_service/lexicon/build/read_catalogue.h"
#include "summary_service/lexicon/build/read_dictionaries.h"
#include "summary_service/lexicon/build/read_parallel.h"
#include "summary_service/lexicon/build/word_pairs.h"
#include "summary_service/lexicon/build/write_lexicon.h"
#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary::lexicon_build {
namespace {

namespace fs = std::filesystem;

struct Output {
  std::string licence;
  WordPairs pairs;
  std::set<std::string> packages;
};

// The languages of dictionaries, by the names that dictionary packages use.
const std::map<std::string, std::string>& DictionaryLanguages() {
  static const std::map<std::string, std::string> languages = {
      {"ara", "ar"}, {"bul", "bg"}, {"ces", "cs"}, {"dan", "da"}, {"deu", "de"}, {"ell", "el"}, {"eng", "en"},
      {"fin", "fi"}, {"fra", "fr"}, {"hin", "hi"}, {"hrv", "hr"}, {"hun", "hu"}, {"ind", "id"}, {"ita", "it"},
      {"jpn", "ja"}, {"nld", "nl"}, {"nor", "nb"}, {"pol", "pl"}, {"por", "pt"}, {"rus", "ru"}, {"slk", "sk"},
      {"spa", "es"}, {"srp", "sr"}, {"swe", "sv"}, {"tur", "tr"}};
  return languages;
}

// Catalogue folders, by base language: regional catalogues join the language.
constexpr const char* kCatalogueLanguages[] = {"ar", "bg", "ca", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he",
                                               "hi", "hr", "hu", "id", "it", "ja", "ko", "ms", "nb", "nl", "pl", "pt",
                                               "ro", "ru", "sk", "sr", "sv", "th", "tr", "uk", "vi", "zh"};

std::string Contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class Builder {
 public:
  explicit Builder(fs::path root) : root_(std::move(root)) {
    outputs_["cc-by-sa"].licence = "CC-BY-SA-4.0";
    outputs_["gpl-2"].licence = "GPL-2.0-only";
    outputs_["gpl"].licence = "GPL-3.0-or-later";
    outputs_["mpl"].licence = "MPL-2.0";
    outputs_["unicode"].licence = "Unicode-DFS-2016";
  }

  void ReadAll() {
    ReadFreeDict();
    ReadOthers();
    LearnAll();
    for (const char* language : kCatalogueLanguages) ReadCldr(language);
  }

  bool WriteAll(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    bool written = true;
    for (const auto& [name, output] : outputs_) {
      const std::string bytes = LexiconBytes(output.pairs, output.licence);
      written = WriteFile((folder / (name + ".lex")).string(), bytes).ok() &&
                WriteFile((folder / (name + ".NOTICE")).string(), Notice(output)).ok() && written;
      std::cerr << name << ".lex " << bytes.size() / 1024 << " KiB\n";
    }
    return written;
  }

 private:
  Output& Use(const std::string& file, const std::string& package) {
    Output& output = outputs_[file];
    output.packages.insert(package);
    return output;
  }

  std::string Copyright(const std::string& package) const {
    return Contents(root_ / "usr/share/doc" / package / "copyright");
  }

  // The output that may hold this dictionary, by the paragraph of the package's copyright file that covers it.
  static const char* OutputFor(const std::string& copyright, const std::string& pair) {
    const size_t files = copyright.find("Files: " + pair + "/*");
    if (files == std::string::npos) return "gpl";
    const size_t at = std::min(copyright.find("License: ", files), copyright.size());
    const std::string licence = absl::AsciiStrToLower(copyright.substr(at, copyright.find('\n', at) - at));
    if (licence.starts_with("license: cc-by-sa")) return "cc-by-sa";
    return licence == "license: gpl-2" ? "gpl-2" : "gpl";
  }

  void ReadFreeDict() {
    const auto& languages = DictionaryLanguages();
    for (const auto& [from, language] : languages) {
      for (const auto& [to, target] : languages) {
        const std::string pair = from + "-" + to;
        const fs::path stem = root_ / "usr/share/dictd" / ("freedict-" + pair);
        const std::string index = Contents(stem.string() + ".index");
        if (index.empty()) continue;
        const std::string package = "dict-freedict-" + pair;
        Output& output = Use(OutputFor(Copyright(package), pair), package);
        ReadDictd(index, Contents(stem.string() + ".dict"), language, target, &output.pairs);
      }
    }
  }

  void ReadOthers() {
    const fs::path share = root_ / "usr/share";
    ReadMueller(Contents(share / "dictd/mueller7.index"), Contents(share / "dictd/mueller7.dict"),
                &Use("gpl", "mueller7-dict").pairs);
    ReadDing(Contents(share / "trans/de-en"), &Use("gpl", "trans-de-en").pairs);
    ReadEdict(Contents(share / "edict/edict.utf8"), &Use("cc-by-sa", "edict").pairs);
    ReadUnihan(Contents(share / "unicode/Unihan_Readings.txt"), &Use("unicode", "unicode-data").pairs);
  }

  // Catalogues of `language` and its regional forms ("pt", "pt_BR"), not of other scripts
  // ("sr@latin").
  static bool IsOfLanguage(const std::string& folder, const std::string& language) {
    return folder == language || (folder.starts_with(language + "_") && folder.find('@') == std::string::npos);
  }

  std::vector<fs::path> CataloguesOf(const std::string& place, const std::string& language) const {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& folder : fs::directory_iterator(root_ / place, error)) {
      if (!IsOfLanguage(folder.path().filename().string(), language)) continue;
      for (const auto& file : fs::directory_iterator(folder.path() / "LC_MESSAGES", error)) {
        if (file.path().extension() == ".mo") files.push_back(file.path());
      }
    }
    std::sort(files.begin(), files.end());
    return files;
  }

  // Two languages at a time; each learns into tables of its own, so that the order does not matter.
  void LearnAll() {
    for (const char* package : {"gnucash-common", "iso-codes", "wesnoth-1.16-data"}) Use("gpl", package);
    WordPairs& gpl = outputs_["gpl"].pairs;
    Use("mpl", "libreoffice-l10n");
    WordPairs& mpl = Use("mpl", "libreoffice-help").pairs;
    for (const char* language : kCatalogueLanguages) gpl.Open(language, "en"), mpl.Open(language, "en");
    std::atomic<size_t> next = 0;
    const auto work = [&] {
      for (size_t i = next++; i < std::size(kCatalogueLanguages); i = next++) {
        const std::string language = kCatalogueLanguages[i];
        std::vector<Segment> segments = SegmentsOf("usr/share/locale", language);
        Append(SegmentsOf("usr/share/games/wesnoth/1.16/locale", language), &segments);
        LearnFrom(std::move(segments), language, &gpl);
        segments = SegmentsOf("usr/lib/libreoffice/program/resource", language);
        ReadHelp(language, &segments);
        LearnFrom(std::move(segments), language, &mpl);
      }
    };
    std::thread other(work);
    work();
    other.join();
  }

  static void Append(std::vector<Segment> more, std::vector<Segment>* segments) {
    segments->insert(segments->end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  std::vector<Segment> SegmentsOf(const std::string& place, const std::string& language) const {
    std::vector<Segment> segments;
    for (const fs::path& file : CataloguesOf(place, language)) Append(ReadCatalogue(Contents(file)), &segments);
    return segments;
  }

  static void LearnFrom(std::vector<Segment> segments, const std::string& language, WordPairs* pairs) {
    std::sort(segments.begin(), segments.end());
    segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
    LearnPairs(segments, language, LearnOptions{}, pairs);
    std::cerr << language + ": " + std::to_string(segments.size()) + " segments\n";
  }

  // Help pages of `language` beside the English ones, paragraph by paragraph.
  void ReadHelp(const std::string& language, std::vector<Segment>* segments) const {
    const fs::path help = root_ / "usr/share/libreoffice/help";
    std::error_code error;
    for (const auto& folder : fs::directory_iterator(help, error)) {
      const std::string name = folder.path().filename().string();
      if (name != language && !name.starts_with(language + "-")) continue;
      for (const auto& file : fs::recursive_directory_iterator(folder.path(), error)) {
        if (file.path().extension() != ".html") continue;
        const auto translated = ReadHelpPage(Contents(file.path()));
        const fs::path original = help / "en-US" / fs::relative(file.path(), folder.path());
        for (const auto& [id, english] : ReadHelpPage(Contents(original))) {
          const auto place = translated.find(id);
          if (place != translated.end() && place->second != english) segments->push_back({english, place->second});
        }
      }
    }
  }

  void ReadCldr(const std::string& language) {
    WordPairs& pairs = Use("unicode", "unicode-cldr-core").pairs;
    std::vector<Segment> keywords;
    for (const char* part : {"annotations", "annotationsDerived", "subdivisions", "main"}) {
      const fs::path folder = root_ / "usr/share/unicode/cldr/common" / part;
      const auto translated = ReadCldrFile(Contents(folder / (language + ".xml")));
      for (const auto& [key, english] : ReadCldrFile(Contents(folder / "en.xml"))) {
        const auto place = translated.find(key);
        if (place == translated.end()) continue;
        if (key.starts_with("keywords:")) {
          keywords.push_back({english, place->second});
        } else {
          pairs.AddGloss(language, place->second, "en", english);
        }
      }
    }
    LearnFrom(std::move(keywords), language, &pairs);
  }

  // Every distinct copyright text once, under the packages that it covers. A name in `packages` stands for
  // all packages that start with it.
  std::string Notice(const Output& output) const {
    std::map<std::string, std::string> names_of;
    std::set<std::string> documented;
    std::error_code error;
    for (const auto& folder : fs::directory_iterator(root_ / "usr/share/doc", error)) {
      documented.insert(folder.path().filename().string());
    }
    for (const std::string& package : output.packages) {
      for (auto name = documented.lower_bound(package); name != documented.end() && name->starts_with(package);
           ++name) {
        names_of[Copyright(*name)] += "\n==== " + *name;
      }
    }
    std::string notice =
        "Compiled from the Debian packages named below; licence of this file: " + output.licence + "\n";
    for (const auto& [text, names] : names_of) notice += names + "\n" + text;
    return notice;
  }

  fs::path root_;
  std::map<std::string, Output> outputs_;
};

}  // namespace
}  // namespace polygist::summary::lexicon_build

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: polygist_lexicon_build ROOT OUT\n";
    return 2;
  }
  polygist::summary::lexicon_build::Builder builder(argv[1]);
  builder.ReadAll();
  if (!builder.WriteAll(argv[2])) return 1;
  const auto lexicon = polygist::summary::Lexicon::OpenFolder(argv[2]);
  const absl::Status verified = lexicon.ok() ? lexicon->Verify() : lexicon.status();
  if (!verified.ok()) std::cerr << verified << '\n';
  return verified.ok() ? 0 : 1;
}
