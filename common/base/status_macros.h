// ASSIGN_OR_RETURN and RETURN_IF_ERROR: early return on a failed absl::Status.
//
//   ASSIGN_OR_RETURN(const Article article, store.Get(call, id));
//   RETURN_IF_ERROR(store.Delete(call, id));
#pragma once

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

#define POLYGIST_CONCAT_INNER(a, b) a##b
#define POLYGIST_CONCAT(a, b) POLYGIST_CONCAT_INNER(a, b)

#define RETURN_IF_ERROR(expression)                           \
  do {                                                        \
    if (absl::Status status_ = (expression); !status_.ok()) { \
      return status_;                                         \
    }                                                         \
  } while (false)

#define ASSIGN_OR_RETURN(declaration, expression) \
  ASSIGN_OR_RETURN_INNER(POLYGIST_CONCAT(status_or_, __LINE__), declaration, expression)

#define ASSIGN_OR_RETURN_INNER(variable, declaration, expression) \
  auto variable = (expression);                                   \
  if (!variable.ok()) return std::move(variable).status();        \
  declaration = *std::move(variable)
