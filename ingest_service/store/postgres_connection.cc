#include "ingest_service/store/postgres_connection.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "ingest_service/store/postgres_error.h"

namespace polygist::ingest {
namespace {

// How often a wait looks whether its call was cancelled.
constexpr absl::Duration kLookInterval = absl::Milliseconds(20);

// Lets libpq come to its own end first, whose message tells more.
constexpr absl::Duration kConnectSlack = absl::Seconds(1);

// What libpq may keep in memory before it is made to send: its buffer never shrinks.
constexpr int64_t kMaxUnflushedBytes = 256 << 10;

// The URI stands last, so what it gives goes before these. A host that drops packets is given up after
// tcp_user_timeout, also while connecting (libpq's own connect_timeout only counts where it may block), and the next
// host gets its turn.
constexpr std::array kKeywords = {
    "fallback_application_name", "target_session_attrs", "client_encoding",  "tcp_user_timeout",
    "keepalives_idle",           "keepalives_interval",  "keepalives_count", "dbname"};

struct FreeCancel {
  void operator()(PGcancel* cancel) const { PQfreeCancel(cancel); }
};

int PollMilliseconds(absl::Duration left) {
  return static_cast<int>(absl::ToInt64Milliseconds(std::clamp(left, absl::ZeroDuration(), absl::Minutes(1)))) + 1;
}

}  // namespace

absl::StatusOr<std::unique_ptr<PostgresConnection>> PostgresConnection::Open(const PostgresTarget& target,
                                                                             const RequestContext& call) {
  std::array<const char*, kKeywords.size() + 1> keywords = {};
  std::ranges::copy(kKeywords, keywords.begin());
  const std::string user_timeout = absl::StrCat(absl::ToInt64Milliseconds(target.host_timeout));
  const std::array<const char*, kKeywords.size() + 1> values = {
      "polygist", "read-write", "UTF8", user_timeout.c_str(), "30", "10", "3", target.uri.c_str(), nullptr};
  std::unique_ptr<PostgresConnection> connection(
      new PostgresConnection(PQconnectStartParams(keywords.data(), values.data(), /*expand_dbname=*/1)));
  RETURN_IF_ERROR(connection->Connect(target, call));
  RETURN_IF_ERROR(connection->CheckEncoding());
  return connection;
}

PostgresConnection::~PostgresConnection() = default;

absl::Status PostgresConnection::Connect(const PostgresTarget& target, const RequestContext& call) {
  PGconn* const connection = connection_.get();
  if (connection == nullptr) return PostgresStatus("53200");
  // Verbose messages hold the SQLSTATE, which libpq tells in no other way of a failed connection.
  PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
  RequestContext until = call;
  until.deadline = std::min(call.deadline, absl::Now() + target.host_timeout * target.hosts + kConnectSlack);
  if (PQstatus(connection) == CONNECTION_BAD) return ConnectFailure();
  for (auto next = PGRES_POLLING_WRITING; next != PGRES_POLLING_OK; next = PQconnectPoll(connection)) {
    if (next == PGRES_POLLING_FAILED) return ConnectFailure();
    if (WaitFor(next == PGRES_POLLING_READING ? POLLIN : POLLOUT, until).ok()) continue;
    RETURN_IF_ERROR(call.Check());
    return PostgresStatus("");
  }
  PQsetNoticeReceiver(
      connection, [](void* self, const PGresult*) { static_cast<PostgresConnection*>(self)->warned_ = true; }, this);
  if (PQsetnonblocking(connection, 1) == 0 && PQenterPipelineMode(connection) == 1) return absl::OkStatus();
  return Break();
}

// With several hosts the message tells of each; one that answered tells more than one that did not.
absl::Status PostgresConnection::ConnectFailure() const {
  const std::string message = PQerrorMessage(connection_.get());
  std::string sqlstate = SqlstateIn(message);
  if (sqlstate.empty() && PQconnectionNeedsPassword(connection_.get())) sqlstate = "28P01";
  return WithCause(PostgresStatus(sqlstate), message);
}

absl::Status PostgresConnection::CheckEncoding() const {
  const char* const encoding = PQparameterStatus(connection_.get(), "server_encoding");
  if (encoding != nullptr && std::string_view(encoding) == "UTF8") return absl::OkStatus();
  return Error(absl::StatusCode::kFailedPrecondition, "STORE_ENCODING",
               "The database of the article store is not in UTF-8. Create one that is: CREATE DATABASE ... ENCODING "
               "'UTF8' TEMPLATE template0.");
}

absl::Status PostgresConnection::Send(const PostgresStatement& statement, const PostgresParameters& parameters) {
  if (!usable_) return PostgresStatus("");
  const std::string name(statement.name);
  const bool known = prepared_.contains(name) || std::ranges::find(expected_, name) != expected_.end();
  if (!known) {
    const std::string sql(statement.sql);
    RETURN_IF_ERROR(Sent(PQsendPrepare(connection_.get(), name.c_str(), sql.c_str(), 0, nullptr), {}, name));
  }
  return Sent(PQsendQueryPrepared(connection_.get(), name.c_str(), parameters.count(), parameters.values(),
                                  parameters.lengths(), parameters.formats(), /*resultFormat=*/1),
              parameters);
}

absl::Status PostgresConnection::Send(const std::string& sql, const PostgresParameters& parameters) {
  if (!usable_) return PostgresStatus("");
  return Sent(PQsendQueryParams(connection_.get(), sql.c_str(), parameters.count(), parameters.types(),
                                parameters.values(), parameters.lengths(), parameters.formats(), /*resultFormat=*/1),
              parameters);
}

absl::Status PostgresConnection::Sent(int accepted, const PostgresParameters& parameters, std::string prepared) {
  if (accepted != 1) return Break();
  expected_.push_back(std::move(prepared));
  unflushed_bytes_ += parameters.bytes();
  if (unflushed_bytes_ < kMaxUnflushedBytes) return absl::OkStatus();
  unflushed_bytes_ = 0;
  return PQflush(connection_.get()) < 0 ? Break() : absl::OkStatus();
}

absl::StatusOr<std::vector<PostgresResult>> PostgresConnection::Receive(const RequestContext& call, OnStop on_stop) {
  on_stop_ = on_stop;
  if (!usable_) return PostgresStatus("");
  if (PQpipelineSync(connection_.get()) != 1) return Break();
  unflushed_bytes_ = 0;
  std::vector<PostgresResult> results;
  const absl::Status status = TakeResults(call, results);
  expected_.clear();
  if (!status.ok()) return status;
  return results;
}

// Up to the end of the pipeline, whatever the statements answered.
absl::Status PostgresConnection::TakeResults(const RequestContext& call, std::vector<PostgresResult>& results) {
  absl::Status first_error;
  while (true) {
    RETURN_IF_ERROR(WaitForResult(call));
    PostgresResult result(PQgetResult(connection_.get()));
    if (result.get() == nullptr) {  // Between the results of two statements.
      if (PQstatus(connection_.get()) == CONNECTION_BAD) return Break();
      continue;
    }
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_PIPELINE_SYNC) return first_error;
    const std::string prepared = expected_.empty() ? std::string() : std::move(expected_.front());
    if (!expected_.empty()) expected_.pop_front();
    if (status == PGRES_FATAL_ERROR) first_error.Update(ErrorOf(result.get()));
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) continue;
    if (prepared.empty()) {
      results.push_back(std::move(result));
    } else {
      prepared_.insert(prepared);
    }
  }
}

absl::Status PostgresConnection::Execute(const std::string& script, const RequestContext& call) {
  if (!usable_) return PostgresStatus("");
  PGconn* const connection = connection_.get();
  if (PQexitPipelineMode(connection) != 1 || PQsendQuery(connection, script.c_str()) != 1) return Break();
  absl::Status first_error;
  while (true) {
    RETURN_IF_ERROR(WaitForResult(call));
    const PostgresResult result(PQgetResult(connection));
    if (result.get() == nullptr) break;
    if (PQresultStatus(result.get()) == PGRES_FATAL_ERROR) first_error.Update(ErrorOf(result.get()));
  }
  if (usable_ && PQenterPipelineMode(connection) != 1) first_error.Update(Break());
  return first_error;
}

bool PostgresConnection::TakeWarning() { return std::exchange(warned_, false); }

absl::Status PostgresConnection::WaitForResult(const RequestContext& call) {
  PGconn* const connection = connection_.get();
  while (true) {
    const int unsent = PQflush(connection);
    if (unsent < 0) return Break();
    if (PQisBusy(connection) == 0) return absl::OkStatus();
    const auto events = static_cast<short>(unsent == 0 ? POLLIN : POLLIN | POLLOUT);
    if (const absl::Status waited = WaitFor(events, call); !waited.ok()) {
      GiveUp();
      return waited;
    }
    if (PQconsumeInput(connection) != 1) return Break();
  }
}

absl::Status PostgresConnection::WaitFor(short events, const RequestContext& call) {
  while (true) {
    RETURN_IF_ERROR(call.Check());
    const absl::Duration left = call.deadline - absl::Now();
    pollfd socket = {.fd = PQsocket(connection_.get()), .events = events, .revents = 0};
    const int ready = poll(&socket, 1, PollMilliseconds(call.cancelled ? std::min(left, kLookInterval) : left));
    if (ready > 0) return absl::OkStatus();
    if (ready < 0 && errno != EINTR) return PostgresStatus("");
  }
}

absl::Status PostgresConnection::ErrorOf(const PGresult* result) {
  const char* const field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string sqlstate = field == nullptr ? "" : field;
  if (EndsConnection(sqlstate)) usable_ = false;
  return PostgresStatus(sqlstate);
}

absl::Status PostgresConnection::Break() {
  usable_ = false;
  return PostgresStatus("");
}

// The answer is not waited for, so the connection is of no more use.
void PostgresConnection::GiveUp() {
  usable_ = false;
  if (on_stop_ == OnStop::kLeave) return;
  const std::unique_ptr<PGcancel, FreeCancel> cancel(PQgetCancel(connection_.get()));
  if (cancel == nullptr) return;
  std::array<char, 256> ignored;
  PQcancel(cancel.get(), ignored.data(), ignored.size());
}

}  // namespace polygist::ingest
