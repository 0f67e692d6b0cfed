-- Makes the plain tables that a user would query instead, from a document that is attached as "doc".
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE tenants (id INTEGER PRIMARY KEY, name TEXT, enabled INTEGER);
CREATE TABLE offices (id INTEGER PRIMARY KEY, type TEXT);
CREATE TABLE switches (id INTEGER PRIMARY KEY, name TEXT, tenant INTEGER, office INTEGER);
CREATE TABLE applications (id INTEGER PRIMARY KEY, name TEXT, type TEXT, component INTEGER, load_balanced INTEGER,
    restarts_below_8_1_2 INTEGER, backup INTEGER);
CREATE TABLE members (application INTEGER, tenant INTEGER, PRIMARY KEY (application, tenant)) WITHOUT ROWID;
CREATE TABLE old_applications (id INTEGER PRIMARY KEY);
CREATE TABLE old_members (application INTEGER, tenant INTEGER, PRIMARY KEY (application, tenant)) WITHOUT ROWID;

INSERT INTO tenants SELECT id, name, state = 1 AND id > 0 AND NOT is_placeholder FROM doc.tenants;
INSERT INTO offices SELECT id, type FROM doc.switching_offices;
INSERT INTO switches SELECT id, name, tenant_id, switching_office_id FROM doc.switches WHERE NOT is_placeholder;
-- A release is compared once, when the table is made: 8.1.2 and 8.1.200 to 8.1.299 are the first that need no restart.
INSERT INTO applications
    SELECT id, name, type, component, is_load_balanced,
        release < '8.1' OR release GLOB '8.1.[01]' OR release GLOB '8.1.[01].*' OR release GLOB '8.1.[01][0-9][0-9]*',
        backup_id
    FROM doc.applications WHERE NOT is_placeholder;
INSERT INTO members SELECT application_id, tenant_id FROM doc.application_tenants ORDER BY 1, 2;

-- The baseline: the images where there are some, else the working copy.
INSERT INTO old_applications
    SELECT id FROM applications WHERE id NOT IN (SELECT id FROM doc.baseline_images WHERE kind = 4)
    UNION SELECT id FROM doc.baseline_images WHERE kind = 4 AND record IS NOT NULL;
INSERT INTO old_members
    SELECT application, tenant FROM members WHERE application NOT IN (SELECT id FROM doc.baseline_images WHERE kind = 4)
    UNION SELECT image.id, each.value
        FROM (SELECT id, group_concat(record, '') AS record FROM doc.baseline_images WHERE kind = 4 GROUP BY id) AS image,
            json_each(image.record, '$.tenants') AS each
    ORDER BY 1, 2;

CREATE INDEX applications_type ON applications (type);
CREATE INDEX applications_backup ON applications (backup) WHERE backup IS NOT NULL;
CREATE INDEX members_tenant ON members (tenant);
CREATE INDEX switches_tenant ON switches (tenant, office);
ANALYZE main;
