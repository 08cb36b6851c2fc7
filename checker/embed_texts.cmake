# Makes a C++ source of text files, so that the program holds what it writes:
#   cmake -DFOLDER=assets -DTEXTS=style_sheet=style.css,script=a.js -DHEADER=checker/site/x.h
#     -DNAMESPACE=checker::site -DOUT=assets.cpp -P embed_texts.cmake
# Each text becomes a function that gives an EmbeddedText: the text and its hash, as a page's policy
# names what it allows.
cmake_minimum_required(VERSION 3.25)

# Six digits of a hash at a time, three bytes, are four letters of base 64.
function(base64_of hex result)
  set(letters ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  set(text)
  # A SHA-256 has 32 bytes: ten groups of three, and two bytes that are left over.
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hex}00" ${at} 6 group)
    foreach(shift 18 12 6 0)
      math(EXPR index "(0x${group} >> ${shift}) & 63")
      string(SUBSTRING ${letters} ${index} 1 letter)
      string(APPEND text ${letter})
    endforeach()
  endforeach()
  string(SUBSTRING ${text} 0 43 text)
  set(${result} "${text}=" PARENT_SCOPE)
endfunction()

set(functions)
string(REPLACE "," ";" TEXTS "${TEXTS}")
foreach(each IN LISTS TEXTS)
  string(REGEX MATCH "^([a-z_]+)=(.+)$" ok "${each}")
  set(name ${CMAKE_MATCH_1})
  set(file ${FOLDER}/${CMAKE_MATCH_2})
  file(READ ${file} text)
  file(SHA256 ${file} hex)
  base64_of(${hex} hash)
  string(APPEND functions "
EmbeddedText ${name}() {
  return {R\"asset(${text})asset\", \"sha256-${hash}\"};
}
")
endforeach()
file(WRITE ${OUT} "\
// Made of ${FOLDER} by embed_texts.cmake.
#include \"${HEADER}\"

namespace ${NAMESPACE} {
${functions}
}  // namespace ${NAMESPACE}
")
