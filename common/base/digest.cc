#include "common/base/digest.h"

#include <openssl/evp.h>

#include <array>

#include "absl/strings/escaping.h"

namespace polygist {
namespace {

constexpr size_t kDigestBytes = 16;

void AddLength(EVP_MD_CTX* context, uint64_t length) {
  std::array<unsigned char, 8> bytes;
  for (unsigned char& byte : bytes) {
    byte = static_cast<unsigned char>(length & 0xff);
    length >>= 8;
  }
  EVP_DigestUpdate(context, bytes.data(), bytes.size());
}

}  // namespace

DigestBuilder::DigestBuilder() : context_(EVP_MD_CTX_new()) {
  EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(context_), EVP_sha256(), nullptr);
}

DigestBuilder::~DigestBuilder() { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_)); }

DigestBuilder& DigestBuilder::Add(std::string_view field) {
  auto* context = static_cast<EVP_MD_CTX*>(context_);
  AddLength(context, field.size());
  EVP_DigestUpdate(context, field.data(), field.size());
  return *this;
}

DigestBuilder& DigestBuilder::Add(int64_t number) { return Add(std::to_string(number)); }

std::string DigestBuilder::Hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(context_), digest.data(), &size);
  return absl::BytesToHexString(absl::string_view(reinterpret_cast<const char*>(digest.data()), kDigestBytes));
}

}  // namespace polygist
