// Solves the network in a file by LEMON, pack of levels after pack: what would make a pack dearer stays as it is in the next.
// lemon simplex|scaling FILE. The file: nodes, arcs, packs; supplies; tails; heads; uppers (32 bits each); then, for each
// pack, what each arc costs (64 bits).
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

using Graph = lemon::SmartDigraph;
using Cost = std::int64_t;

template <class T> std::vector<T> read(std::FILE *file, std::size_t count) {
  std::vector<T> values(count);
  if (std::fread(values.data(), sizeof(T), count, file) != count) std::exit(2);
  return values;
}

template <class Algorithm> int solve(const char *name) {
  std::FILE *file = std::fopen(name, "rb");
  if (!file) return 2;
  const auto sizes = read<std::int32_t>(file, 3);
  const std::size_t nodes = sizes[0], arcs = sizes[1], packs = sizes[2];
  const auto supply = read<std::int32_t>(file, nodes);
  const auto tail = read<std::int32_t>(file, arcs), head = read<std::int32_t>(file, arcs);
  const auto upper = read<std::int32_t>(file, arcs);

  Graph graph;
  graph.reserveNode(nodes);
  graph.reserveArc(arcs);
  for (std::size_t node = 0; node < nodes; ++node) graph.addNode();
  for (std::size_t arc = 0; arc < arcs; ++arc) graph.addArc(graph.nodeFromId(tail[arc]), graph.nodeFromId(head[arc]));
  Graph::NodeMap<std::int32_t> supplies(graph);
  Graph::ArcMap<std::int32_t> lowers(graph, 0), uppers(graph);
  Graph::ArcMap<Cost> costs(graph);
  for (std::size_t node = 0; node < nodes; ++node) supplies[graph.nodeFromId(node)] = supply[node];
  for (std::size_t arc = 0; arc < arcs; ++arc) uppers[graph.arcFromId(arc)] = upper[arc];

  Algorithm algorithm(graph);
  algorithm.supplyMap(supplies);
  std::printf("{\"packs\":[");
  for (std::size_t pack = 0; pack < packs; ++pack) {
    const auto cost = read<Cost>(file, arcs);
    for (std::size_t arc = 0; arc < arcs; ++arc) costs[graph.arcFromId(arc)] = cost[arc];
    algorithm.lowerMap(lowers).upperMap(uppers).costMap(costs);
    if (algorithm.run() != Algorithm::OPTIMAL) return 1;
    std::printf("%s\"%lld\"", pack ? "," : "", (long long)algorithm.template totalCost<long long>());
    for (std::size_t arc = 0; arc < arcs; ++arc) {
      const auto at = graph.arcFromId(arc);
      const Cost reduced = cost[arc] + algorithm.potential(graph.source(at)) - algorithm.potential(graph.target(at));
      if (reduced != 0) lowers[at] = uppers[at] = algorithm.flow(at);
    }
  }
  std::printf("]}\n");
  return 0;
}

int main(int count, char **words) {
  if (count != 3) return 2;
  return std::strcmp(words[1], "simplex") == 0 ? solve<lemon::NetworkSimplex<Graph, std::int32_t, Cost>>(words[2])
                                               : solve<lemon::CostScaling<Graph, std::int32_t, Cost>>(words[2]);
}
