# Makes a C++ source that tells the sources it was built with apart from any others:
#   cmake -DROOT=dsl -DVERSIONS=GNU-12.2 -DOUT=code_fingerprint.cpp -P make_code_fingerprint.cmake
cmake_minimum_required(VERSION 3.25)

file(GLOB_RECURSE files ${ROOT}/*.h ${ROOT}/*.cpp ${ROOT}/*.def)
set(hashes)
foreach(file IN LISTS files)
  file(SHA256 ${file} hash)
  string(APPEND hashes ${hash})
endforeach()
string(SHA256 hash "${VERSIONS} ${hashes}")
file(WRITE ${OUT} "\
// Made of the sources of dsl by make_code_fingerprint.cmake.
#include \"dsl/compilation/code_fingerprint.h\"

namespace dsl {

std::string_view code_fingerprint() { return \"${hash}\"; }

}  // namespace dsl
")
