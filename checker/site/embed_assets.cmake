# Makes a C++ source of the files below assets/, so that the program holds what it writes beside
# the pages: cmake -DFOLDER=assets -DOUT=site_assets.cpp -P embed_assets.cmake
cmake_minimum_required(VERSION 3.25)

file(READ ${FOLDER}/style.css style)
file(READ ${FOLDER}/search.js script)
file(WRITE ${OUT} "\
// Made of checker/site/assets by embed_assets.cmake.
#include \"checker/site/write_site.h\"

namespace checker::site {

std::string_view style_sheet() {
  return R\"asset(${style})asset\";
}

std::string_view search_script() {
  return R\"asset(${script})asset\";
}

}  // namespace checker::site
")
