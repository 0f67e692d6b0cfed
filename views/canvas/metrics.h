// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Sizes of the picture in scene units: pixels at a zoom of 100 %.
namespace Metrics {

inline constexpr double laneWidth = 144;
inline constexpr double foldedLaneWidth = 26;
inline constexpr double laneGap = 6;  ///< Left and right of a card in its lane.

inline constexpr double busHeight = 30;
inline constexpr double busPitch = 44;  ///< From one row of buses to the next; ports hang between.
inline constexpr double busOverhang = 34;  ///< How far a bus reaches beyond its outer ports.
inline constexpr double cardHeight = 42;
inline constexpr double cardPitch = 50;
inline constexpr double sideCardHeight = 30;  ///< In the side lane a line is enough.
inline constexpr double sideCardPitch = 37;
inline constexpr double portRadius = 5.5;

inline constexpr double bandPadding = 8;  ///< Above and below what stands in a band.
inline constexpr double foldedBandHeight = 24;
inline constexpr double sideGap = 16;  ///< Between the side lane and the first tenant's.

/// Heads stay on the screen at any zoom; their sizes are pixels.
inline constexpr int laneHeadHeight = 46;
inline constexpr int bandHeadWidth = 128;

inline constexpr double leastZoom = 0.0005;
inline constexpr double mostZoom = 4;
/// Rows don't shrink below this: far away, lanes become a texture instead of a line.
inline constexpr double leastRowZoom = 0.12;

}  // namespace Metrics
