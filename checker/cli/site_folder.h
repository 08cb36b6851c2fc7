// The folder that holds a written site, and the list of its files that marks it as ours.
#pragma once

#include <string>
#include <vector>

#include "checker/site/write_site.h"

namespace checker {

// Writes the files and takes away those that an earlier site left there and this one has not. A
// folder that is not empty must carry the mark of an earlier site. Gives what went wrong; empty
// when nothing did.
std::string write_site_folder(const std::string& name, const std::vector<site::SiteFile>& files);

}  // namespace checker
