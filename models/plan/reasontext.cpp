// SPDX-License-Identifier: Apache-2.0
#include "models/plan/reasontext.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <rapidjson/document.h>

using namespace Qt::StringLiterals;

namespace {

using Json = rapidjson::Value;

struct ReasonTexts
{
    Q_DECLARE_TR_FUNCTIONS(Reason)
};

constexpr qsizetype shownEntries = 6;

QString hidden()
{
    return u"•••"_s;
}

/// A reason's value, parsed to be shown.
class ParsedJson
{
public:
    explicit ParsedJson(const QString &json)
        : m_text(json)
    {
        const QByteArray text = json.toUtf8();
        rapidjson::StringStream stream(text.constData());
        // Numbers stay as they were written; they come as strings and look the same. (rapidjson 1.1
        // does that right in UTF-8 alone.)
        constexpr unsigned flags =
            rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
        m_document.ParseStream<flags>(stream);
    }
    const Json &value() const { return m_document; }
    /// Texts without quotes, what has a structure as its JSON.
    QString text() const { return text(m_document, m_text); }

    static QString text(const Json &json, const QString &whole = {})
    {
        if (json.IsString())
            return QString::fromUtf8(json.GetString(), qsizetype(json.GetStringLength()));
        if (json.IsBool())
            return json.GetBool() ? ReasonTexts::tr("yes") : ReasonTexts::tr("no");
        return json.IsNull() ? ReasonTexts::tr("(none)") : whole;
    }
    static QString member(const Json &json, const char *name)
    {
        if (!json.IsObject())
            return {};
        const auto found = json.FindMember(name);
        return found == json.MemberEnd() ? QString() : text(found->value);
    }

private:
    QString m_text;
    rapidjson::Document m_document;
};

QString cutList(const QStringList &entries, const QString &separator)
{
    if (entries.size() <= shownEntries)
        return entries.join(separator);
    return ReasonTexts::tr("%1 and %n more", nullptr, int(entries.size() - shownEntries))
        .arg(entries.first(shownEntries).join(separator));
}

/// A tenant's name, "Ixn_1 (default)" for a connection, "MM (Acme)" for a switch.
QString memberText(const QString &json)
{
    const ParsedJson parsed(json);
    const auto &value = parsed.value();
    if (!value.IsObject())
        return parsed.text();
    const bool isConnection = value.HasMember("application");
    const auto name = ParsedJson::member(value, isConnection ? "application" : "name");
    const auto detail = ParsedJson::member(value, isConnection ? "port" : "tenant");
    return detail.isEmpty() ? name : u"%1 (%2)"_s.arg(name, detail);
}

QString portsText(const QString &json)
{
    const ParsedJson parsed(json);
    if (!parsed.value().IsArray())
        return parsed.text();
    QStringList ports;
    for (const auto &port : parsed.value().GetArray()) {
        QStringList words {ParsedJson::member(port, "id"), ParsedJson::member(port, "port")};
        words.removeAll(QString());
        ports.append(words.join(u' '));
    }
    return ports.isEmpty() ? ReasonTexts::tr("(none)") : cutList(ports, u", "_s);
}

/// "section/key" for every option of a table, with its value; "section" for a section without
/// options, unless the other table has it, too: then it is only there to say so.
QList<std::pair<QString, QString>> optionsOf(const Json &table, const Json &other)
{
    QList<std::pair<QString, QString>> options;
    if (!table.IsObject())
        return options;
    for (const auto &section : table.GetObject()) {
        const auto name = ParsedJson::text(section.name);
        if (!section.value.IsObject())
            continue;
        if (section.value.ObjectEmpty() && !(other.IsObject() && other.HasMember(section.name)))
            options.append({name, {}});
        for (const auto &option : section.value.GetObject()) {
            const auto key = ParsedJson::text(option.name);
            options.append(
                {name + u'/' + key, looksSecret(key) ? hidden() : ParsedJson::text(option.value)});
        }
    }
    return options;
}

QString optionsText(const Reason &reason)
{
    const ParsedJson before(reason.before);
    const ParsedJson after(reason.after);
    const auto old = optionsOf(before.value(), after.value());
    QMap<QString, QString> gone;
    for (const auto &[option, was] : old)
        gone.insert(option, was);
    QStringList texts;
    for (const auto &[option, now] : optionsOf(after.value(), before.value())) {
        if (gone.contains(option))
            texts.append(u"%1: %2 → %3"_s.arg(option, gone.take(option), now));
        else
            texts.append(now.isEmpty() ? u"+%1"_s.arg(option) : u"+%1 = %2"_s.arg(option, now));
    }
    for (const auto &[option, was] : old) {
        if (gone.contains(option))
            texts.append(u"−"_s + option);
    }
    return cutList(texts, u", "_s);
}

QString label(const QString &field)
{
    for (int i = 0; i < int(Field::Extra); ++i) {
        if (field == fieldName(Field(i)))
            return fieldLabel(Field(i));
    }
    return field;
}

}  // namespace

QStringList memberTexts(const QStringList &members)
{
    QStringList texts;
    for (const auto &json : members)
        texts.append(memberText(json));
    return texts;
}

QString membersText(const Reason &reason)
{
    QStringList texts;
    for (const auto &json : reason.added)
        texts.append(u'+' + memberText(json));
    for (const auto &json : reason.removed)
        texts.append(u'−' + memberText(json));
    return cutList(texts, u" "_s);
}

QString reasonText(const Reason &reason)
{
    const auto name = label(reason.field);
    if (reason.isSetLike)
        return ReasonTexts::tr("%1: %2").arg(name, membersText(reason));
    if (reason.field == fieldName(Field::Options) || reason.field == fieldName(Field::Annex))
        return ReasonTexts::tr("%1: %2").arg(name, optionsText(reason));
    if (reason.field == fieldName(Field::Ports))
        return ReasonTexts::tr("%1: %2 → %3")
            .arg(name, portsText(reason.before), portsText(reason.after));
    if (looksSecret(reason.field))
        return ReasonTexts::tr("%1: %2 → %3").arg(name, hidden(), hidden());
    return ReasonTexts::tr("%1: %2 → %3")
        .arg(name, ParsedJson(reason.before).text(), ParsedJson(reason.after).text());
}

bool looksSecret(QStringView optionKey)
{
    // Words of the key: "dbPassword", "tls-key", "API_KEY".
    QStringList words;
    QString word;
    for (qsizetype i = 0; i < optionKey.size(); ++i) {
        const QChar c = optionKey[i];
        const bool startsWord = c.isUpper() && i > 0 && optionKey[i - 1].isLower();
        if (!c.isLetter() || startsWord)
            words.append(std::exchange(word, {}));
        if (c.isLetter())
            word += c.toLower();
    }
    words.append(word);
    return std::any_of(words.begin(), words.end(), [](const QString &w) {
        for (const auto part : {"password"_L1, "passwd"_L1, "passphrase"_L1, "pwd"_L1, "secret"_L1,
                 "token"_L1, "credential"_L1}) {
            if (w.contains(part))
                return true;
        }
        return w == "pass"_L1 || w.endsWith("key"_L1) || w.endsWith("keys"_L1);
    });
}
