import { mkdirSync } from "node:fs";
import path from "node:path";
import { runCommand } from "./command.ts";
import { dataFolder } from "./folders.ts";
import { say, secondsSince } from "./say.ts";

/** What a gate came to: a check counts one, a suite counts its tests. */
export interface Outcome {
  passed: number;
  failed: number;
  /** Shown when something failed. */
  output: string;
}

export interface Gate {
  japanese: string;
  english: string;
  run(signal: AbortSignal): Promise<Outcome>;
}

/** Where suites write their reports. */
export function reportFile(name: string): string {
  const folder = path.join(dataFolder, "test/reports");
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.json`);
}

/** A gate that passes when each of its commands ends with 0. */
export function check(japanese: string, english: string, ...commands: string[][]): Gate {
  return {
    japanese,
    english,
    run: async (signal) => {
      for (const command of commands) {
        const { code, output } = await runCommand(command, { signal });
        if (code !== 0) return { passed: 0, failed: 1, output };
      }
      return { passed: 1, failed: 0, output: "" };
    },
  };
}

/** Runs gates, a few at a time, shows each with its time, and goes on after one that fails. */
export async function runGates(gates: Gate[], atOnce: number, signal: AbortSignal): Promise<Outcome> {
  const waiting = [...gates];
  const total: Outcome = { passed: 0, failed: 0, output: "" };
  const work = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const { passed, failed } = await runGate(gate, signal);
      total.passed += passed;
      total.failed += failed;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return total;
}

async function runGate(gate: Gate, signal: AbortSignal): Promise<Outcome> {
  signal.throwIfAborted();
  const began = performance.now();
  const outcome = await gate.run(signal).catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  signal.throwIfAborted();
  const { passed, failed, output } = outcome;
  const count = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : "";
  say(`${failed === 0 ? "✓" : "✗"} ${gate.japanese} · ${gate.english} ${secondsSince(began)}${count}`);
  if (failed > 0) say(output.trimEnd());
  return outcome;
}

/** The closing line, alone and plain, and the exit code that goes with it. */
export function close(...outcomes: Outcome[]): number {
  const sum = (key: "passed" | "failed") => outcomes.reduce((all, outcome) => all + outcome[key], 0);
  say(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
}
