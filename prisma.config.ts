import { defineConfig } from "prisma/config";

// These commands need no schema engine; naming any program keeps Prisma from downloading one, which a closed network
// cannot. Commands that do need it (migrate dev …) find it as Prisma does.
if (process.argv.some((word) => ["generate", "validate", "format"].includes(word))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/hoshin" },
});
