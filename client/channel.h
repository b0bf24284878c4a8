// Connections to the services.
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/security/credentials.h>

#include <memory>
#include <string>

namespace polygist::client {

// Where the services are: POLYGIST_INGEST_ADDRESS and POLYGIST_SUMMARY_ADDRESS, by default
// 127.0.0.1:7701 and 127.0.0.1:7702.
std::string IngestAddress();
std::string SummaryAddress();

// A channel to `address` ("host:port", or any gRPC target). Nothing is connected before the first
// call; an unreachable address shows as UNAVAILABLE there. Messages up to 64 MiB may be sent and of
// any size received; a silent peer is noticed within about 30 seconds. `credentials`: as rpc::MakeChannelCredentials
// makes them from files; by default the connection is not encrypted.
std::shared_ptr<grpc::Channel> OpenChannel(
    const std::string& address,
    const std::shared_ptr<grpc::ChannelCredentials>& credentials = grpc::InsecureChannelCredentials());

}  // namespace polygist::client
