// Everything a unary method needs around its work, once: hand-over to the work pool, deadline, cancellation,
// status conversion, one log line.
//
//   grpc::ServerUnaryReactor* IngestServiceImpl::GetArticle(grpc::CallbackServerContext* context,
//                                                           const v1::GetArticleRequest* request,
//                                                           v1::Article* response) {
//     return rpc::ServeUnary(pool_, "GetArticle", context, [=, this](const RequestContext& call) -> absl::Status {
//       ASSIGN_OR_RETURN(*response, Get(call, *request));
//       return absl::OkStatus();
//     });
//   }
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <atomic>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/time/clock.h"
#include "common/base/request_context.h"
#include "common/rpc/active_calls.h"
#include "common/rpc/call.h"
#include "common/rpc/status_conversion.h"
#include "common/rpc/work_pool.h"

namespace polygist::rpc {

// Runs `work(const RequestContext&) -> absl::Status` on `pool` and finishes the call with its status. The request
// and response that `work` refers to live until then. A full pool answers RESOURCE_EXHAUSTED at once, a stopping server
// UNAVAILABLE; a call whose caller has gone before its turn came is not worked on. `method` must outlive the call (a
// literal).
template <typename Work>
grpc::ServerUnaryReactor* ServeUnary(WorkPool& pool, std::string_view method, grpc::CallbackServerContext* context,
                                     Work work) {
  class Reactor final : public grpc::ServerUnaryReactor {
   public:
    Reactor(ActiveCalls& calls, std::string_view method, grpc::CallbackServerContext* context, Work work)
        : active_(calls),
          method_(method),
          call_(ContextOf(*context, [this] { return cancelled_.load(); })),
          work_(std::move(work)) {}

    bool admitted() const { return active_.admitted(); }

    void Run() {
      absl::Status status = call_.Check();
      if (status.ok()) status = work_(call_);
      End(status);
    }

    void End(const absl::Status& status) {
      LogCall(method_, call_, status, start_);
      Finish(ToGrpc(status));  // The reactor may be gone after this.
    }

   private:
    void OnCancel() override { cancelled_ = true; }
    void OnDone() override { delete this; }

    const ActiveCall active_;
    const std::string_view method_;
    const absl::Time start_ = absl::Now();
    std::atomic<bool> cancelled_ = false;
    const RequestContext call_;
    Work work_;
  };

  auto* reactor = new Reactor(pool.calls(), method, context, std::move(work));
  if (!reactor->admitted()) {
    reactor->End(Stopping());
  } else if (!pool.TrySubmit([reactor] { reactor->Run(); })) {
    reactor->End(QueueFull());
  }
  return reactor;
}

}  // namespace polygist::rpc
