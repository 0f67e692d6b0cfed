// SPDX-License-Identifier: Apache-2.0
#include "models/store/schema.h"

#include "models/store/sqliteerror.h"

#include <QCryptographicHash>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <set>
#include <string>
#include <vector>

namespace {

// Version 1. Rules that all tables follow: STRICT, so that a value is what its column says; lists
// are clustered by their owner, so that a document is read in one ordered pass; references are
// deferred, because a step may close circles; every reference has an index, because removing an
// object looks for those who still refer to it. A text that is missing is empty, a number or
// reference that is missing is NULL. "extra" is editjson.h's text of unknown keys, NULL for none.
constexpr char version1[] = R"sql(
CREATE TABLE document (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    head INTEGER NOT NULL CHECK (head >= 0),
    undo_top INTEGER NOT NULL CHECK (undo_top BETWEEN 0 AND head),
    redo_top INTEGER NOT NULL CHECK (redo_top BETWEEN 0 AND head),
    baseline INTEGER NOT NULL CHECK (baseline >= 0),
    next_tenant INTEGER NOT NULL CHECK (next_tenant BETWEEN 1 AND 4294967295),
    next_switching_office INTEGER NOT NULL CHECK (next_switching_office BETWEEN 0 AND 4294967295),
    next_switch INTEGER NOT NULL CHECK (next_switch BETWEEN 0 AND 4294967295),
    next_host INTEGER NOT NULL CHECK (next_host BETWEEN 0 AND 4294967295),
    next_application INTEGER NOT NULL CHECK (next_application BETWEEN 0 AND 4294967295)
) STRICT;

CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    environment INTEGER NOT NULL CHECK (environment IN (0, 1)),
    social_messaging_tenants INTEGER NOT NULL CHECK (social_messaging_tenants IN (0, 1, 2)),
    extra TEXT
) STRICT;

CREATE TABLE document_extra (
    key TEXT NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    json TEXT NOT NULL,
    PRIMARY KEY (key, part)
) STRICT, WITHOUT ROWID;

-- Accepted findings, as waiverjson.h writes them.
CREATE TABLE waivers (
    key TEXT PRIMARY KEY,
    waiver TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where lanes and buses stand in the picture, for those that were moved there.
CREATE TABLE places (
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
    id INTEGER NOT NULL CHECK (id BETWEEN 0 AND 4294967294),
    place INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tenants (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 4294967294),
    is_placeholder INTEGER NOT NULL CHECK (is_placeholder IN (0, 1)),
    state INTEGER NOT NULL CHECK (state IN (1, 2)),
    dbid INTEGER NOT NULL,
    name TEXT NOT NULL,
    parent_id INTEGER REFERENCES tenants (id) DEFERRABLE INITIALLY DEFERRED,
    extra TEXT,
    CHECK (id > 0 OR (is_placeholder = 0 AND state = 1 AND dbid = 1 AND name = 'Environment' AND parent_id IS NULL))
) STRICT;
CREATE INDEX tenants_parent ON tenants (parent_id);

CREATE TABLE switching_offices (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 4294967294),
    is_placeholder INTEGER NOT NULL CHECK (is_placeholder IN (0, 1)),
    state INTEGER NOT NULL CHECK (state IN (1, 2)),
    dbid INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    extra TEXT
) STRICT;

CREATE TABLE switches (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 4294967294),
    is_placeholder INTEGER NOT NULL CHECK (is_placeholder IN (0, 1)),
    state INTEGER NOT NULL CHECK (state IN (1, 2)),
    dbid INTEGER NOT NULL,
    name TEXT NOT NULL,
    tenant_id INTEGER NOT NULL REFERENCES tenants (id) DEFERRABLE INITIALLY DEFERRED,
    switching_office_id INTEGER REFERENCES switching_offices (id) DEFERRABLE INITIALLY DEFERRED,
    extra TEXT,
    CHECK (switching_office_id IS NOT NULL OR is_placeholder = 1)
) STRICT;
CREATE INDEX switches_tenant ON switches (tenant_id);
CREATE INDEX switches_switching_office ON switches (switching_office_id);

CREATE TABLE hosts (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 4294967294),
    is_placeholder INTEGER NOT NULL CHECK (is_placeholder IN (0, 1)),
    state INTEGER NOT NULL CHECK (state IN (1, 2)),
    dbid INTEGER NOT NULL,
    name TEXT NOT NULL,
    ip_address TEXT NOT NULL,
    lca_port INTEGER,
    os_type TEXT NOT NULL,
    extra TEXT
) STRICT;

CREATE TABLE applications (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 4294967294),
    is_placeholder INTEGER NOT NULL CHECK (is_placeholder IN (0, 1)),
    state INTEGER NOT NULL CHECK (state IN (1, 2)),
    redundancy INTEGER NOT NULL CHECK (redundancy IN (0, 1, 2, 3)),
    component INTEGER NOT NULL CHECK (component IN (0, 1)),
    is_load_balanced INTEGER NOT NULL CHECK (is_load_balanced IN (0, 1)),
    auto_restart INTEGER CHECK (auto_restart IN (0, 1)),
    dbid INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    release TEXT NOT NULL,
    host_id INTEGER REFERENCES hosts (id) DEFERRABLE INITIALLY DEFERRED,
    backup_id INTEGER REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    template TEXT NOT NULL,
    working_directory TEXT NOT NULL,
    command_line TEXT NOT NULL,
    arguments TEXT NOT NULL,
    startup_timeout INTEGER,
    shutdown_timeout INTEGER,
    extra TEXT
) STRICT;
CREATE INDEX applications_host ON applications (host_id);
CREATE INDEX applications_backup ON applications (backup_id);

CREATE TABLE application_tenants (
    application_id INTEGER NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    tenant_id INTEGER NOT NULL REFERENCES tenants (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (application_id, tenant_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_tenants_tenant ON application_tenants (tenant_id);

CREATE TABLE application_connections (
    application_id INTEGER NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    target_id INTEGER NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    port TEXT NOT NULL,
    protocol TEXT NOT NULL,
    local_timeout INTEGER,
    remote_timeout INTEGER,
    trace_mode TEXT NOT NULL,
    extra TEXT,
    PRIMARY KEY (application_id, target_id, port)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_connections_target ON application_connections (target_id);

CREATE TABLE application_ports (
    application_id INTEGER NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 0),
    port TEXT NOT NULL,
    number INTEGER,
    extra TEXT,
    PRIMARY KEY (application_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE application_switches (
    application_id INTEGER NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    switch_id INTEGER NOT NULL REFERENCES switches (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (application_id, switch_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_switches_switch ON application_switches (switch_id);

-- Scope 0: options, 1: annex. An empty section is one row of empty key without a value.
CREATE TABLE application_options (
    application_id INTEGER NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    scope INTEGER NOT NULL CHECK (scope IN (0, 1)),
    section TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (application_id, scope, section, key),
    CHECK (value IS NOT NULL OR key = '')
) STRICT, WITHOUT ROWID;

-- The history. Kind 0: edit, 1: undo, 2: redo. The tops are those before the step: below an edit lies undo_before, below
-- an undo redo_before. Edits are editjson.h's lines; what is longer than a part goes on in step_parts.
CREATE TABLE steps (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
    target INTEGER REFERENCES steps (number),
    undo_before INTEGER NOT NULL CHECK (undo_before BETWEEN 0 AND number - 1),
    redo_before INTEGER NOT NULL CHECK (redo_before BETWEEN 0 AND number - 1),
    time INTEGER NOT NULL,
    author TEXT NOT NULL,
    title TEXT NOT NULL,
    edits TEXT NOT NULL,
    CHECK ((kind = 0) = (target IS NULL))
) STRICT;

CREATE TABLE step_parts (
    step INTEGER NOT NULL REFERENCES steps (number),
    part INTEGER NOT NULL CHECK (part > 0),
    edits TEXT NOT NULL,
    PRIMARY KEY (step, part)
) STRICT, WITHOUT ROWID;

-- The baseline, as far as it differs from the working copy: part 0 NULL says that the object was not there, else the parts
-- are the object's text (editjson.h). An object without a row is the same in both.
CREATE TABLE baseline_images (
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
    id INTEGER NOT NULL CHECK (id BETWEEN 0 AND 4294967294),
    part INTEGER NOT NULL CHECK (part >= 0),
    record TEXT,
    PRIMARY KEY (kind, id, part),
    CHECK (record IS NOT NULL OR part = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    step INTEGER NOT NULL CHECK (step >= 0),
    time INTEGER NOT NULL,
    author TEXT NOT NULL,
    comment TEXT NOT NULL,
    is_deployed INTEGER NOT NULL CHECK (is_deployed IN (0, 1))
) STRICT;

INSERT INTO document VALUES (1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
INSERT INTO settings VALUES (1, 0, 0, NULL);
)sql";

// Version 2: what is known of a revision besides its name, and what happens after an export.
constexpr char version2[] = R"sql(
-- checksum: of the topology file, empty for revisions of version 1; the counts of findings are NULL there. baseline: what
-- document.baseline was when the revision was last declared deployed.
ALTER TABLE revisions ADD COLUMN checksum TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN errors INTEGER;
ALTER TABLE revisions ADD COLUMN warnings INTEGER;
ALTER TABLE revisions ADD COLUMN advice INTEGER;
ALTER TABLE revisions ADD COLUMN waived INTEGER;
ALTER TABLE revisions ADD COLUMN baseline INTEGER;
ALTER TABLE revisions ADD COLUMN deployed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN deployed_at INTEGER;

-- What the site knows where the sources do not say whether a change needs a restart. Day: Julian.
CREATE TABLE site_answers (
    type TEXT NOT NULL,
    field TEXT NOT NULL,
    effect INTEGER NOT NULL CHECK (effect IN (0, 1)),
    evidence TEXT NOT NULL,
    author TEXT NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (type, field)
) STRICT, WITHOUT ROWID;

-- Restarts that were exported and not confirmed since. Their applications need not exist.
CREATE TABLE pending_restarts (
    application_id INTEGER PRIMARY KEY CHECK (application_id BETWEEN 0 AND 4294967294),
    revision INTEGER NOT NULL CHECK (revision > 0)
) STRICT;
)sql";

// The digests are of all that the migrations so far make. Making it anew to compare would be a
// third of the time that opening a small document takes. Until a new one is right, no document
// opens.
constexpr Migration allMigrations[] = {
    {1, version1, "a8b1bb663263d79b3eb8982d6249e28601054b77db1116fae575f16dab4d7048"},
    {2, version2, "dc61a8e96677f165bd36340cc1dc85420c0207078f81300489863dbccd7db6ab"},
};

/// What a schema is made of, in any order; and where its tables begin.
struct Schema
{
    std::multiset<std::vector<std::string>> objects;
    std::vector<qint64> rootPages;
};

Schema readSchema(SQLite::Database &database)
{
    Schema schema;
    SQLite::Statement rows(
        database, "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema");
    while (rows.executeStep()) {
        std::vector<std::string> object;
        for (int column = 0; column < 4; ++column)
            object.push_back(rows.getColumn(column).getString());
        schema.objects.insert(std::move(object));
        schema.rootPages.push_back(rows.getColumn(4).getInt64());
    }
    return schema;
}

/// SHA-256 of all objects, in an order of its own.
QByteArray digestOf(const Schema &schema)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &object : schema.objects) {
        for (const auto &text : object) {
            hash.addData(QByteArray::number(qulonglong(text.size())) + ' ');
            hash.addData(QByteArrayView(text.data(), qsizetype(text.size())));
        }
    }
    return hash.result().toHex();
}

}  // namespace

std::span<const Migration> migrations()
{
    return allMigrations;
}

int schemaVersion()
{
    return migrations().back().version;
}

void migrate(SQLite::Database &database, int version)
{
    for (const auto &migration : migrations().subspan(size_t(version)))
        database.exec(migration.sql);
    database.exec("PRAGMA user_version = " + std::to_string(schemaVersion()));
}

void createSchema(SQLite::Database &database)
{
    database.exec("BEGIN");
    migrate(database, 0);
    database.exec("COMMIT");
    database.exec("PRAGMA application_id = " + std::to_string(documentApplicationId));
}

Result<void> verifySchema(SQLite::Database &database, int version)
{
    const auto found = readSchema(database);
    if (digestOf(found) != migrations()[size_t(version) - 1].digest)
        return failure(Error::Code::Corrupt,
            StoreTexts::tr(
                "The document is damaged: its tables are not those of a Switchyard document."));
    // Two tables on one page would write into each other.
    const std::set<qint64> pages(found.rootPages.begin(), found.rootPages.end());
    if (pages.size() != found.rootPages.size() || *pages.begin() < 2)
        return failure(Error::Code::Corrupt,
            StoreTexts::tr("The document is damaged: two of its tables share a page."));
    return {};
}
