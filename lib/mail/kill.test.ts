import { afterAll, it } from "vitest";
import { closeDatabase } from "../data/db.ts";
import { killWhileSending } from "./testing/kills.ts";

afterAll(closeDatabase);

it("given a worker killed twice while it sends, then everybody has their mail, and nobody two", async () => {
  await killWhileSending({ kills: 2, seed: 20261122 });
}, 120_000);
