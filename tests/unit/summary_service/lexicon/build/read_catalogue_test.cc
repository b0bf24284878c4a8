#include "summary_service/lexicon/build/read_catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>

namespace polygist::summary::lexicon_build {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string Word(uint32_t word) {
  std::string bytes(4, '\0');
  std::memcpy(bytes.data(), &word, 4);
  return bytes;
}

std::string CatalogueOf(const std::string& original, const std::string& translation) {
  const auto from = static_cast<uint32_t>(original.size()), to = static_cast<uint32_t>(translation.size());
  return Word(0x950412DE) + Word(0) + Word(1) + Word(28) + Word(36) + Word(0) + Word(0) + Word(from) + Word(44) +
         Word(to) + Word(44 + from) + original + translation;
}

TEST(ReadCatalogueTest, ReadsAMessage) {
  EXPECT_THAT(ReadCatalogue(CatalogueOf("Open file", "Bestand openen")),
              ElementsAre(Segment{"Open file", "Bestand openen"}));
}

TEST(ReadCatalogueTest, DropsContextKeysMarkupAndPlaceholders) {
  EXPECT_THAT(ReadCatalogue(CatalogueOf(std::string("menu\x04") + "_Open <b>%1$s</b>", "~Openen $x")),
              ElementsAre(Segment{"Open     ", "Openen  "}));
}

TEST(ReadCatalogueTest, DamagedBytesGiveNothing) {
  EXPECT_THAT(ReadCatalogue(""), IsEmpty());
  EXPECT_THAT(ReadCatalogue("no catalogue, but longer than a header"), IsEmpty());
  const std::string good = CatalogueOf("Open", "Openen");
  for (size_t size = 0; size < good.size(); ++size) ReadCatalogue(std::string_view(good).substr(0, size));
}

}  // namespace
}  // namespace polygist::summary::lexicon_build
