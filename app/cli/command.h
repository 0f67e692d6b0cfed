// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/resultformat.h"

#include <QCoreApplication>
#include <QStringList>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

// Only commandline.cpp includes this: CLI11 takes long to compile.

inline QString commandText(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}
inline std::string said(const char *text)
{
    return commandText(text).toStdString();
}

/// One command of the program, and its arguments: CLI11 fills the fields as it goes through them.
class Command final
{
public:
    Command(CLI::App &parent, const char *name, const char *description, const char *example)
        : m_app(parent.add_subcommand(name, said(description)))
    {
        m_app->set_help_flag("-h,--help", said("Shows this help, and ends."));
        m_app->footer(said("Example:") + "\n  " + example);
    }

    CLI::App &app() { return *m_app; }

    CLI::Option *text(
        const char *name, QString &target, const char *description, const char *type = "TEXT")
    {
        return m_app
            ->add_option_function<std::string>(
                name,
                [&target](const std::string &value) { target = QString::fromStdString(value); },
                said(description))
            ->type_name(type);
    }
    CLI::Option *texts(const char *name, QStringList &target, const char *description)
    {
        return m_app
            ->add_option_function<std::vector<std::string>>(
                name,
                [&target](const std::vector<std::string> &values) {
                    for (const auto &value : values)
                        target.append(QString::fromStdString(value));
                },
                said(description))
            ->type_name("");
    }
    CLI::Option *file(const char *name, QString &target, const char *description)
    {
        return text(name, target, description, "")->required();
    }
    CLI::Option *document(QString &target, const char *name = "DOC")
    {
        return text(name, target, "The document (.switchyard).", name[0] == '-' ? "DOC" : "")
            ->required()
            ->check([](const std::string &value) {
                // What CLI11 calls a validator: the reason for a refusal, or nothing.
                return value == "-" ? said("a document can't come from standard input")
                                    : std::string();
            });
    }
    void author(QString &target)
    {
        text("--author", target, "Who does this; else the user of the operating system.", "NAME");
    }
    CLI::Option *flag(const char *name, bool &target, const char *description)
    {
        return m_app->add_flag_callback(
            name, [&target] { target = true; }, said(description));
    }
    template <class T>
    CLI::Option *choice(const char *name, T &target, std::vector<std::pair<const char *, T>> words,
        const char *description)
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
        auto *option = m_app->add_option_function<std::string>(name, take, said(description));
        option->check([names, type](const std::string &given) {
            return std::find(names.begin(), names.end(), given) != names.end()
                ? std::string()
                : commandText("%1 is none of %2")
                      .arg(QString::fromStdString(given), QString::fromStdString(type))
                      .toStdString();
        });
        return option->type_name(type);
    }
    void resultFormat(ResultFormat &target)
    {
        choice<ResultFormat>("--format", target,
            {{"text", ResultFormat::Text}, {"json", ResultFormat::Json}},
            "Form of the result; else text.");
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
