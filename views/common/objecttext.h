// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

// Texts that come from documents, made fit to be shown.

/// Control, bidirectional and other invisible characters as escapes ("\u202E"); everything else as
/// it is. Line breaks are escaped too, so that a text of one line stays one.
QString plainText(QStringView text);
/// A name as people read it: plain, and "(no name)" for one that is empty or blank.
QString nameText(QStringView name);
/// The object's name as people read it; a placeholder's says what it is. The object must exist.
QString objectLabel(const Topology &topology, ObjectId object);
/// "SMS_1, SMS Server", "MM_Acme, switch of Acme": for those who don't see where the name stands.
QString objectDescription(const Topology &topology, ObjectId object);

/// For setToolTip(), which would guess rich text: shows the text as it is, with its line breaks.
/// Empty stays empty.
QString toolTipText(QStringView text);
/// For texts of buttons, menus and tabs, where a single "&" would mark the shortcut.
QString mnemonicText(QStringView text);

/// "a, b, c"; long lists are cut: "a, b, c and 12 more".
QString shortList(const QStringList &items, qsizetype shown = 5);

/// The text for one, or the other with "%1" replaced by the count.
QString counted(qint64 count, const QString &one, const QString &several);
