// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/jsondocument.h"
#include "models/topology/draft.h"

#include <QHash>

#include <array>

/// What a file of mutagen relies on and other files, or the document, hold: templates say types and
/// releases, DBIDs name objects. Files come before the document, earlier ones before later ones.
class MutagenKnowledge final
{
public:
    /// The document that will be merged into, or null. It must outlive the knowledge.
    explicit MutagenKnowledge(const Topology *known);
    /// From a file of mutagen; a text of another form gives nothing.
    void learn(const JsonDocument &document);

    struct Template
    {
        QString type;  ///< Token; empty if it isn't said.
        QString release;
    };
    const Template *findTemplate(const QString &name) const;
    /// Empty if no file and no document has that template.
    QString templateName(qint64 dbid) const { return m_templateNames.value(dbid); }
    /// The name of the object with this DBID; empty if there is none. Not for switches.
    QString objectName(Kind kind, qint64 dbid) const;
    std::optional<SwitchName> switchName(qint64 dbid) const;
    /// The document has an application of this name.
    bool isKnownApplication(const QString &name) const;
    /// The type of the first application of the document that was made from this template; empty if
    /// there is none.
    QString typeOfApplicationsFrom(const QString &templateName) const;

private:
    void learnRoot(const JsonValue &root);
    void learnTemplates(const JsonValue &list, QHash<QString, Template> &templates);
    void learnSwitches(const JsonValue &list);

    const Topology *m_known;
    QHash<QString, Template> m_templates;
    QHash<qint64, QString> m_templateNames;
    std::array<QHash<qint64, QString>, kindCount> m_names;
    QHash<qint64, SwitchName> m_switches;
    // Of the document.
    QHash<QString, QString> m_typesByTemplate;
    std::array<QHash<qint64, QString>, kindCount> m_documentNames;
    QHash<qint64, SwitchName> m_documentSwitches;
    QHash<QString, Template> m_documentTemplates;  // Kept by an earlier import.
};
