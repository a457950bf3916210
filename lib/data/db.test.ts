import { afterAll, expect, it } from "vitest";
import { closeDatabase, databaseAnswers, db } from "./db.ts";

afterAll(closeDatabase);

it("answers whoever asks after its health while every connection is in use", async () => {
  const connections = Number(process.env.HOSHIN_DATABASE_CONNECTIONS ?? 10);
  let letGo = () => {};
  const over = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let begun = 0;
  const held = Array.from({ length: connections }, () =>
    db().$transaction(async (tx) => {
      await tx.chain.count();
      begun += 1;
      await over;
    }),
  );
  await expect.poll(() => begun).toBe(connections);
  // Nobody else gets one now.
  const waiting = db().chain.count();
  expect(await databaseAnswers()).toBe(true);
  letGo();
  await Promise.all([...held, waiting]);
});
