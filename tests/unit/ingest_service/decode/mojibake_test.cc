#include "ingest_service/decode/mojibake.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

Repaired Repair(std::string text) {
  return RepairMojibake(text::MappedText::Exact(std::move(text)));
}

TEST(RepairMojibakeTest, PutsUtf8ReadAsLatinRight) {
  const Repaired repaired = Repair("Le marchÃ© est fermÃ©, dit lâ€™Ã©lu.");
  EXPECT_EQ(repaired.text.text(), "Le marché est fermé, dit l’élu.");
  EXPECT_EQ(repaired.repaired, 4);
}

TEST(RepairMojibakeTest, PutsUtf8ReadAsCyrillicRight) {
  EXPECT_EQ(Repair("РњРёСЂ РІР°Рј").text.text(), "Мир вам");
}

TEST(RepairMojibakeTest, UndoesDoubleEncoding) {
  EXPECT_EQ(Repair("cafÃƒÂ© et thÃƒÂ©").text.text(), "café et thé");
}

TEST(RepairMojibakeTest, MapsToWhatStoodThere) {
  const Repaired repaired = Repair("a Ã© Ã© b");
  EXPECT_EQ(repaired.text.ToSource({2, 4}), (ByteSpan{2, 6}));
}

TEST(RepairMojibakeTest, LeavesSoundTextAlone) {
  for (const char* text :
       {"São João não está à venda.", "Ãéà", "Мир вам", "東京", "“quoted” – yes…", "plain"}) {
    EXPECT_EQ(Repair(text).repaired, 0) << text;
    EXPECT_EQ(Repair(text).text.text(), text);
  }
}

TEST(RepairMojibakeTest, LeavesAQuotedExampleAlone) {
  const std::string text =
      "Der Text enthält „CafÃ©“ statt „Café“, weil er für lateinisch gehalten wurde.";
  EXPECT_EQ(Repair(text).text.text(), text);
}

}  // namespace
}  // namespace polygist::ingest
