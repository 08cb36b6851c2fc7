// Facts put in the place of what a design says, before it is read.
#pragma once

#include <string>

#include "checker/design/document.h"

namespace checker {

// Puts the entries of `facts`, whose keys are full names of facts (`school.form`), into the
// design's document; what the document says of those facts, in their groups or by their full names,
// is taken out. What is plain in them becomes an Argument. A document that is no mapping stays as
// it is.
void override_facts(DocumentNode facts, DocumentNode& document);

}  // namespace checker
