// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/jsondocument.h"

#include <QCoreApplication>

/// Makes the nodes of a JsonDocument. Recursive: the depth is limited.
class JsonParser final
{
    Q_DECLARE_TR_FUNCTIONS(JsonParser)

public:
    explicit JsonParser(JsonDocument &document);
    /// False if the grammar is broken; the flaw is in the document.
    bool parse();

private:
    bool value(const JsonPlace &place, int depth);
    bool object(const JsonPlace &place, int depth);
    bool array(const JsonPlace &place, int depth);
    bool number(const JsonPlace &place);
    bool literal(const JsonPlace &place, QByteArrayView word, JsonType type);
    bool string(const JsonPlace &place);
    /// Decodes from the first backslash on; at the closing quote afterwards.
    bool escapedString(const JsonPlace &place, const char *begin);
    /// The four digits of \uXXXX; nothing if they aren't.
    std::optional<char16_t> hexUnit();
    void checkUtf8(const JsonPlace &place, const char *begin, const char *end);
    void findRepeatedKeys(const JsonPlace &place, size_t firstKey);

    void skipBlanks();
    void flaw(const JsonPlace &place, const char *at, const QString &message);
    /// Ends the reading.
    bool broken(const JsonPlace &place, const char *at, const QString &message);
    bool unexpected(const JsonPlace &place, const QString &expected);
    quint32 push(JsonType type);
    QByteArrayView keyAt(quint32 node) const;

    JsonDocument &m_document;
    const char *m_begin;
    const char *m_at;
    const char *m_end;
    bool m_isUtf8 = true;
    std::vector<quint32> m_keys;  // Nodes of the keys of all objects that are open.
};
