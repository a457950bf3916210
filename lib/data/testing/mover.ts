import { readFileSync } from "node:fs";
import type { Actor } from "../../domain/actor.ts";
import { closeDatabase } from "../db.ts";
import { approve, recall, revoke, saveSheet, submit } from "../moves.ts";
import { at, filled } from "./ward.ts";

/**
 * A process that makes moves one after another and is killed while it does. It says `begin N` before and `done N`
 * after each, so that whoever killed it knows which one nobody heard the answer of.
 *
 * node --conditions=react-server --import tsx lib/data/testing/mover.ts PLAN FROM [DIES_UNHEARD]
 */

export interface Step {
  readonly move: "save" | "submit" | "recall" | "approve" | "revoke";
  readonly submissionId: string;
  readonly lockVersion: number;
  readonly key: string;
  readonly text: string;
}

export interface Script {
  readonly author: Actor;
  readonly decider: Actor;
  readonly steps: readonly Step[];
}

const now = at("2021-09-10T09:00:00+09:00");

/** Makes one move of a script. What it needs to know it takes from the one before, or the answer under its key. */
export async function perform(script: Script, step: Step, versionHash: string): Promise<string> {
  const { move, text, ...input } = step;
  const { author, decider } = script;
  const moved =
    move === "save"
      ? await saveSheet(author, { ...input, values: filled(text) }, now)
      : move === "submit"
        ? await submit(author, input, now)
        : move === "recall"
          ? await recall(author, input, now)
          : move === "approve"
            ? await approve(decider, { ...input, versionHash }, now)
            : await revoke(decider, { ...input, comment: text }, now);
  return moved.versionHash ?? "";
}

const [, , file, from, diesUnheard] = process.argv;
if (file?.endsWith(".json") && from) {
  const script = JSON.parse(readFileSync(file, "utf8")) as Script;
  const first = Number(from);
  let versionHash = "";
  // The hash that an approval names is the last save's; said again under its key, it is told again.
  for (const [n, step] of script.steps.entries()) {
    if (n < first && step.move !== "save") continue;
    const isNew = n >= first;
    if (!isNew && script.steps.slice(n + 1, first + 1).some(({ move }) => move === "save")) continue;
    if (isNew) process.stdout.write(`begin ${n}\n`);
    versionHash = await perform(script, step, versionHash);
    // Between commit and answer: it is written, and nobody ever hears of it.
    if (isNew && n === Number(diesUnheard)) process.kill(process.pid, "SIGKILL");
    if (isNew) process.stdout.write(`done ${n}\n`);
  }
  await closeDatabase();
}
