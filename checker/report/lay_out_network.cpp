// The one file that sees Graphviz.
//
// Its plug-in for the layout is linked in, and no others are looked for: with the one for fonts the
// picture would hang on which fonts a machine has, and same input would not give the same bytes.
#include "checker/report/lay_out_network.h"

#include <array>
#include <memory>
#include <sstream>

#include "checker/report/write_network_dot.h"
#include <fmt/core.h>
#include <graphviz/gvc.h>

// The names are those of the library.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
// NOLINTNEXTLINE(readability-identifier-naming)
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}
// NOLINTEND(readability-identifier-naming)

namespace checker {
namespace {

// A graph while it is laid out; null where Graphviz cannot.
class LaidOut {
 public:
  explicit LaidOut(const std::string& dot) {
    // Graphviz takes them without `const`, and changes nothing.
    std::array<lt_symlist_t, 2> plugins = {
        {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
         {nullptr, nullptr}}};
    agseterr(AGMAX);
    context_.reset(gvContextPlugins(plugins.data(), 0));
    graph_.reset(agmemread(dot.c_str()));
    is_laid_out_ = context_ && graph_ && gvLayout(context_.get(), graph_.get(), "dot") == 0;
  }
  LaidOut(const LaidOut&) = delete;
  LaidOut& operator=(const LaidOut&) = delete;
  ~LaidOut() {
    if (is_laid_out_) gvFreeLayout(context_.get(), graph_.get());
  }

  explicit operator bool() const { return is_laid_out_; }
  Agraph_t* graph() const { return graph_.get(); }

 private:
  struct CloseContext {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
  };
  struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
  };

  std::unique_ptr<GVC_t, CloseContext> context_;
  std::unique_ptr<Agraph_t, CloseGraph> graph_;
  bool is_laid_out_ = false;
};

// Reads places off the graph, with the corner as in SVG.
class Places {
 public:
  explicit Places(Agraph_t* graph) : graph_(graph), box_(GD_bb(graph)) {}

  double width() const { return box_.UR.x - box_.LL.x; }
  double height() const { return box_.UR.y - box_.LL.y; }

  Agnode_t* node(char kind, std::size_t index) const {
    std::string name = fmt::format("{}{}", kind, index);
    return agnode(graph_, name.data(), 0);
  }

  NodePlace node_place(char kind, std::size_t index) const {
    constexpr double kPointsPerInch = 72;
    Agnode_t* const found = node(kind, index);
    if (found == nullptr) return {};
    return {point(ND_coord(found)), ND_width(found) * kPointsPerInch,
            ND_height(found) * kPointsPerInch};
  }

  EdgePlace edge_place(const PictureEdge& edge) const {
    EdgePlace place;
    Agnode_t* const from = node('m', edge.member);
    Agnode_t* const to = node('f', edge.feature);
    Agedge_t* const found =
        from == nullptr || to == nullptr ? nullptr : agedge(graph_, from, to, nullptr, 0);
    if (found == nullptr || ED_spl(found) == nullptr) return place;
    const bezier& curve = *ED_spl(found)->list;
    for (std::size_t i = 0; i < static_cast<std::size_t>(curve.size); ++i) {
      place.curve.push_back(point(curve.list[i]));
    }
    // The curve ends where the arrow would begin.
    if (curve.eflag != 0) place.curve.insert(place.curve.end(), 3, point(curve.ep));
    if (const textlabel_t* const label = ED_label(found)) {
      place.label = {point(label->pos), label->dimen.x, label->dimen.y};
    }
    return place;
  }

 private:
  // Graphviz counts upwards and, from left to right, begins with its first node at the bottom. Read
  // as if it counted downwards, the picture begins with it at the top.
  PicturePoint point(const pointf& place) const {
    return {place.x - box_.LL.x, place.y - box_.LL.y};
  }

  Agraph_t* graph_;
  boxf box_;
};

}  // namespace

std::optional<PictureLayout> lay_out(const NetworkPicture& picture, const ValueNetwork& network) {
  std::ostringstream dot;
  write_picture_dot(dot, picture, network);
  const LaidOut laid_out(dot.str());
  if (!laid_out) return std::nullopt;
  const Places places(laid_out.graph());
  PictureLayout layout{places.width(), places.height(), {}, {}, {}};
  for (const PictureMember& each : picture.members) {
    layout.members.push_back(places.node_place('m', each.member));
  }
  for (const PictureFeature& each : picture.features) {
    layout.features.push_back(places.node_place('f', each.feature));
  }
  for (const PictureEdge& each : picture.edges) layout.edges.push_back(places.edge_place(each));
  return layout;
}

}  // namespace checker
