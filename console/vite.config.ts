import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  resolve: {
    conditions: ["socle-source", ...defaultClientConditions],
  },
  build: {
    outDir: "dist/app",
    target: "es2022",
    // Every asset is a file of its own: `font-src 'self'` holds without `data:`.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});
