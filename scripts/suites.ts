import { readFileSync, rmSync } from "node:fs";
import { packageCommand, runCommand } from "./command.ts";
import { type Gate, type Outcome, reportFile } from "./gates.ts";

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

interface Options {
  env?: Record<string, string>;
  onOutput?: (text: string) => void;
}

/** One project of vitest.config.ts as a gate. */
export function vitestSuite(
  japanese: string,
  english: string,
  project: string,
  { env = {}, onOutput }: Options = {},
): Gate {
  return {
    japanese,
    english,
    run: async (signal) => {
      const report = reportFile(project);
      rmSync(report, { force: true });
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const command = packageCommand("vitest/vitest.mjs", "run", "--project", project, ...reporters);
      const { code, output } = await runCommand(command, { env, signal, onOutput });
      const { numPassedTests = 0, numFailedTests = 0 } = read<VitestReport>(report) ?? {};
      return judged(numPassedTests, numFailedTests, code, output);
    },
  };
}

/** The journeys of playwright.config.ts as a gate, all of them or those that the options choose; needs a build. */
export function playwrightSuite(
  japanese: string,
  english: string,
  { env = {}, onOutput }: Options = {},
  ...options: string[]
): Gate {
  return {
    japanese,
    english,
    run: async (signal) => {
      const report = reportFile("e2e");
      rmSync(report, { force: true });
      const command = packageCommand("@playwright/test/cli.js", "test", "--reporter=list,json", ...options);
      const reporting = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_FORCE_TTY: "0" };
      const { code, output } = await runCommand(command, { env: { ...reporting, ...env }, signal, onOutput });
      const { expected = 0, unexpected = 0, flaky = 0 } = read<PlaywrightReport>(report)?.stats ?? {};
      return judged(expected, unexpected + flaky, code, output);
    },
  };
}

/** A suite that ran nothing, or that broke outside its tests, has failed whatever it counted. */
function judged(passed: number, failed: number, code: number, output: string): Outcome {
  if (passed + failed === 0) return { passed, failed: 1, output: `${output}\nNo test was executed.` };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, output };
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
