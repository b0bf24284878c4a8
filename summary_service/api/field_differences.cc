#include "summary_service/api/field_differences.h"

#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>

#include "absl/strings/str_cat.h"

namespace polygist::summary {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::util::MessageDifferencer;

std::string PathOf(const std::vector<MessageDifferencer::SpecificField>& fields) {
  std::string path;
  for (const MessageDifferencer::SpecificField& one : fields) {
    absl::StrAppend(&path, path.empty() ? "" : ".", one.field->name());
    const int index = one.index >= 0 ? one.index : one.new_index;
    if (one.field->is_repeated() && index >= 0) absl::StrAppend(&path, "[", index, "]");
  }
  return path;
}

std::string ValueOf(const Message& message, const FieldDescriptor* field, int index) {
  std::string value;
  const int at = field->is_repeated() ? index : -1;
  if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    std::string scratch;
    const auto* reflection = message.GetReflection();
    return at < 0 ? reflection->GetStringReference(message, field, &scratch)
                  : reflection->GetRepeatedStringReference(message, field, at, &scratch);
  }
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  printer.PrintFieldValueToString(message, field, at, &value);
  return value;
}

class Collector final : public MessageDifferencer::Reporter {
 public:
  using Path = std::vector<MessageDifferencer::SpecificField>;

  void ReportAdded(const Message&, const Message& found, const Path& path) override {
    differences.push_back({PathOf(path), "", ValueOf(found, path.back().field, path.back().new_index)});
  }
  void ReportDeleted(const Message& recorded, const Message&, const Path& path) override {
    differences.push_back({PathOf(path), ValueOf(recorded, path.back().field, path.back().index), ""});
  }
  void ReportModified(const Message& recorded, const Message& found, const Path& path) override {
    if (path.back().field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) return;  // Its fields were reported.
    differences.push_back({PathOf(path), ValueOf(recorded, path.back().field, path.back().index),
                           ValueOf(found, path.back().field, path.back().new_index)});
  }

  std::vector<FieldDifference> differences;
};

}  // namespace

std::vector<FieldDifference> FieldDifferences(const Message& recorded, const Message& found) {
  Collector collector;
  MessageDifferencer differencer;
  differencer.ReportDifferencesTo(&collector);
  differencer.Compare(recorded, found);
  return std::move(collector.differences);
}

}  // namespace polygist::summary
