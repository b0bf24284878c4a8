#include "client/commands/content_options.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "client/input/content_file.h"
#include "client/input/usage_error.h"
#include "common/base/status_macros.h"
#include "common/base/strings.h"

namespace polygist::client {

void AddContentOptions(CLI::App& verb, ContentOptions& options) {
  verb.add_option("--media-type", options.media_type,
                  "text/html or text/plain; default: by the file's ending, else told from the bytes");
  verb.add_option("--charset", options.charset, "Charset label of the files; default: detected");
  verb.add_option("--url", options.url, "Where the article was found");
  verb.add_option("--source", options.source, "Who published it; default: the host of the URL");
  verb.add_option("--title", options.title, "Title; default: found in the content");
  verb.add_option("--language", options.language, "BCP 47 tag, believed; default: identified");
  verb.add_option("--published", options.published, "Publication time, 2031-03-04 or RFC 3339");
  verb.add_option("--label", options.labels, "KEY=VALUE to filter by later; may be repeated")->allow_extra_args(false);
  verb.add_flag("--keep-all", options.keep_all, "Remove nothing as web furniture");
  verb.add_option("--disable-rule", options.disabled_rules, "Removal rule that must not fire; may be repeated")
      ->allow_extra_args(false);
  verb.add_option("--template", options.source_template, "collections/COLLECTION/templates/ID whose lines are removed");
}

absl::StatusOr<google::protobuf::Timestamp> ParseTime(const std::string& text, std::string_view option) {
  google::protobuf::Timestamp time;
  const std::string full = text.size() == 10 ? text + "T00:00:00Z" : text;
  if (!google::protobuf::util::TimeUtil::FromString(full, &time)) {
    return UsageError(option, "TIME_MALFORMED", "This is no time; write 2031-03-04 or 2031-03-04T12:00:00+01:00.");
  }
  return time;
}

absl::StatusOr<type::v1::RawContent> MakeContent(const ContentOptions& options, const std::string& path,
                                                 std::string bytes) {
  type::v1::RawContent content;
  content.set_bytes(std::move(bytes));
  content.set_media_type(options.media_type.empty() ? MediaTypeOfPath(path) : options.media_type);
  content.set_charset(options.charset);
  content.set_url(options.url);
  content.set_source(options.source);
  content.set_title(options.title);
  content.set_language(options.language);
  if (!options.published.empty()) {
    ASSIGN_OR_RETURN(*content.mutable_publish_time(), ParseTime(options.published, "--published"));
  }
  for (const std::string& label : options.labels) {
    const size_t equals = label.find('=');
    if (equals == std::string::npos) {
      return UsageError("--label", "LABEL_MALFORMED", "Write labels as KEY=VALUE.");
    }
    (*content.mutable_labels())[label.substr(0, equals)] = label.substr(equals + 1);
  }
  if (options.keep_all) content.mutable_options()->set_keep_all(true);
  for (const std::string& rule : options.disabled_rules) {
    content.mutable_options()->add_disabled_rules(rule);
  }
  if (!options.source_template.empty()) {
    content.mutable_options()->set_source_template(options.source_template);
  }
  return content;
}

}  // namespace polygist::client
