// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/inputs.h"

#include "models/exchange/mutagenknowledge.h"
#include "models/exchange/mutagenreader.h"
#include "models/exchange/topologyjsonreader.h"

#include <QCoreApplication>

namespace {

struct InputsTexts
{
    Q_DECLARE_TR_FUNCTIONS(Inputs)
};

ReadResult refused(const QString &message)
{
    ReadResult result;
    result.errors.append({QStringLiteral("1:1"), message});
    return result;
}

/// Blanks and a byte order mark aside.
bool beginsLikeJson(const QByteArray &bytes)
{
    QByteArrayView rest = bytes;
    if (rest.startsWith(JsonDocument::byteOrderMark))
        rest = rest.sliced(3);
    rest = rest.trimmed();
    return rest.startsWith('{');
}

InputFormat formatOf(const JsonDocument &document)
{
    const auto root = document.root();
    if (!root || root->find("format"))
        return InputFormat::Topology;
    if (root->find("__metadata__") || (!looksLikeTopology(*root) && looksLikeMutagen(*root)))
        return InputFormat::Mutagen;
    return looksLikeTopology(*root) ? InputFormat::Topology : InputFormat::Auto;
}

ReadResult readDocument(
    const JsonDocument &document, InputFormat format, const MutagenKnowledge &knowledge)
{
    switch (format) {
    case InputFormat::Topology:
        return readTopology(document);
    case InputFormat::Mutagen:
        return readMutagen(document, knowledge);
    case InputFormat::Auto:
        break;
    }
    return refused(InputsTexts::tr(
        "This is neither a topology file nor an export of mutagen: it has no collection that is known."));
}

}  // namespace

ReadResult readInput(const QByteArray &bytes, InputFormat format, const Topology *known)
{
    return readInputs({InputSource {{}, bytes}}, format, known);
}

ReadResult readInputs(const QList<InputSource> &sources, InputFormat format, const Topology *known)
{
    std::vector<JsonDocument> documents;
    documents.reserve(size_t(sources.size()));
    MutagenKnowledge knowledge(known);
    for (const auto &source : sources) {
        documents.push_back(JsonDocument::parse(source.bytes));
        // Templates and switches often come in files of their own.
        if (format != InputFormat::Topology)
            knowledge.learn(documents.back());
    }

    ReadResult all;
    bool hasSettings = false;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const auto &source = sources[i];
        const auto &document = documents[size_t(i)];
        const auto ownFormat = format == InputFormat::Auto ? formatOf(document) : format;
        hasSettings = hasSettings || ownFormat == InputFormat::Topology;
        auto result = format == InputFormat::Auto && !beginsLikeJson(source.bytes)
            ? refused(InputsTexts::tr(
                "This is neither a Switchyard document nor a JSON file of a format that is known "
                "(topology, mutagen)."))
            : readDocument(document, ownFormat, knowledge);
        const auto name = [&](Problem problem) {
            return inSource(source.name, std::move(problem));
        };
        for (auto &error : result.errors) {
            if (all.errors.size() < ReadResult::listedErrors)
                all.errors.append(name(std::move(error)));
            else
                ++all.furtherErrors;
        }
        all.furtherErrors += result.furtherErrors;
        for (auto &problem : result.problems)
            all.problems.append(name(std::move(problem)));
        if (!source.name.isEmpty()) {
            for (auto &draft : result.draft.objects)
                draft.where = inSource(source.name, {draft.where, {}}).where;
        }
        all.draft = i == 0 ? std::move(result.draft)
                           : combined(std::move(all.draft), std::move(result.draft));
    }
    if (known && !hasSettings) {
        // No format but ours has settings: the document's stay, even where it is replaced.
        all.draft.environment = known->settings().environment;
        all.draft.socialMessagingTenants = known->settings().socialMessagingTenants;
        all.draft.settingsExtra = known->settings().extra;
    }
    if (all.isMalformed())
        all.draft = {};
    return all;
}

Problem inSource(const QString &source, Problem problem)
{
    if (source.isEmpty())
        return problem;
    // Compilers write "file:line:column", and so editors find it; a path in the text is set off.
    const bool isLine = !problem.where.isEmpty() && problem.where.front().isDigit();
    const auto separator = problem.where.isEmpty() ? QString()
        : isLine                                   ? QStringLiteral(":")
                                                   : QStringLiteral(": ");
    problem.where = source + separator + problem.where;
    return problem;
}

QString problemText(const Problem &problem)
{
    return problem.where.isEmpty() ? problem.message
                                   : problem.where + QLatin1String(": ") + problem.message;
}
