#include "ingest_service/identify/decision.h"

#include <algorithm>
#include <array>

namespace polygist::ingest {
namespace {

// What was measured for these is in training/README.md; the sets never trained on agree within .2 points over
// the ranges stated here.
constexpr double kNatsPerCld2Point = 2.0 / 300;  // [1.5, 2.5] / 300.
constexpr int kMostCld2Points = 900;             // More means the text is long or simple, not surer.
constexpr double kFloor = -9;   // No language the second judge knows is further behind than this.
constexpr double kUnheard = -2;  // Of a language only CLD2 knows: its relatives take its place at the top.
constexpr double kDeclaredBonus = 1.5;

struct CurvePoint {
  double lead;
  int permille;
};

// Fitted on text of kinds left out of training (training/calibrate.py).
constexpr std::array<CurvePoint, 6> kCurve = {
    {{0, 350}, {0.5, 550}, {1, 700}, {2, 850}, {4, 950}, {8, 990}}};

// What CLD2 and the page add to the score of a language.
double BonusOf(std::string_view tag, const Opinions& opinions) {
  double bonus = tag == opinions.declared ? kDeclaredBonus : 0;
  for (const Cld2Candidate& candidate : opinions.cld2.candidates) {
    if (candidate.tag != tag) continue;
    bonus += std::min(candidate.score, kMostCld2Points) * kNatsPerCld2Point * candidate.percent / 100;
  }
  return bonus;
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
  std::erase_if(opinions.cld2.candidates, [&](const Cld2Candidate& candidate) {
    return !table.IsWrittenIn(candidate.tag, evidence.script);
  });
  if (second != nullptr) opinions.second = second->Judge(evidence.words, evidence.script);
  opinions.declared = declared;
  return opinions;
}

Decision Decide(const Opinions& opinions) {
  Contest contest;
  for (const JudgeScore& judged : opinions.second) {
    contest.Enter(judged.tag, std::max(static_cast<double>(judged.score), kFloor) + BonusOf(judged.tag, opinions));
  }
  for (const Cld2Candidate& candidate : opinions.cld2.candidates) {
    const bool heard = std::any_of(opinions.second.begin(), opinions.second.end(),
                                   [&](const JudgeScore& judged) { return judged.tag == candidate.tag; });
    if (!heard) contest.Enter(candidate.tag, kUnheard + BonusOf(candidate.tag, opinions));
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
