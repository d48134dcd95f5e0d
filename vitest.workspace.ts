/** Every test of the repository, as projects by what they need: plain Node, a DOM, or the built files and a browser. */
import { defineConfig } from "vitest/config";

const resolve = { conditions: ["sophie-source", "module", "node", "development|production"] };
const ssr = {
  resolve: {
    // Vitest hands these to Node as well, where "import" would make `require` load what it cannot.
    conditions: ["sophie-source", "node"],
    externalConditions: ["sophie-source"],
  },
};

const slim = (file: string) => `${import.meta.dirname}/packages/engine/src/slim/${file}`;

const isPublishing = ["SOPHIE_TEST_PUBLISHED", "SOPHIE_SOAK"].some((name) => name in process.env);

export default defineConfig({
  test: {
    // On two cores Vitest would keep one for itself, which does nothing while tests run.
    maxWorkers: "100%",
    projects: [
      {
        resolve,
        ssr,
        test: { name: "engine", include: ["packages/engine/{src,training,drawing}/**/*.test.ts"] },
      },
      {
        // What visitors load: the engine on the stand-ins of docs/decisions/0004-slim-browser-runtime.md.
        resolve: {
          ...resolve,
          alias: [
            { find: /^xstate$/, replacement: slim("xstate.ts") },
            { find: /^zod\/mini$/, replacement: slim("zod-mini.ts") },
            { find: /^minisearch$/, replacement: slim("minisearch.ts") },
          ],
        },
        ssr,
        test: {
          name: "slim",
          include: [
            "packages/engine/src/{connection,conversation,session,protocol}/**/*.test.ts",
            "packages/engine/training/knowledge.test.ts",
          ],
          // One walks the machines with XState’s own path finder, the other reads schemas as zod describes them.
          exclude: ["**/machine*.test.ts", "**/version.test.ts"],
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: "server",
          include: ["packages/server/src/**/*.test.ts"],
          globalSetup: ["packages/server/src/storage/testing/embedded-postgres.ts"],
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
          // Builds and packs everything that is published: for `npm run test:published`, the soak and the CI.
          exclude: ["**/node_modules/**", ...(isPublishing ? [] : ["tests/published.test.ts"])],
          globalSetup: ["packages/server/src/storage/testing/embedded-postgres.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
