#include "summary_service/merging/group_conflicts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

struct ValueConflict {
  int a = 0;
  int b = 0;
  DisagreementKind kind;
  bool same_statement = true;
};

class ConflictGroupsTest : public testing::Test {
 protected:
  ConflictGroupsTest()
      : articles_({ArticleOf("a", "en", {"The storm hurt 31 people."}),
                   ArticleOf("b", "sv", {"Stormen skadade 34 personer."}),
                   ArticleOf("c", "nl", {"De storm verwondde 31 mensen."}),
                   ArticleOf("d", "en", {"It felled 80 masts."})}),
        story_(ReadStory(articles_, nullptr)),
        quantities_(ReadQuantities(articles_, story_)) {}

  std::vector<Disagreement> Group(const std::vector<ValueConflict>& conflicts,
                                  const std::vector<std::pair<int, int>>& agreements) const {
    ConflictGroups groups(quantities_.size());
    for (const ValueConflict& one : conflicts) groups.Differ(one.a, one.b, one.kind, one.same_statement);
    for (const auto& [a, b] : agreements) groups.Agree(a, b);
    return groups.Find(articles_, story_, quantities_);
  }

  const std::vector<SourceArticle> articles_;
  const Story story_;
  const std::vector<Quantity> quantities_;
};

TEST_F(ConflictGroupsTest, ValuesThatAgreeWithOneOfThemAreShown) {
  const std::vector<Disagreement> found = Group({{0, 1, DisagreementKind::kDisagree}}, {{0, 2}});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].about, "people");
  EXPECT_THAT(found[0].values, ElementsAre(Field(&DisagreementValue::value, 31), Field(&DisagreementValue::value, 34),
                                           Field(&DisagreementValue::value, 31)));
}

TEST_F(ConflictGroupsTest, WhatOnlyAgreesIsNone) { EXPECT_THAT(Group({}, {{0, 2}}), IsEmpty()); }

TEST_F(ConflictGroupsTest, TheGravestKindNamesAll) {
  const std::vector<Disagreement> found =
      Group({{1, 2, DisagreementKind::kApproximate}, {0, 1, DisagreementKind::kDisagree, false}}, {});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, DisagreementKind::kDisagree);
  EXPECT_FALSE(found[0].same_statement);
}

TEST(GroupDatesTest, PairsThatShareADateAreOneDisagreement) {
  const std::vector<SourceArticle> articles = {ArticleOf("a", "en", {"It opens on 3 May 2031."}),
                                               ArticleOf("b", "en", {"It opens on 4 May 2031."}),
                                               ArticleOf("c", "en", {"It opens on 5 May 2031."})};
  const Story story = ReadStory(articles, nullptr);
  const std::vector<Disagreement> found = GroupDates(story, ReadDates(story), {{0, 1}, {0, 2}});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].values,
              ElementsAre(Field(&DisagreementValue::value, 20310503), Field(&DisagreementValue::value, 20310504),
                          Field(&DisagreementValue::value, 20310505)));
}

}  // namespace
}  // namespace polygist::summary
