// SPDX-License-Identifier: Apache-2.0
#include "app/gui/invocation.h"

#include "views/common/theme.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Invocation", text);
}

std::optional<QSize> parseSize(const QString &text)
{
    const auto parts = text.split(u'x');
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(parts.value(0).toInt(&isWidth), parts.value(1).toInt(&isHeight));
    constexpr int largest = 10000;
    const bool isGood = parts.size() == 2 && isWidth && isHeight && size.width() > 0
        && size.height() > 0 && size.width() <= largest && size.height() <= largest;
    return isGood ? std::optional(size) : std::nullopt;
}

Result<void> takeValue(Invocation &options, const QString &name, const QString &value)
{
    if (name == u"--screenshot") {
        options.task = Invocation::Task::Screenshot;
        options.picture = value;
    } else if (name == u"--panel") {
        options.panel = value;
    } else if (name == u"--theme") {
        if (!Theme::fromToken(value))
            return failure(Error::Code::InvalidInput,
                tr("--theme takes system, light or dark, not “%1”.").arg(value));
        options.theme = value;
    } else {
        const auto size = parseSize(value);
        if (!size)
            return failure(Error::Code::InvalidInput,
                tr("--size takes WIDTHxHEIGHT, such as 1366x768, not “%1”.").arg(value));
        options.size = *size;
    }
    return {};
}

}  // namespace

Result<Invocation> Invocation::parse(const QStringList &arguments)
{
    Invocation options;
    bool onlyFiles = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &argument = arguments.at(i);
        if (onlyFiles || !argument.startsWith(u'-')) {
            if (!options.document.isEmpty())
                return failure(Error::Code::InvalidInput,
                    tr("One document at a time: “%1” is the second.").arg(argument));
            options.document = argument;
        } else if (argument == u"--") {
            onlyFiles = true;
        } else if (argument == u"--help" || argument == u"-h") {
            options.task = Task::Help;
        } else if (argument == u"--version") {
            options.task = Task::Version;
        } else if (argument == u"--new") {
            options.isNew = true;
        } else {
            const auto name = argument.section(u'=', 0, 0);
            if (!QStringList {u"--screenshot"_s, u"--size"_s, u"--theme"_s, u"--panel"_s}.contains(
                    name))
                return failure(Error::Code::InvalidInput,
                    tr("There is no option “%1”. Try --help.").arg(argument));
            const bool isInside = argument.contains(u'=');
            if (!isInside && i + 1 == arguments.size())
                return failure(
                    Error::Code::InvalidInput, tr("%1 takes a value. Try --help.").arg(name));
            const auto value = isInside ? argument.section(u'=', 1) : arguments.at(++i);
            if (const auto taken = takeValue(options, name, value); !taken)
                return tl::unexpected(taken.error());
        }
    }
    return options;
}

QString Invocation::help()
{
    return tr(
        "Usage: switchyard [options] [DOC]\n"
        "Edits the multi-tenant topology of an eServices installation. Opens DOC, or what was open last.\n"
        "\n"
        "  --new                 begin without the document that was open last\n"
        "  --theme THEME         system, light or dark\n"
        "  --panel NAME          topology, assignments, applications, tenants, switches, hosts, review, problems, restarts,\n"
        "                        history, revisions\n"
        "  --screenshot FILE     draw the window into a PNG and exit; needs no display\n"
        "  --size WIDTHxHEIGHT   of that picture; 1366x768 unless told\n"
        "  --help, --version\n"
        "\n"
        "Example: switchyard --screenshot window.png --theme dark site.switchyard\n");
}
