import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { type Editor, editTogether, type Timing } from "./bench-editing.ts";
import { ended, scriptCommand } from "./command.ts";
import { root } from "./folders.ts";
import { main, say, step, Trouble } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

// Many editors write at once on the built app with a throwaway copy of the demo, over HTTP as browsers do: each autosaves
// once a second and saves a Version now and then, two (or more) to a sheet. Then everything that was accepted must be
// there. Arguments: how many editors (100), for how many seconds (60).
const editorsWanted = Number(process.argv[2] ?? 100);
const seconds = Number(process.argv[3] ?? 60);

await main(() =>
  untilStopped(async ({ signal, atEnd }) => {
    if (!(editorsWanted >= 2 && seconds >= 1)) {
      throw new Trouble(
        "人数(2以上)と秒数(1以上)を指定してください。",
        "Give a number of editors (2 or more) and seconds.",
      );
    }
    const app = await step("アプリを起動", "Starting the app", startApp);
    process.env.DATABASE_URL = app.databaseUrl;
    const { closeDatabase } = await import("../lib/data/db.ts");
    atEnd(closeDatabase);
    const { addEditors, lostOf } = await import("./bench-people.ts");
    const people = await step("書く人を登録", "Adding the editors", () => addEditors(editorsWanted));
    const editors: Editor[] = people.map((person) => ({ ...person, cookie: "", keptText: null, saved: [] }));
    const result = await step(
      `${people.length}人が${seconds}秒書く`,
      `${people.length} editors write for ${seconds} s`,
      () => editTogether(app.baseURL, editors, seconds, signal),
    );
    const lost = await lostOf(editors);
    say(lineOf("autosave", result.autosave, result.health));
    say(lineOf("save", result.save, result.health));
    say(
      `GET /api/health   p50 ${ms(p(result.health, 0.5))}  p95 ${ms(p(result.health, 0.95))}  (${result.health.length})`,
    );
    for (const [what, count] of result.unexpected) console.error(`✗ ${what}: ${count}`);
    for (const what of lost) console.error(`✗ 失われた更新 · lost update: ${what}`);
    const good = result.unexpected.size === 0 && lost.length === 0;
    if (good) say("✓ 失われた更新も予期しない応答もありません · no update was lost, no answer was unexpected");
    return good ? 0 : 1;

    async function startApp(): Promise<{ baseURL: string; databaseUrl: string }> {
      const [program = "", ...rest] = scriptCommand("throwaway-app.ts", "1");
      const child = spawn(program, rest, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
      atEnd(async () => {
        child.stdin.end();
        await ended(child);
      });
      return new Promise((resolve, reject) => {
        createInterface(child.stdout).on("line", (line) => {
          if (line.startsWith("[")) resolve(JSON.parse(line)[0]);
        });
        const failed = new Trouble("アプリを起動できませんでした。", "The app did not start (see the lines above).");
        child.on("exit", () => reject(failed));
      });
    }
  }, 130),
);

function p(timings: readonly Timing[], share: number): number {
  const sorted = [...timings].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function lineOf(name: string, timings: readonly Timing[], health: readonly Timing[]): string {
  const [p50, p95] = [p(timings, 0.5), p(timings, 0.95)];
  const ratio = (value: number, share: number) => `×${(value / p(health, share)).toFixed(1)}`;
  return `${name.padEnd(16)}  p50 ${ms(p50)} (${ratio(p50, 0.5)})  p95 ${ms(p95)} (${ratio(p95, 0.95)})  (${timings.length})`;
}
