// node …/seed/plan.js FILE: checks a seed file and prints, as JSON, what has to exist around the registry.
import { readSeedFile } from "./adapters/yaml/read-seed-file.js";
import { planOf } from "./domain/seed-plan.js";

const document = readSeedFile(process.argv[2]);
if (document !== null) console.log(JSON.stringify(planOf(document)));
