import { main, say } from "./say.ts";
import { makeThrowawayDatabase } from "./throwaway-database.ts";
import { at } from "./timings.ts";
import { untilStopped } from "./until-stopped.ts";

// How long a step of editing takes in a plan of 200 initiatives, against one of 10: opened as the editor opens it, and an
// item saved. Printed as medians and their ratio; both plans are in one run, turn by turn. Argument: how many turns (20).
const turns = Number(process.argv[2] ?? 20);
const SIZES = [10, 200] as const;

await main(() =>
  untilStopped(async ({ atEnd }) => {
    const database = await makeThrowawayDatabase();
    atEnd(database.drop);
    process.env.DATABASE_URL = database.url;
    const { closeDatabase } = await import("../lib/data/db.ts");
    atEnd(closeDatabase);
    const { editorOf } = await import("./bench-plan-editing.ts");
    const editors = new Map<number, Awaited<ReturnType<typeof editorOf>>>();
    for (const size of SIZES) editors.set(size, await editorOf(size));
    const times: Record<"open" | "save", Map<number, number[]>> = { open: new Map(), save: new Map() };
    for (let turn = 0; turn < turns; turn += 1) {
      for (const [size, editor] of editors) {
        for (const what of ["open", "save"] as const) {
          const began = performance.now();
          await editor[what](turn);
          times[what].set(size, [...(times[what].get(size) ?? []), performance.now() - began]);
        }
      }
    }
    for (const what of ["open", "save"] as const) {
      const [few = 0, many = 0] = SIZES.map((size) => at(times[what].get(size) ?? [], 0.5));
      say(
        `${what}  ${SIZES[0]}: ${few.toFixed(0)} ms  ${SIZES[1]}: ${many.toFixed(0)} ms  ratio ${(many / few).toFixed(2)}`,
      );
    }
    return 0;
  }),
);
