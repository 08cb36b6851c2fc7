// Why a design could not be judged, with its place.
#pragma once

#include <string>

#include "checker/batch/engine.h"

namespace checker::batch {

// `"line":4` or, where the file is the design, `"file":"a.yaml"`.
std::string json_place(const Input& input);

// `{"line":4,"error":{...}}`, as the line of the design.
std::string fault_json(const Input& input, const Fault& fault);

// `E0506: what is wrong`
std::string fault_message(const Fault& fault);

// `designs.ndjson:4:70: E0506: what is wrong; what to do`
std::string fault_text(const Input& input, const Fault& fault);

}  // namespace checker::batch
