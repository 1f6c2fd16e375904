// Solves the network in a file by LEMON's network simplex: seconds of wall and CPU to build and to run, and the cost.
// The file: nodes, arcs (32-bit), supplies, tails, heads, uppers (32-bit each), packed costs (64-bit each).
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <vector>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

template <class T> std::vector<T> read(std::FILE *file, std::size_t count) {
  std::vector<T> values(count);
  if (std::fread(values.data(), sizeof(T), count, file) != count) std::exit(2);
  return values;
}

int main(int, char **arguments) {
  std::FILE *file = std::fopen(arguments[1], "rb");
  if (!file) return 2;
  const auto sizes = read<std::int32_t>(file, 2);
  const std::size_t nodes = sizes[0], arcs = sizes[1];
  const auto supply = read<std::int32_t>(file, nodes);
  const auto tail = read<std::int32_t>(file, arcs), head = read<std::int32_t>(file, arcs);
  const auto upper = read<std::int32_t>(file, arcs);
  const auto cost = read<std::int64_t>(file, arcs);
  std::fclose(file);

  const auto began = std::chrono::steady_clock::now();
  const auto cpuBegan = std::clock();
  lemon::SmartDigraph graph;
  graph.reserveNode(nodes);
  graph.reserveArc(arcs);
  for (std::size_t node = 0; node < nodes; ++node) graph.addNode();
  for (std::size_t arc = 0; arc < arcs; ++arc)
    graph.addArc(graph.nodeFromId(tail[arc]), graph.nodeFromId(head[arc]));
  lemon::SmartDigraph::NodeMap<std::int32_t> supplies(graph);
  lemon::SmartDigraph::ArcMap<std::int32_t> uppers(graph);
  lemon::SmartDigraph::ArcMap<std::int64_t> costs(graph);
  for (std::size_t node = 0; node < nodes; ++node) supplies[graph.nodeFromId(node)] = supply[node];
  for (std::size_t arc = 0; arc < arcs; ++arc) {
    uppers[graph.arcFromId(arc)] = upper[arc];
    costs[graph.arcFromId(arc)] = cost[arc];
  }
  lemon::NetworkSimplex<lemon::SmartDigraph, std::int32_t, std::int64_t> simplex(graph);
  simplex.upperMap(uppers).costMap(costs).supplyMap(supplies);
  const auto built = std::chrono::steady_clock::now();
  const bool optimal = simplex.run() == decltype(simplex)::OPTIMAL;
  const std::chrono::duration<double> build = built - began, run = std::chrono::steady_clock::now() - built;
  std::printf("{\"optimal\":%s,\"buildS\":%f,\"runS\":%f,\"cpuS\":%f,\"cost\":\"%lld\"}\n", optimal ? "true" : "false", build.count(),
              run.count(), double(std::clock() - cpuBegan) / CLOCKS_PER_SEC, (long long)simplex.totalCost<long long>());
  return optimal ? 0 : 1;
}
