import { afterAll, it } from "vitest";
import { closeDatabase } from "./db.ts";
import { killAndRetry } from "./testing/kills.ts";

afterAll(closeDatabase);

it("given a process killed twice in the midst of its moves, when each is sent again, then none is lost or doubled", async () => {
  await killAndRetry({ kills: 2, seed: 20261124 });
}, 60_000);
