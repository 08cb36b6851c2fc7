// The stakeholders of a value network in words: what its picture shows as a list, and all their
// figures as a table.
#pragma once

#include "checker/report/html/parts.h"
#include "checker/report/network_picture.h"

namespace checker::html {

// The members that are drawn, with all that the picture says of them. Like those of the picture
// they are links, by which the script filters.
Html members_list(const Scope& scope, const ValueNetwork& network, const NetworkPicture& picture);

// All with whom anything stands against the design, is due or cannot be told, folded up.
Html members_table(const Scope& scope, const ValueNetwork& network);

}  // namespace checker::html
