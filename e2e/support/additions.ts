import { createInterface } from "node:readline";
import { closeDatabase } from "../../lib/data/db.ts";
import { makeFormulatedWard } from "../../lib/data/testing/formulated-ward.ts";
import { makeRevisedWard } from "../../lib/data/testing/revised-ward.ts";
import { addCanaries, releaseCanaries, releaseMark, releaseScheduled } from "./add-canaries.ts";
import { addMark, addWardToMark } from "./add-mark.ts";
import { addNumberedWard, releaseNumbered } from "./add-numbered.ts";
import { addPerson, type PostOf } from "./add-person.ts";
import { addRedaction, addRelease, addReleaseOfSheets, addTakedown, addWard } from "./add-ward.ts";
import { addYearsWard } from "./add-years-ward.ts";

// Adds what journeys ask for to the app under test: a program of its own, because the data layer is for servers and a
// test is not one, and one for all that a worker asks for, because starting it takes longer than what it does. It reads
// an order a line, answers each with a line, and lives until its input ends.

const ADDITIONS = {
  person: async (email: string, posts: readonly PostOf[]) => {
    await addPerson(email, posts);
    return email;
  },
  ward: async (name: string, approved: number, shape: Parameters<typeof addWard>[2]) => {
    await addWard(name, approved, shape);
    return name;
  },
  release: async (name: string, code: string, description: string) => {
    await addRelease(name, code, description);
    return name;
  },
  "release-sheets": async (name: string) => {
    await addReleaseOfSheets(name);
    return name;
  },
  "numbered-ward": addNumberedWard,
  "release-numbered": async (name: string, number: number) => {
    await releaseNumbered(name, number);
    return name;
  },
  takedown: async (name: string, code: string, wording: string) => {
    await addTakedown(name, code, wording);
    return name;
  },
  redaction: async (name: string, text: string) => {
    await addRedaction(name, text);
    return name;
  },
  "ward-to-mark": addWardToMark,
  mark: addMark,
  canaries: addCanaries,
  "release-canaries": releaseCanaries,
  "release-scheduled": releaseScheduled,
  "release-mark": releaseMark,
  "formulated-ward": async () => (await makeFormulatedWard()).slug,
  "years-ward": async (name: string) => JSON.stringify(await addYearsWard(name)),
  "revised-ward": async () => (await makeRevisedWard()).slug,
};
type Addition = keyof typeof ADDITIONS;

for await (const line of createInterface(process.stdin)) {
  const [what, ...given] = JSON.parse(line) as [Addition, ...unknown[]];
  const add = ADDITIONS[what] as (...given: unknown[]) => Promise<string>;
  const answer = await add(...given).then(
    (made) => ({ made }),
    (error: unknown) => ({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  console.log(JSON.stringify(answer));
}
await closeDatabase();
