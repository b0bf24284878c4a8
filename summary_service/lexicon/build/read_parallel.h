// Readers of texts that exist in several languages with common marks: help pages and CLDR.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "summary_service/lexicon/build/read_catalogue.h"

namespace polygist::summary::lexicon_build {

// The paragraphs of a help page by their ID, without markup and code.
std::map<std::string, std::string> ReadHelpPage(std::string_view html);

// The values of a CLDR file by the attribute that names them in every language: keywords and spoken
// names of pictures ("keywords:" or "name:" and the picture), subdivisions ("subdivision:" and the
// code), and cities of time zones ("city:" and the zone). Keywords are separated by " | ".
std::map<std::string, std::string> ReadCldrFile(std::string_view xml);

}  // namespace polygist::summary::lexicon_build
