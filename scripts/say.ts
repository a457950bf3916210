/** Something that the person at the terminal can put right: shown as one line in each language, without a stack. */
export class Trouble extends Error {
  override readonly name = "Trouble";
  readonly japanese: string;

  constructor(japanese: string, english: string) {
    super(english);
    this.japanese = japanese;
  }
}

/** Prints one line of progress. */
export function say(line: string): void {
  console.log(line);
}

/** Seconds with one decimal since a `performance.now()`. */
export function secondsSince(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

/** Names a step in both languages, does it, and says how long it took. */
export async function step<T>(japanese: string, english: string, action: () => Promise<T>): Promise<T> {
  const began = performance.now();
  say(`→ ${japanese} · ${english}`);
  const result = await action();
  say(`✓ ${japanese} ${secondsSince(began)}`);
  return result;
}

const reasons: Record<string, [string, string]> = {
  EACCES: ["権限がありません", "permission denied"],
  EPERM: ["許可されていません", "not permitted"],
  EROFS: ["読み取り専用です", "the file system is read-only"],
  ENOSPC: ["空き容量がありません", "no space is left on the disk"],
};

/** Runs a script's main function: its number is the exit code; a Trouble is two lines and exit code 1. */
export async function main(body: () => Promise<number>): Promise<void> {
  try {
    process.exit(await body());
  } catch (error) {
    const { code = "", path = "" } = error as NodeJS.ErrnoException;
    const reason = reasons[code];
    if (error instanceof Trouble) console.error(`✗ ${error.japanese}\n✗ ${error.message}`);
    else if (reason && path) console.error(`✗ ${path}: ${reason[0]}(${code})\n✗ ${path}: ${reason[1]} (${code})`);
    else console.error(error);
    process.exit(1);
  }
}
