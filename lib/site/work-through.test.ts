import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { workThrough, workThroughFiles } from "./work-through.ts";

it("works through a list in its order, so many at once, and says what went wrong where it did", async () => {
  let [atWork, most] = [0, 0];
  const begun: number[] = [];
  const done = await workThrough([1, 2, 3, 4, 5], 2, async (one) => {
    begun.push(one);
    atWork += 1;
    most = Math.max(most, atWork);
    await sleep(1);
    atWork -= 1;
    if (one === 3) throw new Error("no");
    return one * 10;
  });
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  const inOrder = [...done].sort(([a], [b]) => a - b);
  expect(inOrder.map(([, result]) => result)).toEqual([10, 20, new Error("no"), 40, 50]);
});

it("begins nothing more where it may not go on, and ends what it began", async () => {
  const ended: number[] = [];
  const done = await workThrough(
    [1, 2, 3, 4],
    1,
    async (one) => {
      await sleep(1);
      ended.push(one);
    },
    () => ended.length < 2,
  );
  expect(ended).toEqual([1, 2]);
  expect([...done.keys()]).toEqual([1, 2]);
});

it("refuses only when no file is in hand any more", async () => {
  let left = 0;
  const working = workThroughFiles([1, 2, 3], async (file) => {
    if (file === 1) throw new Error("full");
    await sleep(5);
    left += 1;
  });
  await expect(working).rejects.toThrow("full");
  expect(left).toBe(2);
});
