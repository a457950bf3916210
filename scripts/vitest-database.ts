import type { TestProject } from "vitest/node";
import { makeThrowawayDatabase } from "./throwaway-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** Vitest's global setup: one server and one migrated template for all files of a project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = await makeThrowawayDatabase();
  project.provide("templateUrl", template.url);
  return template.drop;
}
