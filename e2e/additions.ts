import { type ChildProcess, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";

/**
 * What adds to an app's records for the journeys (support/additions.ts): a program that is started once and asked one
 * thing after the other.
 */
export class Additions {
  private program: { readonly child: ChildProcess; readonly answers: Interface } | null = null;
  private last: Promise<unknown> = Promise.resolve();

  private readonly databaseUrl: string | null;

  /** `databaseUrl`: whose records; null: those of the app under test. */
  constructor(databaseUrl: string | null = null) {
    this.databaseUrl = databaseUrl;
  }

  /** Adds something and returns what it is called. */
  add(what: string, ...given: unknown[]): Promise<string> {
    const asked = this.last.then(() => this.ask(JSON.stringify([what, ...given])));
    this.last = asked.catch(() => undefined);
    return asked;
  }

  /** Ends the program; the next addition starts it again. */
  end(): void {
    this.program?.child.kill();
    this.program = null;
  }

  private started() {
    if (this.program) return this.program;
    const options = ["--conditions=react-server", "--import", "tsx", "e2e/support/additions.ts"];
    const env = this.databaseUrl === null ? process.env : { ...process.env, DATABASE_URL: this.databaseUrl };
    const child = spawn(process.execPath, options, { stdio: ["pipe", "pipe", "inherit"], env });
    // Whoever asked does not wait for it at the end; it ends with its input.
    child.unref();
    (child.stdin as unknown as { unref(): void }).unref();
    this.program = { child, answers: createInterface(child.stdout) };
    return this.program;
  }

  private async ask(order: string): Promise<string> {
    const { child, answers } = this.started();
    const output = child.stdout as unknown as { ref(): void; unref(): void };
    const answer = new Promise<string>((resolve, reject) => {
      answers.once("line", resolve);
      child.once("exit", () => reject(new Error("what adds to the app has ended")));
    });
    output.ref();
    child.stdin?.write(`${order}\n`);
    try {
      const { made, failed } = JSON.parse(await answer) as { made?: string; failed?: string };
      if (made === undefined) throw new Error(failed);
      return made;
    } finally {
      output.unref();
      child.removeAllListeners("exit");
    }
  }
}
