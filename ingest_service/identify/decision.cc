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
// Of what CLD2 says between near relatives of a circle: it gives whole chunks to one of them.
constexpr double kCld2AmongRelatives = 0.3;
constexpr int kMostCld2Points = 900;             // More means the text is long or simple, not surer.
constexpr double kFloor = -9;   // No language the second judge knows is further behind than this.
constexpr double kUnheard = -2;  // Of a language only CLD2 knows: its relatives take its place at the top.
constexpr double kDeclaredBonus = 1.5;

struct CurvePoint {
  double lead;
  int permille;
};

// Fitted on text of kinds left out of training (training/calibrate.py).
constexpr std::array<CurvePoint, 10> kCurve = {{{0, 430}, {1.15, 510}, {1.73, 660}, {2.3, 750}, {2.86, 825},
                                                {3.9, 905}, {4.45, 935}, {5.1, 970}, {6.3, 990}, {9, 997}}};

// What CLD2 adds to the score of a language.
double Cld2Bonus(std::string_view tag, double nats_per_point, const Opinions& opinions) {
  double bonus = 0;
  for (const Cld2Candidate& candidate : opinions.cld2.candidates) {
    if (candidate.tag != tag) continue;
    bonus += std::min(candidate.score, kMostCld2Points) * nats_per_point * candidate.percent / 100;
  }
  return bonus;
}

// What its word for one of near relatives adds to each of them.
double SharedBonus(const Opinions& opinions) {
  double most = 0;
  for (const JudgeScore& judged : opinions.second) {
    if (judged.among_relatives) most = std::max(most, Cld2Bonus(judged.tag, kNatsPerCld2Point, opinions));
  }
  return (1 - kCld2AmongRelatives) * most;
}

double DeclaredBonus(std::string_view tag, const Opinions& opinions) {
  return tag == opinions.declared ? kDeclaredBonus : 0;
}

// Keeps the best and the second-best entry. Equals: the lower tag is better.
class Contest {
 public:
  void Enter(std::string_view tag, double score) {
    const Entry entry = {tag, score};
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
    const double next = next_.tag.empty() ? kUnheard : next_.score;
    return {std::string(best_.tag), std::max(best_.score - next, 0.0)};
  }

 private:
  struct Entry {
    std::string_view tag;  // Empty: nobody.
    double score = 0;
  };

  static bool Beats(const Entry& a, const Entry& b) {
    if (b.tag.empty()) return true;
    return a.score != b.score ? a.score > b.score : a.tag < b.tag;
  }

  Entry best_, next_;
};

}  // namespace

Opinions Ask(const Evidence& evidence, std::string_view declared, const LanguageTable& table,
             const SecondJudge* second) {
  Opinions opinions;
  opinions.cld2 = AskCld2(evidence.words);
  for (Cld2Candidate& candidate : opinions.cld2.candidates) {
    // CLD2 has one code for Kurdish; in Arabic letters it is Sorani, in Latin letters Kurmanji.
    if (candidate.tag == "ku" && evidence.script == "Arab") candidate.tag = "ckb";
  }
  std::erase_if(opinions.cld2.candidates, [&](const Cld2Candidate& candidate) {
    return !table.IsWrittenIn(candidate.tag, evidence.script);
  });
  if (second != nullptr) opinions.second = second->Judge(evidence.words, evidence.script);
  opinions.declared = declared;
  return opinions;
}

Decision Decide(const Opinions& opinions) {
  Contest contest;
  const double shared = SharedBonus(opinions);
  for (const JudgeScore& judged : opinions.second) {
    const double own = Cld2Bonus(judged.tag, kNatsPerCld2Point, opinions);
    contest.Enter(judged.tag, std::max(static_cast<double>(judged.score), kFloor) +
                                  (judged.among_relatives ? shared + kCld2AmongRelatives * own : own) +
                                  DeclaredBonus(judged.tag, opinions));
  }
  for (const Cld2Candidate& candidate : opinions.cld2.candidates) {
    const bool heard = std::any_of(opinions.second.begin(), opinions.second.end(),
                                   [&](const JudgeScore& judged) { return judged.tag == candidate.tag; });
    if (heard) continue;
    contest.Enter(candidate.tag, kUnheard + Cld2Bonus(candidate.tag, kNatsPerLonePoint, opinions) +
                                     DeclaredBonus(candidate.tag, opinions));
  }
  return contest.Result();
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
