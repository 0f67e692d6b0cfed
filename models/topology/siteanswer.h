// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

/// What a site knows of a change that the sources say nothing about ("not stated",
/// contract/restart.md): counts from then on for every application of the type. Kept with the
/// topology, because it is made and undone as everything else is; no part of what is exported.
struct SiteAnswer
{
    /// They stand in documents: do not renumber.
    enum class Effect : quint8 {
        Restart = 0,    ///< The server has to be restarted.
        Immediate = 1,  ///< It takes the change over by itself.
    };

    QString type;   ///< The application type's token.
    QString field;  ///< What changes: the topology format's field name, or an unknown key.
    Effect effect = Effect::Restart;
    QString evidence;  ///< How it is known, such as a test or a case of the vendor's. Never blank.
    QString author;    ///< Who answered.
    QDate date;        ///< When (UTC).

    bool operator==(const SiteAnswer &) const = default;
};
