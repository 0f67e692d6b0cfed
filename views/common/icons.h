// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"
#include "views/common/tones.h"

#include <QIcon>

#include <memory>

class QSvgRenderer;

// Icons are drawings of one colour (resources/icons), painted in the application's palette at the
// moment they are shown: sharp at any device pixel ratio, and right after a change of theme.

/// For menus, tool bars and buttons: "add", "undo", "filter" …; the name of a file in
/// resources/icons/actions.
QIcon actionIcon(QLatin1String name);
/// A drawing such as "marks/error" in a tone of its own.
QIcon tintedIcon(const QString &name, Tone tone);

QIcon kindIcon(Kind kind);
QIcon typeIcon(const ApplicationType &type);
/// By its type or kind. The object must exist.
QIcon objectIcon(const Topology &topology, ObjectId object);
/// The drawing of one of these icons in a colour of its own, for pictures: they wear no theme. Null
/// for any other icon.
std::shared_ptr<QSvgRenderer> iconDrawing(const QIcon &icon, const QColor &colour);
/// The program's own, for windows and the about box.
QIcon programIcon();
