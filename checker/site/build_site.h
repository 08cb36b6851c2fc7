// The site of the rules: every pack, norm, stakeholder, fact and topic has its place.
#pragma once

#include "checker/site/page.h"
#include "checker/site/places.h"

namespace checker::site {

// The same rules give the same site; no clock is asked.
Site build_site(const Rules& rules);

}  // namespace checker::site
