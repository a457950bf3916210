import { afterAll } from "vitest";
import { closeDatabase } from "./db.ts";
import { describeConcurrency } from "./testing/concurrency.ts";

afterAll(closeDatabase);

// Two hundred of them are in concurrency.long.test.ts.
describeConcurrency(60);
