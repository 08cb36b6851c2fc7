# Makes a C++ source of the files beside it, so that the program holds what `leeway new` begins with:
# cmake -DFOLDER=templates -DOUT=templates.cpp -P embed_templates.cmake
cmake_minimum_required(VERSION 3.25)

file(READ ${FOLDER}/new_pack.txt pack)
file(WRITE ${OUT} "\
// Made of checker/cli/templates by embed_templates.cmake.
#include \"checker/cli/new_pack.h\"

namespace checker {

std::string_view pack_template() {
  return R\"template(${pack})template\";
}

}  // namespace checker
")
