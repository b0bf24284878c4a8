#include "ingest_service/decode/mojibake.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

Repaired Repair(std::string text) { return RepairMojibake(text::MappedText::Exact(std::move(text))); }

TEST(RepairMojibakeTest, PutsUtf8ReadAsLatinRight) {
  const Repaired repaired = Repair("Le marchÃ© est fermÃ©, dit lâ€™Ã©lu.");
  EXPECT_EQ(repaired.text.text(), "Le marché est fermé, dit l’élu.");
  EXPECT_EQ(repaired.repaired, 4);
}

TEST(RepairMojibakeTest, PutsUtf8ReadAsCyrillicRight) { EXPECT_EQ(Repair("РњРёСЂ РІР°Рј").text.text(), "Мир вам"); }

TEST(RepairMojibakeTest, UndoesDoubleEncoding) { EXPECT_EQ(Repair("cafÃƒÂ© et thÃƒÂ©").text.text(), "café et thé"); }

TEST(RepairMojibakeTest, PutsUtf8ReadAsDosOrKoi8Right) {
  EXPECT_EQ(Repair("ΓÇ£We lost daysΓÇ¥, the mayorΓÇÖs deputy said.").text.text(),
            "“We lost days”, the mayor’s deputy said.");
  EXPECT_EQ(Repair("La pr├®f├¿te a d├®cid├®.").text.text(), "La préfète a décidé.");
  EXPECT_EQ(Repair("п°п╦я─ п╡п╟п╪").text.text(), "Мир вам");
}

TEST(RepairMojibakeTest, TellsTheTwoCentralEuropeanEncodingsApart) {
  EXPECT_EQ(Repair("aĹź do zamkniÄ\u0099cia, caĹ\u0082y dzieĹ\u0084").text.text(), "aż do zamknięcia, cały dzień");
  EXPECT_EQ(Repair("aĹĽ do zamkniÄ™cia, caĹ‚y dzieĹ„").text.text(), "aż do zamknięcia, cały dzień");
}

TEST(RepairMojibakeTest, PutsALineRightInASoundText) {
  EXPECT_EQ(Repair("“Été”, dit-il à l’île.\nLe marchÃ© est fermÃ©, dit lâ€™Ã©lu.\n").text.text(),
            "“Été”, dit-il à l’île.\nLe marché est fermé, dit l’élu.\n");
}

TEST(RepairMojibakeTest, MapsToWhatStoodThere) {
  const Repaired repaired = Repair("a Ã© Ã© b");
  EXPECT_EQ(repaired.text.ToSource({2, 4}), (ByteSpan{2, 6}));
}

TEST(RepairMojibakeTest, LeavesSoundTextAlone) {
  for (const char* text : {"São João não está à venda.", "Ãéà", "Мир вам", "東京", "“quoted” – yes…", "plain"}) {
    EXPECT_EQ(Repair(text).repaired, 0) << text;
    EXPECT_EQ(Repair(text).text.text(), text);
  }
}

TEST(RepairMojibakeTest, LeavesAQuotedExampleAlone) {
  const std::string text = "Der Text enthält „CafÃ©“ statt „Café“, weil er für lateinisch gehalten wurde.";
  EXPECT_EQ(Repair(text).text.text(), text);
}

}  // namespace
}  // namespace polygist::ingest
