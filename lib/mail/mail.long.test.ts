import { afterAll, it } from "vitest";
import { closeDatabase } from "../data/db.ts";
import { killWhileSending } from "./testing/kills.ts";

afterAll(closeDatabase);

it("given a worker killed fifty times while it sends, then everybody has their mail, and nobody two", async () => {
  const { again } = await killWhileSending({ kills: 50, seed: 50 });
  console.log(`50 kills: none missing, none twice; ${again} mails went out again under the same Message-ID`);
});
