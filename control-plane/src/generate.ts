import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ROOMS } from "./app.module.js";
import { optionalOwnerUrl } from "./platform/config/owner-url.js";
import { schemaSql } from "./platform/database/schema-sql.js";
import { schemaSdl } from "./platform/graphql/schema-sdl.js";
import { roleMatrixMarkdown } from "./tenancy/index.js";

// Writes what is generated from the code; with the owner's DATABASE_URL of a migrated database, schema.sql as well.
const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const write = (path: string, text: string): void => writeFileSync(`${ROOT}${path}`, text);

const SDL_HEADER = "# Generated from the control plane's resolvers by npm run gen; do not edit.\n\n";
write("control-plane/contracts/schema.graphql", `${SDL_HEADER}${await schemaSdl(ROOMS)}\n`);
write("control-plane/docs/role-matrix.md", roleMatrixMarkdown());
const url = optionalOwnerUrl();
if (url !== null) write("migrations/schema.sql", await schemaSql(url));
