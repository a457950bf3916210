import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

// Vitest resolves as a browser bundler would; "server-only" is a package that throws there, on purpose.
const alias = { "@": root, "server-only": path.join(root, "node_modules/server-only/empty.js") };

const notHere = ["**/node_modules/**", "**/.data/**", "**/.next/**"];
const long = "**/*.long.test.ts";

// One migrated server for the run, one copy of its database for each file.
const onDatabase = {
  environment: "node",
  // A quarter of a file's time is waiting for the server, so three files at once keep two cores at work.
  maxWorkers: 3,
  // Each file has a database of its own; modules of its own, loaded and warmed up anew, took a third of all time.
  isolate: false,
  globalSetup: ["scripts/vitest-database.ts"],
  setupFiles: ["scripts/vitest-database-of-file.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          environment: "node",
          // Pure functions leave nothing behind, and each file's own copy of all modules takes more time than its tests.
          isolate: false,
          include: [
            "lib/{access,domain,words,web,documents,site}/**/*.test.ts",
            "components/**/*.test.ts?(x)",
            "scripts/**/*.test.ts",
          ],
          exclude: [...notHere, long],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...onDatabase,
          name: "data",
          include: ["lib/{data,auth,mail}/**/*.test.ts", "prisma/**/*.test.ts"],
          exclude: [...notHere, long],
        },
      },
      {
        resolve: { alias },
        test: { ...onDatabase, name: "long", include: [long], exclude: notHere, testTimeout: 30 * 60_000 },
      },
    ],
  },
});
