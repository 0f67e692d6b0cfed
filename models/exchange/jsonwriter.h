// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// Writes JSON as UTF-8. Commas, colons and indentation come by themselves.
class JsonWriter final
{
public:
    /// Lines: each item or member on a line of its own. Inside an Inline one everything is inline.
    enum class Layout { Lines, Inline };

    void beginObject(Layout layout = Layout::Inline) { begin('{', layout); }
    void endObject() { end('}'); }
    void beginArray(Layout layout = Layout::Inline) { begin('[', layout); }
    void endArray() { end(']'); }
    /// Before a member's value.
    void key(QByteArrayView name);
    void key(QStringView name);
    void key(QLatin1String name) { key(QByteArrayView(name)); }

    void value(QStringView text);
    void value(QLatin1String text);
    void value(qint64 number);
    void value(int number) { value(qint64(number)); }
    void value(bool flag);
    void null();
    /// JSON text as it is.
    void raw(QByteArrayView json);
    void raw(QStringView json) { raw(json.toUtf8()); }

    const QByteArray &bytes() const { return m_bytes; }
    void reserve(qsizetype size) { m_bytes.reserve(size); }

private:
    struct Level
    {
        Layout layout;
        bool isEmpty = true;
    };
    void begin(char bracket, Layout layout);
    void end(char bracket);
    void separate();
    void indent();

    QByteArray m_bytes;
    std::vector<Level> m_levels;
    bool m_isAfterKey = false;
};
