// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/resultformat.h"

#include <QCoreApplication>
#include <QStringList>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

// Only commandline.cpp includes this: CLI11 takes long to compile.

struct CommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// One command of the program, and its arguments: CLI11 fills the fields as it goes through them.
class Command final
{
public:
    Command(CLI::App &parent, const char *name, const QString &description, const char *example)
        : m_app(parent.add_subcommand(name, description.toStdString()))
    {
        m_app->set_help_flag(
            "-h,--help", CommandTexts::tr("Shows this help, and ends.").toStdString());
        m_app->footer(CommandTexts::tr("Example:").toStdString() + "\n  " + example);
    }

    CLI::App &app() { return *m_app; }

    CLI::Option *text(
        const char *name, QString &target, const QString &description, const char *type = "TEXT")
    {
        return m_app
            ->add_option_function<std::string>(
                name,
                [&target](const std::string &value) { target = QString::fromStdString(value); },
                description.toStdString())
            ->type_name(type);
    }
    CLI::Option *texts(const char *name, QStringList &target, const QString &description)
    {
        return m_app
            ->add_option_function<std::vector<std::string>>(
                name,
                [&target](const std::vector<std::string> &values) {
                    for (const auto &value : values)
                        target.append(QString::fromStdString(value));
                },
                description.toStdString())
            ->type_name("");
    }
    CLI::Option *file(const char *name, QString &target, const QString &description)
    {
        return text(name, target, description, "")->required();
    }
    CLI::Option *document(QString &target, const char *name = "DOC")
    {
        return text(name, target, CommandTexts::tr("The document (.switchyard)."),
            name[0] == '-' ? "DOC" : "")
            ->required()
            ->check([](const std::string &value) {
                // What CLI11 calls a validator: the reason for a refusal, or nothing.
                return value == "-"
                    ? CommandTexts::tr("a document can't come from standard input").toStdString()
                    : std::string();
            });
    }
    void author(QString &target)
    {
        text("--author", target,
            CommandTexts::tr("Who does this; else the user of the operating system."), "NAME");
    }
    /// A number from 1.
    CLI::Option *number(const char *name, int &target, const QString &description)
    {
        return m_app->add_option(name, target, description.toStdString())
            ->check([](const std::string &given) {
                bool isNumber = false;
                const int number = QString::fromStdString(given).toInt(&isNumber);
                return isNumber && number > 0 ? std::string()
                                              : CommandTexts::tr("%1 is no whole number from 1")
                                                    .arg(QString::fromStdString(given))
                                                    .toStdString();
            })
            ->type_name("K");
    }
    CLI::Option *flag(const char *name, bool &target, const QString &description)
    {
        return m_app->add_flag_callback(
            name, [&target] { target = true; }, description.toStdString());
    }
    template <class T>
    CLI::Option *choice(const char *name, T &target, std::vector<std::pair<const char *, T>> words,
        const QString &description)
    {
        std::vector<std::string> names;
        std::string type;
        for (const auto &[word, value] : words) {
            names.emplace_back(word);
            type += (type.empty() ? "" : "|") + names.back();
        }
        const auto take = [&target, words](const std::string &given) {
            for (const auto &[word, value] : words) {
                if (given == word)
                    target = value;
            }
        };
        auto *option =
            m_app->add_option_function<std::string>(name, take, description.toStdString());
        option->check([names, type](const std::string &given) {
            return std::find(names.begin(), names.end(), given) != names.end()
                ? std::string()
                : CommandTexts::tr("%1 is none of %2")
                      .arg(QString::fromStdString(given), QString::fromStdString(type))
                      .toStdString();
        });
        return option->type_name(type);
    }
    void resultFormat(ResultFormat &target)
    {
        choice<ResultFormat>("--format", target,
            {{"text", ResultFormat::Text}, {"json", ResultFormat::Json}},
            CommandTexts::tr("Form of the result; else text."));
    }
    /// What the arguments ask for if they name this command.
    template <class Options, class Invocation>
    void yields(const Options &options, std::optional<Invocation> &invocation)
    {
        m_app->final_callback([&options, &invocation] { invocation = options; });
    }

private:
    CLI::App *m_app;  // Its parent owns it.
};
