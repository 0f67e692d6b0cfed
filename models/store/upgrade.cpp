// SPDX-License-Identifier: Apache-2.0
#include "models/store/upgrade.h"

#include "models/store/filecopy.h"
#include "models/store/newfile.h"
#include "models/store/schema.h"
#include "models/store/storesession.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

Result<void> migrateInPlace(StoreConnection &connection, int version, const QString &path)
{
    Transaction writing(connection, Transaction::Kind::Write);
    // Another program may have been faster.
    const int found = connection.database().execAndGet("PRAGMA user_version").getInt();
    if (found == schemaVersion())
        return {};
    if (found != version)
        return failure(Error::Code::Conflict,
            StoreTexts::tr("Another program changed the document meanwhile."), path);
    migrate(connection.database(), version);
    if (const auto verified = verifySchema(connection.database(), schemaVersion()); !verified)
        return failure(verified.error().code, verified.error().message, path);
    writing.commit();
    return {};
}

/// What became of it after an error of the disk: only the file tells.
Result<void> outcome(const QString &path, const Error &error)
{
    StoreSession session;
    session.path = path;
    session.access = Store::Access::ReadOnly;
    if (!session.open())
        return failure(error.code,
            StoreTexts::tr("Whether the document was upgraded can't be told now: %1")
                .arg(error.message),
            path);
    if (session.version != schemaVersion())
        return tl::unexpected(error);
    if (const auto synced = syncFolderOf(path); !synced)
        return failure(synced.error().code,
            StoreTexts::tr("The document is upgraded, but the disk failed to make it safe: %1")
                .arg(synced.error().message),
            path);
    return {};
}

Result<void> readWhole(const QString &path)
{
    const auto store = Store::open(path, Store::Access::ReadOnly);
    if (!store)
        return tl::unexpected(store.error());
    const auto content = (*store)->load();
    return content ? Result<void>() : tl::unexpected(content.error());
}

}  // namespace

Result<UpgradedDocument> upgradeDocument(const QString &path)
{
    StoreSession session;
    session.path = QFileInfo(path).absoluteFilePath();
    session.access = Store::Access::ReadOnly;
    if (const auto opened = session.open(); !opened)
        return tl::unexpected(opened.error());
    session.connection.reset();
    UpgradedDocument upgrade {session.version, schemaVersion(), {}};
    if (upgrade.versionBefore == upgrade.versionAfter)
        return upgrade;
    // What can't be read whole is not to be changed.
    if (const auto readable = readWhole(session.path); !readable)
        return tl::unexpected(readable.error());

    upgrade.backup = u"%1.v%2.bak"_s.arg(session.path).arg(upgrade.versionBefore);
    if (QFileInfo::exists(upgrade.backup))
        return failure(Error::Code::Conflict,
            StoreTexts::tr("There is already a file of the backup's name. Move it away first."),
            upgrade.backup);
    bool isBegun = false;
    auto upgraded = guarded(session.path, nullptr, [&]() -> Result<void> {
        const auto connection =
            StoreConnection::open(session.path, StoreConnection::Mode::ReadWrite, session.patience);
        if (!connection)
            return tl::unexpected(connection.error());
        if (const auto copied = copyDocument(**connection, session.path, upgrade.backup); !copied)
            return copied;
        isBegun = true;
        return migrateInPlace(**connection, upgrade.versionBefore, session.path);
    });
    if (!upgraded && isBegun)
        upgraded = outcome(session.path, upgraded.error());
    return upgraded ? Result<UpgradedDocument>(upgrade) : tl::unexpected(upgraded.error());
}
