-- Five rules and the restarts, as somebody who knows SQLite would ask for them.
-- A backup is judged by its primary; every other application is a primary.

-- tenant-none
SELECT 'tenant-none', a.name FROM applications AS a
WHERE (a.type IN ('interactionserver', 'contactserver', 'chatserver', 'classificationserver', 'istransportserver',
        'webapiserver', 'socialms', 'emailserver', 'trainingserver', 'cobrowsingserver') OR a.component = 1)
    AND NOT EXISTS (SELECT 1 FROM members WHERE application = a.id)
    AND NOT EXISTS (SELECT 1 FROM applications AS p WHERE p.backup = a.id AND p.id <> a.id);

-- tenant-exclusive
SELECT 'tenant-exclusive', a.name, group_concat(t.name)
FROM applications AS a CROSS JOIN members AS m ON m.application = a.id JOIN tenants AS t ON t.id = m.tenant
WHERE a.type IN ('emailserver', 'trainingserver', 'cobrowsingserver')
    AND NOT EXISTS (SELECT 1 FROM applications AS p WHERE p.backup = a.id AND p.id <> a.id)
GROUP BY a.id HAVING count(*) >= 2;

-- tenant-web-api-unbalanced
SELECT 'tenant-web-api-unbalanced', a.name, group_concat(t.name)
FROM applications AS a CROSS JOIN members AS m ON m.application = a.id JOIN tenants AS t ON t.id = m.tenant
WHERE a.type = 'webapiserver' AND NOT a.load_balanced
    AND NOT EXISTS (SELECT 1 FROM applications AS p WHERE p.backup = a.id AND p.id <> a.id)
GROUP BY a.id HAVING count(*) >= 2;

-- interaction-server-type
SELECT 'interaction-server-type', iif(count(*) >= 2, 'error', 'warning'), a.name, group_concat(t.name)
FROM applications AS a CROSS JOIN members AS m ON m.application = a.id JOIN tenants AS t ON t.id = m.tenant
WHERE a.type = 'tserver' AND a.component = 1
    AND NOT EXISTS (SELECT 1 FROM applications AS p WHERE p.backup = a.id AND p.id <> a.id)
GROUP BY a.id HAVING count(*) >= 2 OR (SELECT count(*) FROM tenants WHERE enabled) >= 2;

-- switch-ambiguous: the few tenants first, then who serves them
WITH crowded AS MATERIALIZED (
    SELECT s.tenant, group_concat(s.name) AS switches FROM switches AS s JOIN offices AS o ON o.id = s.office
    WHERE o.type = 'multimediaswitch' GROUP BY s.tenant HAVING count(*) >= 2)
SELECT 'switch-ambiguous', a.name, t.name, c.switches
FROM crowded AS c CROSS JOIN members AS m ON m.tenant = c.tenant CROSS JOIN applications AS a ON a.id = m.application
    JOIN tenants AS t ON t.id = c.tenant
WHERE a.type = 'interactionserver'
    AND NOT EXISTS (SELECT 1 FROM applications AS p WHERE p.backup = a.id AND p.id <> a.id);

-- restarts: whose list of tenants (a backup's: its primary's) is another than in the baseline
WITH judged AS MATERIALIZED (
    SELECT a.id, a.name, coalesce(
        (SELECT p.id FROM applications AS p WHERE p.backup = a.id AND p.id <> a.id ORDER BY p.name LIMIT 1), a.id) AS list
    FROM applications AS a JOIN old_applications AS o ON o.id = a.id
    WHERE a.type IN ('istransportserver', 'socialms')
        OR ((a.type = 'interactionserver' OR a.component = 1) AND a.restarts_below_8_1_2))
SELECT 'restart', j.name FROM judged AS j
WHERE EXISTS (SELECT 1 FROM members AS m WHERE m.application = j.list
        AND NOT EXISTS (SELECT 1 FROM old_members AS b WHERE b.application = j.list AND b.tenant = m.tenant))
    OR EXISTS (SELECT 1 FROM old_members AS b WHERE b.application = j.list
        AND NOT EXISTS (SELECT 1 FROM members AS m WHERE m.application = j.list AND m.tenant = b.tenant));
