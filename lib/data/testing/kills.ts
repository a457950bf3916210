import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect } from "vitest";
import { randomFrom } from "../../../scripts/random.ts";
import { db } from "../db.ts";
import { readParts } from "../parts.ts";
import { partsOf } from "../reach.ts";
import { verifyArchive } from "../verify.ts";
import type { Script, Step } from "./mover.ts";
import { makeWard, newKey, sheetOf } from "./ward.ts";

/** Save, submit, approve, revoke, over and over on one sheet, each move with a key of its own. */
async function scriptFor(rounds: number): Promise<Script & { submissionId: string }> {
  const ward = await makeWard();
  const { submissionId } = await sheetOf(ward, "1-1-1");
  const moves = Array.from({ length: rounds }, () => ["save", "submit", "approve", "revoke"] as const).flat();
  const steps: Step[] = moves.map((move, n) => ({
    move,
    submissionId,
    lockVersion: n,
    key: newKey(),
    text: `${n}番目の文`,
  }));
  return { author: ward.staff, decider: ward.manager, steps, submissionId };
}

interface Killing {
  /** Dies by its own hand after this step was committed, before it says so. */
  readonly unheardAt?: number;
  /** Killed so many milliseconds after it said that this step begins. */
  readonly at?: { readonly step: number; readonly afterMs: number };
}

/** Runs the mover from a step on until it is killed or through; the number of the first step not heard of. */
async function run(file: string, from: number, { unheardAt, at }: Killing): Promise<{ next: number; killed: boolean }> {
  const program = path.join(import.meta.dirname, "mover.ts");
  const unheard = unheardAt === undefined ? [] : [String(unheardAt)];
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", program, file, String(from), ...unheard],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  let next = from;
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [word, number] = line.split(" ");
    if (word === "done") next = Number(number) + 1;
    if (word === "begin" && at && Number(number) >= at.step) setTimeout(() => child.kill("SIGKILL"), at.afterMs);
  });
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on("close", (exit, by) => resolve({ code: exit, signal: by }));
  });
  if (signal !== "SIGKILL" && code !== 0) throw new Error(`the mover failed:\n${errors}`);
  return { next, killed: signal === "SIGKILL" };
}

/**
 * Lets a process work through a script, killing it so many times, and starting another one each time that sends again,
 * under the same key, the move of which nobody heard the answer. Asserts that nothing is lost and nothing doubled.
 */
export async function killAndRetry({ kills, seed }: { kills: number; seed: number }): Promise<void> {
  const random = randomFrom(seed);
  // Many more steps than kills, so that every kill finds one under way.
  const script = await scriptFor(2 * kills);
  const { submissionId, steps } = script;
  const folder = mkdtempSync(path.join(tmpdir(), "hoshin-kill-"));
  const file = path.join(folder, "script.json");
  writeFileSync(file, JSON.stringify(script));
  let next = 0;
  let unheard = 0;
  try {
    for (let n = 0; n < kills; n += 1) {
      // At most two steps further, then at some moment of the third: a move takes about 15 ms.
      const step = Math.min(next + Math.floor(random() * 3), steps.length - 1);
      const killing: Killing = n % 2 === 0 ? { unheardAt: step } : { at: { step, afterMs: Math.floor(random() * 25) } };
      const outcome = await run(file, next, killing);
      expect(outcome.killed).toBe(true);
      next = outcome.next;
      // How many moves stand in the archive that nobody heard of: these are the ones that a retry could double.
      const { lockVersion } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } });
      expect(lockVersion).toBeGreaterThanOrEqual(next);
      if (lockVersion > next) unheard += 1;
    }
    expect(await run(file, next, {})).toEqual({ next: steps.length, killed: false });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(unheard).toBeGreaterThanOrEqual(Math.ceil(kills / 2));

  // One event for each key, in the script's order; one Version for each save, with exactly its text.
  const events = await db().event.findMany({ where: { subjectId: submissionId }, orderBy: { number: "asc" } });
  expect(events.map(({ kind }) => kind)).toEqual(["start", ...steps.map(({ move }) => move)]);
  const keys = await db().idempotencyKey.findMany({ where: { submissionId } });
  expect(keys.map(({ key }) => key).sort()).toEqual(steps.map(({ key }) => key).sort());
  expect(keys.filter(({ outcome }) => outcome === null)).toEqual([]);
  const versions = await db().version.findMany({ where: { submissionId }, orderBy: { number: "asc" } });
  const hashes = versions.map((version) => Object.values(partsOf(version))[0] ?? "");
  const parts = await readParts(hashes);
  const texts = hashes.map((hash) => {
    const part = parts.get(hash);
    return part?.type === "sheet" ? part.values.progress : null;
  });
  expect(texts).toEqual(steps.filter(({ move }) => move === "save").map(({ text }) => text));
  expect(await verifyArchive()).toMatchObject({ broken: null });
}
