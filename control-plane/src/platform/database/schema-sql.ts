import pg from "pg";

/**
 * The schema of a migrated database, from its catalogue: tables with columns, constraints, indexes, policies, triggers
 * and grants, then functions. Partitions are left out: they come and go with the days.
 */
export async function schemaSql(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    // Names come out unqualified, and definitions do not depend on who asks.
    await client.query("SET search_path = public");
    const sections: string[] = [];
    for (const query of SECTIONS) {
      const { rows } = await client.query<{ line: string }>(query);
      if (rows.length > 0) sections.push(rows.map((row) => row.line).join("\n"));
    }
    return `-- Generated from the migrations by npm run gen; do not edit.\n\n${sections.join("\n\n")}\n`;
  } finally {
    await client.end();
  }
}

const TABLES = `pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'`;
const IS_TABLE = `t.relkind IN ('r', 'p') AND NOT t.relispartition AND t.relname <> 'schema_migration'`;

const SECTIONS = [
  `SELECT format(E'CREATE TABLE %I (\\n%s\\n)%s;', t.relname,
     (SELECT string_agg(format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
          CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
          CASE WHEN a.attidentity <> '' THEN ' GENERATED ' || CASE a.attidentity WHEN 'a' THEN 'ALWAYS'
            ELSE 'BY DEFAULT' END || ' AS IDENTITY' ELSE '' END,
          CASE WHEN a.attgenerated <> '' THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid))
            WHEN d.oid IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END),
        E',\\n' ORDER BY a.attnum)
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped),
     CASE t.relkind WHEN 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(t.oid) ELSE '' END) AS line
   FROM ${TABLES} WHERE ${IS_TABLE} ORDER BY t.relname`,
  `SELECT format('CREATE SEQUENCE %I;', t.relname) AS line FROM ${TABLES}
   WHERE t.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype IN ('a', 'i'))
   ORDER BY t.relname`,
  `SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s;', t.relname, c.conname, pg_get_constraintdef(c.oid)) AS line
   FROM pg_constraint c JOIN ${TABLES} ON c.conrelid = t.oid
   WHERE ${IS_TABLE} AND c.contype <> 'n' ORDER BY t.relname, c.contype, c.conname`,
  `SELECT pg_get_indexdef(i.indexrelid) || ';' AS line
   FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN ${TABLES} ON i.indrelid = t.oid
   WHERE ${IS_TABLE} AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
   ORDER BY t.relname, x.relname`,
  `SELECT pg_get_functiondef(p.oid) || ';' AS line FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE n.nspname = 'public' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
   ORDER BY p.proname, p.oid::regprocedure::text`,
  `SELECT pg_get_triggerdef(g.oid) || ';' AS line FROM pg_trigger g JOIN ${TABLES} ON g.tgrelid = t.oid
   WHERE ${IS_TABLE} AND NOT g.tgisinternal ORDER BY t.relname, g.tgname`,
  `SELECT format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY;%s', t.relname,
     CASE WHEN t.relforcerowsecurity THEN format(' ALTER TABLE %I FORCE ROW LEVEL SECURITY;', t.relname) ELSE '' END) AS line
   FROM ${TABLES} WHERE ${IS_TABLE} AND t.relrowsecurity ORDER BY t.relname`,
  `SELECT format('CREATE POLICY %I ON %I%s FOR %s TO %s%s%s;', p.policyname, p.tablename,
     CASE p.permissive WHEN 'PERMISSIVE' THEN '' ELSE ' AS RESTRICTIVE' END, p.cmd, array_to_string(p.roles, ', '),
     coalesce(' USING (' || p.qual || ')', ''), coalesce(' WITH CHECK (' || p.with_check || ')', '')) AS line
   FROM pg_policies p WHERE p.schemaname = 'public' ORDER BY p.tablename, p.policyname`,
  `SELECT format('GRANT %s ON %I TO %I;', string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type), g.table_name, g.grantee) AS line
   FROM information_schema.role_table_grants g JOIN ${TABLES} ON t.relname = g.table_name
   WHERE g.table_schema = 'public' AND g.grantee = 'socle_app' AND ${IS_TABLE}
   GROUP BY g.table_name, g.grantee ORDER BY g.table_name`,
  `SELECT format('GRANT %s (%s) ON %I TO socle_app;', g.privilege_type,
       string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), t.relname) AS line
   FROM ${TABLES} JOIN pg_attribute a ON a.attrelid = t.oid CROSS JOIN LATERAL aclexplode(a.attacl) g
   WHERE ${IS_TABLE} AND g.grantee = 'socle_app'::regrole
   GROUP BY t.relname, g.privilege_type ORDER BY t.relname, g.privilege_type`,
];
