#include "checker/batch/write_fault.h"

#include "checker/batch/json_text.h"
#include <fmt/core.h>

namespace checker::batch {

std::string json_place(const Input& input) {
  return input.line > 0 ? fmt::format(R"("line":{})", input.line)
                        : R"("file":)" + quoted(input.file_name);
}

std::string fault_json(const Input& input, const Fault& fault) {
  std::string json = '{' + json_place(input) + R"(,"error":{)";
  if (!fault.code.empty()) json += R"("code":)" + quoted(fault.code) + ',';
  json += R"("message":)" + quoted(fault.message);
  if (!fault.help.empty()) json += R"(,"help":)" + quoted(fault.help);
  if (input.line == 0) json += fmt::format(R"(,"line":{})", fault.line);
  return json + fmt::format(R"(,"column":{}}}}})", fault.column);
}

std::string fault_message(const Fault& fault) {
  return fault.code.empty() ? fault.message : fault.code + ": " + fault.message;
}

std::string fault_text(const Input& input, const Fault& fault) {
  const std::string text =
      fmt::format("{}:{}:{}: {}", input.file_name, input.line > 0 ? input.line : fault.line,
                  fault.column, fault_message(fault));
  return fault.help.empty() ? text : text + "; " + fault.help;
}

}  // namespace checker::batch
