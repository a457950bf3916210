import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { closeDatabase } from "../lib/data/db.ts";
import { copyDatabase } from "./throwaway-database.ts";

// Vitest runs this in front of each test file, before its imports: lib/data opens what DATABASE_URL names. Files share
// their modules, so what the file before has left open is closed.
await closeDatabase();
const template = inject("templateUrl");
const copy = `${new URL(template).pathname.slice(1)}_${randomBytes(4).toString("hex")}`;
process.env.DATABASE_URL = await copyDatabase(template, copy);
