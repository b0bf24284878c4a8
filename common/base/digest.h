// Content digests: the same bytes give the same name on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace polygist {

// SHA-256 over a sequence of fields, truncated to 128 bits. Each field is preceded by its length, so
// ("ab", "c") and ("a", "bc") differ.
//
//   DigestBuilder digest;
//   digest.Add(bytes).Add(media_type);
//   std::string revision = digest.Hex();
class DigestBuilder {
 public:
  DigestBuilder();
  ~DigestBuilder();
  DigestBuilder(const DigestBuilder&) = delete;
  DigestBuilder& operator=(const DigestBuilder&) = delete;

  DigestBuilder& Add(std::string_view field);
  DigestBuilder& Add(int64_t number);

  // 32 lower-case hexadecimal digits. Ends the builder: nothing may be added afterwards.
  std::string Hex();

 private:
  void* context_;  // EVP_MD_CTX
};

}  // namespace polygist
