// SPDX-License-Identifier: Apache-2.0
#include "models/plan/jsonvalue.h"

#include "models/base/jsontext.h"
#include "models/base/text.h"

#include <algorithm>
#include <rapidjson/reader.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

QString joined(const std::vector<QString> &parts, QChar open, QChar close)
{
    QString json(open);
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            json += u',';
        json += parts[i];
    }
    json += close;
    return json;
}

/// The digits without zeros at either end, and the power of ten of the last one.
QString canonicalNumber(QStringView text)
{
    const bool isNegative = text.startsWith(u'-');
    if (isNegative)
        text = text.mid(1);
    qint64 exponent = 0;
    const auto e =
        std::find_if(text.begin(), text.end(), [](QChar c) { return c == u'e' || c == u'E'; });
    if (e != text.end()) {
        bool isWhole = false;
        exponent = text.mid(e - text.begin() + 1).toLongLong(&isWhole);
        if (!isWhole || exponent > 1'000'000'000'000 || exponent < -1'000'000'000'000)
            return (isNegative ? u"-"_s : QString())
                + text.toString();  // Nobody means it: only the same text is the same.
        text = text.left(e - text.begin());
    }
    QString digits;
    for (const QChar c : text) {
        if (c != u'.')
            digits += c;
    }
    if (const auto point = text.indexOf(u'.'); point >= 0)
        exponent -= text.size() - point - 1;
    const auto isZero = [](QChar c) { return c == u'0'; };
    const auto last = std::find_if_not(digits.crbegin(), digits.crend(), isZero);
    exponent += last - digits.crbegin();
    digits.chop(last - digits.crbegin());
    digits.remove(0, std::find_if_not(digits.cbegin(), digits.cend(), isZero) - digits.cbegin());
    if (digits.isEmpty())
        return u"0"_s;
    return (isNegative ? u"-"_s : QString()) + digits + u'e' + QString::number(exponent);
}

/// Builds the canonical text from inside out, without recursion.
class Canonicaliser : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Canonicaliser>
{
public:
    QString take() { return std::move(m_values.back()); }

    bool Null() { return add(u"null"_s); }
    bool Bool(bool value) { return add(value ? u"true"_s : u"false"_s); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool)
    {
        return add(canonicalNumber(QString::fromLatin1(text, qsizetype(size))));
    }
    bool String(const char *text, rapidjson::SizeType size, bool)
    {
        return add(jsonString(QString::fromUtf8(text, qsizetype(size))));
    }
    bool StartObject() { return true; }
    bool Key(const char *text, rapidjson::SizeType size, bool) { return String(text, size, true); }
    bool EndObject(rapidjson::SizeType count)
    {
        std::vector<std::pair<QString, QString>> members;
        const auto from = m_values.end() - std::ptrdiff_t(count) * 2;
        for (auto value = from; value != m_values.end(); value += 2)
            members.emplace_back(value[0], value[1]);
        m_values.erase(from, m_values.end());
        std::sort(members.begin(), members.end());
        std::vector<QString> parts;
        for (const auto &[key, value] : members)
            parts.push_back(key + u':' + value);
        return add(joined(parts, u'{', u'}'));
    }
    bool StartArray() { return true; }
    bool EndArray(rapidjson::SizeType count)
    {
        const auto from = m_values.end() - std::ptrdiff_t(count);
        const std::vector<QString> parts(from, m_values.end());
        m_values.erase(from, m_values.end());
        return add(joined(parts, u'[', u']'));
    }

private:
    bool add(QString value)
    {
        m_values.push_back(std::move(value));
        return true;
    }
    std::vector<QString> m_values;
};

}  // namespace

QString canonicalJson(const QString &json)
{
    constexpr unsigned flags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
    // All in UTF-8: rapidjson 1.1 garbles numbers that it gives as they are written in any wider
    // encoding.
    const QByteArray text = json.toUtf8();
    rapidjson::StringStream stream(text.constData());
    rapidjson::Reader reader;
    Canonicaliser canonicaliser;
    return reader.Parse<flags>(stream, canonicaliser) ? canonicaliser.take() : json;
}

bool isSameJson(const QString &a, const QString &b)
{
    return a == b || canonicalJson(a) == canonicalJson(b);
}
