// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/inputs.h"
#include "models/exchange/jsondocument.h"

/// The reading of one JSON text: collects what is wrong with it, and takes values apart.
///
/// The functions that take values apart give nothing for a value that is missing (null) and for one
/// that is malformed; the latter they report.
class Reading final
{
public:
    /// Begins with the document's flaws. The document must outlive the reading.
    explicit Reading(const JsonDocument &document);

    void malformed(const JsonPlace &place, const JsonValue &value, const QString &message);
    void problem(const JsonPlace &place, const QString &message);
    bool isMalformed() const { return m_malformedCount > 0; }

    std::optional<QString> text(const JsonPlace &place, const JsonValue &value);
    /// The text of a key or a string. Texts that come again and again are shared.
    QString shared(QByteArrayView bytes);
    /// A text that is not empty.
    std::optional<QString> reference(const JsonPlace &place, const JsonValue &value);
    std::optional<qint64> wholeNumber(const JsonPlace &place, const JsonValue &value);
    std::optional<bool> flag(const JsonPlace &place, const JsonValue &value);
    bool isObject(const JsonPlace &place, const JsonValue &value);
    bool isArray(const JsonPlace &place, const JsonValue &value);
    void outsideEnumeration(const JsonPlace &place, const JsonValue &value, const QString &allowed);

    /// Without the draft if anything is malformed.
    ReadResult finish(TopologyDraft draft);

private:
    void wrongType(const JsonPlace &place, const JsonValue &value, const QString &expected);

    struct Malformed
    {
        qsizetype offset;
        QString path;
        QString message;
    };
    struct SharedText
    {
        QByteArrayView bytes;  // In the document.
        QString text;
    };

    const JsonDocument &m_document;
    std::vector<SharedText> m_shared;  // By a hash; a newer text takes the place of an older one.
    QList<Malformed> m_malformed;
    qsizetype m_malformedCount = 0;
    QList<Problem> m_problems;
};
