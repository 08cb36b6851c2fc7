// The style sheet and the script of the HTML report, from the files of `assets/`.
#pragma once

#include "checker/report/html/embedded_text.h"

namespace checker::html {

EmbeddedText report_style();
EmbeddedText report_script();

}  // namespace checker::html
