// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

class JsonDocument;

enum class JsonType : quint8 { Null, False, True, Number, String, Array, Object };

/// Where a value stands, as a chain that lives on the call stack of whoever walks down; costs
/// nothing until it is shown.
struct JsonPlace
{
    const JsonPlace *parent = nullptr;  ///< Null for the whole text.
    QByteArrayView key;                 ///< Of a member.
    qsizetype index = -1;               ///< Of an item; below 0 for a member.

    JsonPlace member(QByteArrayView name) const { return {this, name, -1}; }
    JsonPlace item(qsizetype i) const { return {this, {}, i}; }
    /// "applications[3].options.general", or empty for the whole text. Long keys are cut.
    QString text() const;
};

/// A value of a document; lives no longer than the document.
class JsonValue final
{
public:
    JsonType type() const;
    bool isNull() const { return type() == JsonType::Null; }
    bool isString() const { return type() == JsonType::String; }
    bool isObject() const { return type() == JsonType::Object; }
    bool isArray() const { return type() == JsonType::Array; }
    /// Of its first character, in the text.
    qsizetype offset() const;
    /// A string's text as UTF-8, without escapes; a number as it was written.
    QByteArrayView bytes() const;
    QString text() const { return QString::fromUtf8(bytes()); }
    /// A number without fraction that 63 bits hold, however it is written: 12, 12.0, 1.2e1.
    std::optional<qint64> wholeNumber() const;

    /// Calls visit(index, value) for an array's items.
    template <class Visit>
    void forEachItem(Visit visit) const
    {
        qsizetype i = 0;
        for (quint32 at = m_index + 1; at < end(m_index); at = end(at))
            visit(i++, JsonValue(m_document, at));
    }
    /// Calls visit(key, value) for an object's members, in the order of the text.
    template <class Visit>
    void forEachMember(Visit visit) const
    {
        for (quint32 at = m_index + 1; at < end(m_index); at = end(at + 1))
            visit(JsonValue(m_document, at).bytes(), JsonValue(m_document, at + 1));
    }
    qsizetype memberCount() const
    {
        qsizetype count = 0;
        forEachMember([&count](QByteArrayView, const JsonValue &) { ++count; });
        return count;
    }
    /// An object's member; nothing if there is none, or if this is no object.
    std::optional<JsonValue> find(QByteArrayView key) const;

    /// Compact text: the keys of objects sorted by code point, numbers as they were written.
    QString compact() const;

private:
    friend class JsonDocument;
    JsonValue(const JsonDocument *document, quint32 index)
        : m_document(document)
        , m_index(index)
    {
    }
    quint32 end(quint32 index) const;
    void appendCompact(QByteArray &json) const;

    const JsonDocument *m_document;
    quint32 m_index;
};

/// A JSON text with the place of every value, and of everything that is wrong with it.
///
/// Strict (RFC 8259), but that a byte order mark is skipped. Stricter than a parser has to be: a
/// key twice in one object, a lone surrogate and U+0000 are flaws. Not a library's parser, because
/// none goes on after such a flaw to find the others, none tells their paths, and none keeps
/// numbers of any size as they were written.
class JsonDocument final
{
public:
    static constexpr int deepest = 64;
    static constexpr qsizetype listedFlaws = 200;
    static constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

    struct Flaw
    {
        qsizetype offset = 0;
        QString path;
        QString message;
    };

    static JsonDocument parse(const QByteArray &text);

    /// Nothing if the text breaks off or breaks JSON's grammar; then the last flaw says where.
    std::optional<JsonValue> root() const;
    /// In the order of the text, at most listedFlaws of them, and the one that ended the reading.
    const QList<Flaw> &flaws() const { return m_flaws; }
    /// All of them.
    qsizetype flawCount() const { return m_flawCount; }

    /// "12:4": line and column of an offset, counted from 1; the column in characters. Fast if
    /// asked in order of offsets.
    QString lineAndColumn(qsizetype offset) const;

private:
    friend class JsonValue;
    friend class JsonParser;

    struct Node
    {
        quint32 begin;   // Of the value, in the text.
        quint32 length;  // Of a number, or a string inside its quotes. An index if it has escapes.
        quint32 end;     // The node after this one and all that is inside it.
        JsonType type;
        bool hasEscapes;
    };

    QByteArray m_text;
    // In the order of the text; the first one is the root; a member is two nodes, key and value.
    std::vector<Node> m_nodes;
    std::vector<QByteArray> m_decoded;
    QList<Flaw> m_flaws;
    qsizetype m_flawCount = 0;
    bool m_isWhole = false;

    // The last place that was asked for.
    mutable qsizetype m_seenOffset = 0;
    mutable qsizetype m_seenLine = 1;
    mutable qsizetype m_seenColumn = 1;
};
