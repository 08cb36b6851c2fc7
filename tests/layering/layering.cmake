# Fails when a module includes one that is not beneath it or another module's private folder, and
# when a library is included outside its place.
cmake_minimum_required(VERSION 3.25)

# Lowest first: a module may include itself and anything listed before it.
set(layers
  dsl/text dsl/diagnostics dsl/core dsl/syntax dsl/parse dsl/sema dsl/program dsl/lint dsl/compilation
  checker/design checker/eval checker/network checker/batch checker/library checker/analysis checker/report
  checker/site checker/lsp checker/service checker/cli)

# A library's headers, then (after `in`) the folders and files that may include them.
set(places
  "boost/          in dsl/parse/ dsl/compilation/compiled_program.cpp"
  "cereal/         in dsl/compilation/compiled_program.cpp"
  "xxhash          in dsl/compilation/compiled_program.cpp"
  "utf8proc        in dsl/text/"
  "nlohmann/       in checker/design/read_json.cpp checker/report/json_parts
                   checker/report/read_baseline.cpp checker/site/write_search.cpp"
  "pugixml         in checker/report/write_junit.cpp"
  "graphviz/       in checker/report/lay_out_network.cpp"
  "yaml-cpp/       in checker/design/read_yaml.cpp"
  "CLI/            in checker/cli/options checker/cli/complaint"
  "spdlog/         in checker/cli/"
  "simdjson        in checker/batch/"
  "z3              in checker/analysis/smt/")

function(check_own_include file layer include)
  string(REGEX MATCH "^(dsl|checker)/[a-z_]+" target "${include}")
  list(FIND layers "${layer}" here)
  list(FIND layers "${target}" there)
  if(there EQUAL -1)
    message(SEND_ERROR "${file}: \"${include}\" is no path from the root into a known module")
  elseif(there GREATER here)
    message(SEND_ERROR "${file}: \"${include}\" reaches up from ${layer}")
  elseif(include STREQUAL "checker/report/json_parts.h" AND
         NOT file MATCHES "^checker/report/(write_[a-z_]+|json_parts)\\.cpp$")
    # It brings the JSON library with it, which belongs to the writers.
    message(SEND_ERROR "${file}: \"${include}\" belongs in the writers of checker/report")
  elseif(NOT target STREQUAL layer AND include MATCHES "/(grammar|smt)/")
    message(SEND_ERROR "${file}: \"${include}\" reaches into a private folder")
  endif()
endfunction()

function(check_library_include file include)
  foreach(place IN LISTS places)
    string(REGEX MATCHALL "[^ \n]+" words "${place}")
    list(POP_FRONT words library in)
    string(FIND "${include}" "${library}" at)
    if(at EQUAL 0)
      foreach(allowed IN LISTS words)
        string(FIND "${file}" "${allowed}" at)
        if(at EQUAL 0)
          return()
        endif()
      endforeach()
      message(SEND_ERROR "${file}: <${include}> belongs in ${words}")
    endif()
  endforeach()
endfunction()

file(GLOB_RECURSE files RELATIVE ${ROOT}
  ${ROOT}/dsl/*.h ${ROOT}/dsl/*.cpp ${ROOT}/dsl/*.def
  ${ROOT}/checker/*.h ${ROOT}/checker/*.cpp ${ROOT}/checker/*.def)
if(NOT files)
  message(FATAL_ERROR "no sources below ROOT (${ROOT})")
endif()
foreach(file IN LISTS files)
  string(REGEX MATCH "^[a-z]+/[a-z_]+" layer "${file}")
  if(NOT layer IN_LIST layers)
    message(SEND_ERROR "${file}: its folder is no module named in layering.cmake")
    continue()
  endif()
  file(STRINGS ${ROOT}/${file} lines REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS lines)
    if(line MATCHES "include[ \t]*\"([^\"]+)\"")
      check_own_include(${file} ${layer} ${CMAKE_MATCH_1})
    elseif(line MATCHES "include[ \t]*<([^>]+)>")
      check_library_include(${file} ${CMAKE_MATCH_1})
    endif()
  endforeach()
endforeach()
