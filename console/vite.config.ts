import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

/** `--mode fake` builds the console over its own in-memory data, in another folder: it never ships by accident. */
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  resolve: {
    conditions: ["socle-source", ...defaultClientConditions],
  },
  build: {
    outDir: mode === "fake" ? "dist/fake" : "dist/app",
    target: "es2022",
    // Every asset is a file of its own: `font-src 'self'` holds without `data:`.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
}));
