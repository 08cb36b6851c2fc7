# Makes a C++ source of docs/diagnostics.md, so that the program holds the page it explains messages
# with: cmake -DPAGE=docs/diagnostics.md -DOUT=message_pages.cpp -P make_message_pages.cmake
cmake_minimum_required(VERSION 3.25)

file(READ ${PAGE} text)
# What stands before the first message, and what stands between the messages' groups, is left out.
string(FIND "${text}" "\n### " first)
string(SUBSTRING "${text}" ${first} -1 text)
string(REGEX REPLACE "\n## [^#]*\n### " "\n### " text "${text}")
string(REGEX REPLACE "\n### ([A-Z][0-9]+) " ")page\"},\n    {\"\\1\", R\"page(" text "${text}")
string(FIND "${text}" "{\"" first)
string(SUBSTRING "${text}" ${first} -1 text)
file(WRITE ${OUT} "\
// Made of docs/diagnostics.md by make_message_pages.cmake.
#include \"checker/report/message_page.h\"

namespace checker {

const std::vector<MessagePage>& message_pages() {
  static const std::vector<MessagePage> kPages = {
    ${text})page\"},
  };
  return kPages;
}

}  // namespace checker
")
