// Facts put in the place of what a design says, before it is read.
#pragma once

#include <string>

#include "checker/design/document.h"

namespace checker {

// Puts the one entry of `facts`, whose key is a fact's full name (`school.form`), into the design's
// document; what the document says of that fact, in its group or by its full name, is taken out.
// A document that is no mapping stays as it is.
void override_fact(DocumentNode& document, const DocumentNode& facts);

}  // namespace checker
