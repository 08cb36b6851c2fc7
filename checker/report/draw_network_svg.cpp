// The one file that sees Graphviz.
//
// Its plug-ins for the layout and for SVG are linked in, and no others are looked for: with the
// one for fonts the picture would hang on which fonts a machine has, and same input would not give
// the same bytes.
#include <array>
#include <memory>
#include <sstream>

#include "checker/report/write_network_dot.h"
#include <graphviz/gvc.h>

// The names are those of the library.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}
// NOLINTEND(readability-identifier-naming)

namespace checker {
namespace {

struct CloseContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

// What the picture begins with up to its root element: the name and version of Graphviz, which say
// nothing about the design.
std::string without_prologue(const std::string& svg) {
  const std::size_t root = svg.find("<svg");
  return root == std::string::npos ? svg : svg.substr(root);
}

}  // namespace

std::optional<std::string> draw_network_svg(const NetworkReport& report) {
  std::ostringstream dot;
  write_network_dot(dot, report);
  // Graphviz takes them without `const`, and changes nothing.
  std::array<lt_symlist_t, 3> plugins = {
      {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
       {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
       {nullptr, nullptr}}};
  agseterr(AGMAX);
  const std::unique_ptr<GVC_t, CloseContext> context(gvContextPlugins(plugins.data(), 0));
  const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(dot.str().c_str()));
  if (!context || !graph || gvLayout(context.get(), graph.get(), "dot") != 0) return std::nullopt;
  char* text = nullptr;
  unsigned int length = 0;
  std::optional<std::string> svg;
  if (gvRenderData(context.get(), graph.get(), "svg", &text, &length) == 0) {
    svg = without_prologue(std::string(text, length));
    gvFreeRenderData(text);
  }
  gvFreeLayout(context.get(), graph.get());
  return svg;
}

}  // namespace checker
