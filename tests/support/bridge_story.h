// One invented event as three sources tell it, in two languages.
#pragma once

#include <vector>

#include "tests/support/source_articles.h"

namespace polygist::summary {

inline std::vector<SourceArticle> BridgeStory() {
  std::vector<SourceArticle> articles = {
      ArticleOf("fr", {"Le vieux pont de Belmora s'est effondré dans le fleuve lundi matin.",
                       "La police a fermé la route du port pour toute la journée.",
                       "Personne n'a été blessé, selon la mairie de la ville."}),
      ArticleOf("en", {"The old bridge of Belmora collapsed into the river on Monday morning.",
                       "Police closed the harbour road for the whole day.",
                       "Nobody was hurt in the fall, the town hall said.",
                       "It promised a new bridge within two years for 40 million crowns."}),
      ArticleOf("en", {"A bridge in Belmora collapsed into the river on Monday, the harbour office said.",
                       "The bridge was built in 1932 and carried 3 lanes of traffic.",
                       "Engineers had warned about rust on its cables last spring."})};
  articles[0].source = "courrier.example";
  articles[1].source = "herald.example";
  articles[2].source = "harbour.example";
  return articles;
}

}  // namespace polygist::summary
