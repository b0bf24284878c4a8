#include "ingest_service/identify/decision.h"

#include <algorithm>
#include <array>

namespace polygist::ingest {
namespace {

// What was measured for these is in training/README.md; the sets never trained on agree within .2 points over
// the ranges stated here.
constexpr double kNatsPerCld2Point = 1.25 / 300;  // [1, 1.5] / 300.
// For a language that only CLD2 knows, its word has to do for both.
constexpr double kNatsPerLonePoint = 2.0 / 300;  // [1.5, 2] / 300.
// Of what CLD2 says between near relatives of a circle, in short texts; in longer ones less, as what the circle
// says grows with the text and CLD2's leaning to one of them does not. Twice as much is right as often, and surer of
// the wrong one.
constexpr double kCld2AmongRelatives = 0.3;
constexpr double kShortText = 150;    // Letters.
constexpr int kMostCld2Points = 900;  // More means the text is long or simple, not surer.
constexpr double kFloor = -9;         // No language the second judge knows is further behind than this.
constexpr double kUnheard = -2;       // Of a language only CLD2 knows: its relatives take its place at the top.
constexpr double kDeclaredBonus = 1.5;

// Letters that are no language are nearest to some language too, and the more of them, the surer. A text of
// which the second judge knows less than this, and CLD2 says less than this for the same language, leads by
// little. Random letters reach .4 and 200; of right answers on articles one in a hundred reaches less.
constexpr float kFamiliar = 0.45F;
constexpr double kFamiliarPoints = 250;
constexpr double kUnfamiliarLead = 0.5;

struct CurvePoint {
  double lead;
  int permille;
};

// Fitted on text of kinds left out of training (training/calibrate.py).
constexpr std::array<CurvePoint, 10> kCurve = {{{0, 430},
                                                {1.15, 510},
                                                {1.73, 660},
                                                {2.3, 750},
                                                {2.86, 825},
                                                {3.9, 905},
                                                {4.45, 935},
                                                {5.1, 970},
                                                {6.3, 990},
                                                {9, 997}}};

// CLD2's score of a language, by the share of the text it gives the language.
double Cld2Points(std::string_view tag, const Opinions& opinions) {
  double points = 0;
  for (const Cld2Candidate& candidate : opinions.cld2.candidates) {
    if (candidate.tag == tag) points += std::min(candidate.score, kMostCld2Points) * candidate.percent / 100.0;
  }
  return points;
}

double ShareAmongRelatives(const Opinions& opinions) {
  return kCld2AmongRelatives * std::min(1.0, kShortText / std::max(opinions.letters, 1));
}

// What CLD2's word for one of near relatives adds to each of them.
double SharedBonus(const Opinions& opinions) {
  double most = 0;
  for (const JudgeScore& judged : opinions.second) {
    if (judged.among_relatives) most = std::max(most, kNatsPerCld2Point * Cld2Points(judged.tag, opinions));
  }
  return (1 - ShareAmongRelatives(opinions)) * most;
}

double DeclaredBonus(std::string_view tag, const Opinions& opinions) {
  return tag == opinions.declared ? kDeclaredBonus : 0;
}

// Whether any judge has seen such words before. Without a second judge CLD2's own word has to do.
bool IsFamiliar(std::string_view tag, const Opinions& opinions) {
  if (opinions.second.empty()) return opinions.cld2.reliable;
  if (Cld2Points(tag, opinions) >= kFamiliarPoints) return true;
  return std::any_of(opinions.second.begin(), opinions.second.end(),
                     [&](const JudgeScore& judged) { return judged.tag == tag && judged.familiarity >= kFamiliar; });
}

// Keeps the best and the second-best entry. Equals: the lower tag is better.
class Contest {
 public:
  void Enter(std::string_view tag, double score, bool among_relatives = false) {
    const Entry entry = {tag, score, among_relatives};
    if (!among_relatives && Beats(entry, best_other_)) best_other_ = entry;
    if (Beats(entry, best_)) {
      next_ = best_;
      best_ = entry;
    } else if (Beats(entry, next_)) {
      next_ = entry;
    }
  }

  Decision Result() const {
    if (best_.tag.empty()) return {};
    // Where one language only is spoken of, the next is any that nobody thought of.
    const double lead = best_.score - (next_.tag.empty() ? kUnheard : next_.score);
    const double over_others = best_.score - (best_other_.tag.empty() ? kUnheard : best_other_.score);
    return {.tag = std::string(best_.tag),
            .lead = std::max(lead, 0.0),
            .lead_over_others = best_.among_relatives ? over_others : 0};
  }

 private:
  struct Entry {
    std::string_view tag;  // Empty: nobody.
    double score = 0;
    bool among_relatives = false;
  };

  static bool Beats(const Entry& a, const Entry& b) {
    if (b.tag.empty()) return true;
    return a.score != b.score ? a.score > b.score : a.tag < b.tag;
  }

  Entry best_, next_, best_other_;
};

}  // namespace

Opinions Ask(const Evidence& evidence, std::string_view declared, const LanguageTable& table,
             const SecondJudge* second) {
  Opinions opinions;
  opinions.letters = evidence.letters;
  opinions.cld2 = AskCld2(evidence.words);
  for (Cld2Candidate& candidate : opinions.cld2.candidates) {
    // CLD2 has one code for Kurdish; in Arabic letters it is Sorani, in Latin letters Kurmanji.
    if (candidate.tag == "ku" && evidence.script == "Arab") candidate.tag = "ckb";
  }
  std::erase_if(opinions.cld2.candidates,
                [&](const Cld2Candidate& candidate) { return !table.IsWrittenIn(candidate.tag, evidence.script); });
  if (second != nullptr) opinions.second = second->Judge(evidence.words, evidence.script);
  opinions.declared = declared;
  return opinions;
}

Opinions AskRelatives(const Opinions& before, const Evidence& evidence, const SecondJudge& second) {
  Opinions opinions = before;
  opinions.letters = evidence.letters;
  opinions.second = second.JudgeRelatives(evidence.words, evidence.script, before.second);
  return opinions;
}

Decision Decide(const Opinions& opinions) {
  Contest contest;
  const double shared = SharedBonus(opinions), share = ShareAmongRelatives(opinions);
  for (const JudgeScore& judged : opinions.second) {
    const double own = kNatsPerCld2Point * Cld2Points(judged.tag, opinions);
    contest.Enter(judged.tag,
                  std::max(static_cast<double>(judged.score), kFloor) +
                      (judged.among_relatives ? shared + share * own : own) + DeclaredBonus(judged.tag, opinions),
                  judged.among_relatives);
  }
  for (const Cld2Candidate& candidate : opinions.cld2.candidates) {
    const bool heard = std::any_of(opinions.second.begin(), opinions.second.end(),
                                   [&](const JudgeScore& judged) { return judged.tag == candidate.tag; });
    if (heard) continue;
    contest.Enter(candidate.tag, kUnheard + kNatsPerLonePoint * Cld2Points(candidate.tag, opinions) +
                                     DeclaredBonus(candidate.tag, opinions));
  }
  Decision decision = contest.Result();
  if (!IsFamiliar(decision.tag, opinions)) decision.lead = std::min(decision.lead, kUnfamiliarLead);
  return decision;
}

int ConfidencePermille(double lead) {
  if (lead <= kCurve.front().lead) return kCurve.front().permille;
  for (size_t i = 1; i < kCurve.size(); ++i) {
    const CurvePoint& low = kCurve[i - 1];
    const CurvePoint& high = kCurve[i];
    if (lead > high.lead) continue;
    return low.permille + static_cast<int>((lead - low.lead) / (high.lead - low.lead) * (high.permille - low.permille));
  }
  return kCurve.back().permille;
}

}  // namespace polygist::ingest
