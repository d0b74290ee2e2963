import { architecture, rulesOf } from "../architecture/rules.ts";

export default {
  forbidden: rulesOf(architecture),
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|coverage|generated)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["socle-source", "import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
