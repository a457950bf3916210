import { afterAll } from "vitest";
import { closeDatabase } from "./db.ts";
import { describeConcurrency } from "./testing/concurrency.ts";

afterAll(closeDatabase);

describeConcurrency(200);
