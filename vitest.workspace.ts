/** Every test of the repository, as projects by what they need: plain Node, a DOM, or the built files and a browser. */
import { defineConfig } from "vitest/config";

const resolve = { conditions: ["sophie-source", "module", "node", "development|production"] };
const ssr = {
  resolve: {
    conditions: ["sophie-source", "node", "import", "default"],
    externalConditions: ["sophie-source"],
  },
};

export default defineConfig({
  test: {
    projects: [
      { resolve, ssr, test: { name: "engine", include: ["packages/engine/{src,training}/**/*.test.ts"] } },
      {
        resolve,
        ssr,
        test: {
          name: "server",
          include: ["packages/server/src/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { conditions: ["sophie-source", "module", "browser", "development|production"] },
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        test: {
          name: "pages",
          environment: "happy-dom",
          include: ["packages/{widget,desk}/src/**/*.test.{ts,tsx}"],
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: "repository",
          include: ["tests/**/*.test.ts", "examples/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
