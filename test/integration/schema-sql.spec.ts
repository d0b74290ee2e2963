import { expect, it } from "vitest";
import { schemaSql } from "../../control-plane/src/platform/database/schema-sql.js";
import { useDatabase } from "../fakes/database.js";

const database = useDatabase();

it("migrations/schema.sql is what the migrations make; vitest -u writes it anew", async () => {
  await expect(await schemaSql(database.urls.ownerUrl)).toMatchFileSnapshot("../../migrations/schema.sql");
});
