// What the fuzz targets share.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string>

namespace fuzz {

// A broken law ends the run, which makes libFuzzer keep the input.
inline void require_none(const std::string& fault) {
  if (fault.empty()) return;
  std::cerr << "a law is broken: " << fault << '\n';
  std::abort();
}

}  // namespace fuzz
