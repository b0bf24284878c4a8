#include "summary_service/lexicon/build/read_parallel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::summary::lexicon_build {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(ReadHelpPageTest, ParagraphsByTheirId) {
  EXPECT_THAT(ReadHelpPage("<p id=\"par_1\" class=\"paragraph\">Opens <b>a</b> file.</p><p "
                           "id=\"par_2\" class=\"code\">x</p>"),
              ElementsAre(Pair("par_1", "Opens  a  file.")));
}

TEST(ReadHelpPageTest, BrokenMarkupGivesNothing) {
  EXPECT_THAT(ReadHelpPage("<p id=\"par_1"), IsEmpty());
  EXPECT_THAT(ReadHelpPage(""), IsEmpty());
}

TEST(ReadCldrFileTest, ReadsNamesKeywordsAndPlaces) {
  EXPECT_THAT(ReadCldrFile("<annotation cp=\"x\">kerk | toren</annotation><annotation cp=\"x\" "
                           "type=\"tts\">kerk</annotation>"
                           "<subdivision type=\"nlut\">Utrecht</subdivision>"
                           "<zone type=\"Europe/Rome\"><exemplarCity>Rome</exemplarCity></zone>"),
              ElementsAre(Pair("city:Europe/Rome", "Rome"), Pair("keywords:x", "kerk | toren"), Pair("name:x", "kerk"),
                          Pair("subdivision:nlut", "Utrecht")));
}

}  // namespace
}  // namespace polygist::summary::lexicon_build
