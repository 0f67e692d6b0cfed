// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/jsonwriter.h"

#include "models/base/jsontext.h"

void JsonWriter::indent()
{
    m_bytes += '\n';
    m_bytes.append(qsizetype(2 * m_levels.size()), ' ');
}

void JsonWriter::separate()
{
    if (m_isAfterKey) {
        m_isAfterKey = false;
        return;
    }
    if (m_levels.empty())
        return;
    auto &level = m_levels.back();
    if (!level.isEmpty)
        m_bytes += ',';
    level.isEmpty = false;
    if (level.layout == Layout::Lines)
        indent();
}

void JsonWriter::begin(char bracket, Layout layout)
{
    separate();
    m_bytes += bracket;
    const bool isInside = !m_levels.empty() && m_levels.back().layout == Layout::Inline;
    m_levels.push_back({isInside ? Layout::Inline : layout});
}

void JsonWriter::end(char bracket)
{
    const auto level = m_levels.back();
    m_levels.pop_back();
    if (!level.isEmpty && level.layout == Layout::Lines)
        indent();
    m_bytes += bracket;
}

void JsonWriter::key(QByteArrayView name)
{
    separate();
    appendJsonUtf8(m_bytes, name);
    m_bytes += m_levels.back().layout == Layout::Lines ? ": " : ":";
    m_isAfterKey = true;
}

void JsonWriter::key(QStringView name)
{
    key(name.toUtf8());
}

void JsonWriter::value(QStringView text)
{
    separate();
    appendJsonString(m_bytes, text);
}

void JsonWriter::value(QLatin1String text)
{
    separate();
    appendJsonUtf8(m_bytes, QByteArrayView(text));
}

void JsonWriter::value(qint64 number)
{
    separate();
    m_bytes += QByteArray::number(number);
}

void JsonWriter::value(bool flag)
{
    separate();
    m_bytes += flag ? "true" : "false";
}

void JsonWriter::null()
{
    separate();
    m_bytes += "null";
}

void JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_bytes += json;
}
