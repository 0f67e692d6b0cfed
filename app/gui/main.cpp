// SPDX-License-Identifier: Apache-2.0
#include "app/gui/invocation.h"
#include "app/gui/screenshot.h"
#include "views/common/icons.h"
#include "views/common/theme.h"
#include "views/window/dialogprompts.h"
#include "views/window/documentsession.h"
#include "views/window/mainwindow.h"
#include "views/window/workspace.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

// The same numbers as the command line's.
enum ExitCode { Done = 0, Usage = 2, Input = 3, Output = 4 };

void say(std::FILE *stream, const QString &text)
{
    const auto bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

void complain(const QString &text)
{
    say(stderr, u"switchyard: "_s + text + u'\n');
}

[[noreturn]] void leaveWithoutDisplay()
{
    complain(
        u"There is no display to show a window on. Set DISPLAY or WAYLAND_DISPLAY, or draw it into a picture: "
        "switchyard --screenshot window.png DOC"_s);
    std::_Exit(Output);
}

/// Qt ends the program with an abort where it finds no display; that looks like a crash.
void handleMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    const bool isAboutDisplay =
        message.contains("platform plugin"_L1) || message.contains("display"_L1);
    if (type == QtFatalMsg && isAboutDisplay)
        leaveWithoutDisplay();
    if (isAboutDisplay && message.contains("qt.qpa.xcb"_L1))
        return;
    // What the offscreen platform can't do, and where there is no session: neither matters to a
    // picture.
    if (message.startsWith("This plugin does not support"_L1)
        || message.contains("XDG_RUNTIME_DIR"_L1))
        return;
    std::fprintf(stderr, "%s\n", qPrintable(message));
    if (type == QtFatalMsg)
        std::abort();
}

int showWindow(const Invocation &invocation)
{
    QSettings settings;
    Theme theme;
    const auto token = invocation.theme.isEmpty() ? settings.value("window/theme"_L1).toString()
                                                  : invocation.theme;
    theme.setChoice(Theme::fromToken(token).value_or(ThemeChoice::System));
    DialogPrompts prompts(settings);
    MainWindow window(settings, prompts, theme);
    prompts.setWindow(&window);
    window.show();

    auto &session = window.session();
    const auto last = session.recentFiles().last();
    if (!invocation.document.isEmpty())
        session.open(invocation.document);
    else if (!invocation.isNew && !last.isEmpty())
        session.open(last);
    if (!invocation.panel.isEmpty())
        window.showPanel(invocation.panel);
    return QApplication::exec();
}

int drawWindow(const Invocation &invocation)
{
    // A picture looks the same whoever takes it.
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QSettings settings;
    Theme theme;
    theme.setChoice(Theme::fromToken(invocation.theme).value_or(ThemeChoice::Light));
    DialogPrompts prompts(settings);
    MainWindow window(settings, prompts, theme);
    if (!invocation.document.isEmpty()) {
        std::optional<Error> error;
        QObject::connect(&window.session(), &DocumentSession::failed, &window,
            [&](const Error &e) { error = e; });
        if (!window.session().open(invocation.document)) {
            complain(error ? error->text() : invocation.document);
            return Input;
        }
    }
    if (!invocation.panel.isEmpty() && !window.showPanel(invocation.panel)) {
        complain(u"There is no panel “%1” to show."_s.arg(invocation.panel));
        return Usage;
    }
    const auto taken = takeScreenshot(window, invocation.size, invocation.picture);
    if (!taken) {
        complain(taken.error().text());
        return Output;
    }
    return Done;
}

}  // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto invocation = Invocation::parse(arguments);
    if (!invocation) {
        complain(invocation.error().message);
        return Usage;
    }
    if (invocation->task == Invocation::Task::Help) {
        say(stdout, Invocation::help());
        return Done;
    }
    if (invocation->task == Invocation::Task::Version) {
        say(stdout, u"Switchyard " SWITCHYARD_VERSION "\n"_s);
        return Done;
    }

    const bool isPicture = invocation->task == Invocation::Task::Screenshot;
    if (isPicture)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    else if (qEnvironmentVariableIsEmpty("DISPLAY")
        && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        leaveWithoutDisplay();
    qInstallMessageHandler(handleMessage);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"Switchyard"_s);
    QCoreApplication::setOrganizationName(u"Switchyard"_s);
    QCoreApplication::setApplicationVersion(u"" SWITCHYARD_VERSION ""_s);
    QGuiApplication::setDesktopFileName(u"switchyard"_s);
    QApplication::setWindowIcon(programIcon());
    return isPicture ? drawWindow(*invocation) : showWindow(*invocation);
}
