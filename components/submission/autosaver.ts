import type { Typed } from "@/lib/domain/forms/sheet.ts";

/** What became of one sending. */
export type Sent =
  | { readonly kind: "kept"; readonly savedAt: Date }
  /** No answer, or one that says nothing about the text: it is tried again. */
  | { readonly kind: "offline"; readonly slow?: boolean }
  | { readonly kind: "signed-out" }
  /** An answer that trying again does not change. */
  | { readonly kind: "refused"; readonly code: string };

/** What the line below the form says. `local`: this browser has a copy of what the server has not. */
export type SaveStatus = { readonly kind: "saving" } | (Sent & { readonly local: boolean });

interface Doors {
  readonly send: (typed: Typed, sequence: number) => Promise<Sent>;
  readonly keepLocally: (typed: Typed) => boolean;
  readonly forgetLocally: () => void;
  readonly tell: (status: SaveStatus) => void;
}

/** Milliseconds after the last key; and at most so many while typing goes on, so that a killed tab loses two seconds. */
const QUIET = 800;
const LONGEST = 1_500;
const RETRY = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/** Sends what is typed, numbered, one request at a time, and again until it arrives; meanwhile it keeps a local copy. */
export class Autosaver {
  readonly #doors: Doors;
  #latest: Typed | null = null;
  #unsent = false;
  #since = 0;
  #sequence = 0;
  #failures = 0;
  #local = false;
  #refused = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<Sent> | null = null;

  constructor(doors: Doors) {
    this.#doors = doors;
  }

  /** Something was typed: this is what stands in the form now. */
  typed(typed: Typed): void {
    if (!this.#unsent) this.#since = Date.now();
    this.#latest = typed;
    this.#unsent = true;
    if (this.#failures > 0) this.#local = this.#doors.keepLocally(typed);
    this.#schedule();
  }

  /** What this browser had kept was put back into the form: it stays kept until the server has it. */
  restored(typed: Typed): void {
    this.#local = this.#doors.keepLocally(typed);
    this.typed(typed);
  }

  /** Sends now what was not sent yet, or `typed`; resolves when nothing is under way any more. */
  async flush(typed: Typed | null = null): Promise<Sent | null> {
    while (this.#flight) await this.#flight;
    if (typed) this.#latest = typed;
    return this.#latest && (typed || this.#unsent) ? this.#send(this.#latest) : null;
  }

  /** The network is back, or somebody signed in: there is no need to wait. */
  retry(): void {
    if (this.#failures > 0 && this.#unsent && !this.#flight && this.#latest) void this.#send(this.#latest);
  }

  /** The page may go away now: what is not known to have arrived is kept here, and sent once more. */
  leave(): void {
    if (!this.#latest || !this.#atStake) return;
    this.#local = this.#doors.keepLocally(this.#latest);
    if (!this.#flight && this.#unsent) void this.#send(this.#latest);
  }

  /** Nothing is sent on its own any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Whether something typed is neither with the server nor in this browser. */
  get atRisk(): boolean {
    return (this.#atStake || this.#refused) && !this.#local;
  }

  get #atStake(): boolean {
    return this.#unsent || this.#flight !== null;
  }

  #schedule(): void {
    if (this.#flight) return;
    clearTimeout(this.#timer);
    const wait =
      this.#failures > 0
        ? (RETRY[Math.min(this.#failures, RETRY.length) - 1] ?? QUIET)
        : Math.min(QUIET, this.#since + LONGEST - Date.now());
    this.#timer = setTimeout(
      () => {
        if (this.#latest && this.#unsent && !this.#flight) void this.#send(this.#latest);
      },
      Math.max(0, wait),
    );
  }

  #send(typed: Typed): Promise<Sent> {
    clearTimeout(this.#timer);
    this.#unsent = false;
    this.#sequence += 1;
    if (this.#failures === 0) this.#doors.tell({ kind: "saving" });
    this.#flight = this.#doors.send(typed, this.#sequence).then((sent) => this.#settle(sent));
    return this.#flight;
  }

  #settle(sent: Sent): Sent {
    this.#flight = null;
    const again = sent.kind === "offline" || sent.kind === "signed-out";
    this.#failures = again ? this.#failures + 1 : 0;
    this.#refused = sent.kind === "refused";
    if (sent.kind === "kept") {
      // What was typed since is not there yet; its copy, if there is one, stays.
      if (!this.#unsent && this.#local) this.#doors.forgetLocally();
      if (!this.#unsent) this.#local = false;
    } else if (this.#latest) {
      this.#local = this.#doors.keepLocally(this.#latest);
    }
    const waiting = this.#unsent;
    if (again) this.#unsent = true;
    this.#doors.tell({ ...sent, local: this.#local });
    if (again || waiting) this.#schedule();
    return sent;
  }
}
