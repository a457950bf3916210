import { expect, it } from "vitest";
import { db } from "../db.ts";
import { saveSheet } from "../moves.ts";
import { readParts } from "../parts.ts";
import { partsOf } from "../reach.ts";
import { verifyArchive } from "../verify.ts";
import { everythingOf, filled, heard, makeWard, now, on, sheetOf } from "./ward.ts";

const text = (n: number) => `編集者${n}の文`;

/** The texts of a submission's Versions, oldest first. */
async function textsOf(submissionId: string): Promise<string[]> {
  const versions = await db().version.findMany({ where: { submissionId }, orderBy: { number: "asc" } });
  const hashes = versions.map((version) => Object.values(partsOf(version))[0] ?? "");
  const parts = await readParts(hashes);
  return hashes.map((hash) => {
    const part = parts.get(hash);
    return part?.type === "sheet" ? String(part.values.progress) : "";
  });
}

/** So many people who write one sheet at once: what is accepted is kept, once, and nothing else. */
export function describeConcurrency(EDITORS: number): void {
  it(`given ${EDITORS} people who save one sheet at once and give up when they are late, then what was accepted is kept, once`, async () => {
    const ward = await makeWard();
    const sheet = await sheetOf(ward, "1-1-1");
    // Nobody knows the number that the first save will leave, but some guess: ten each of the numbers from 0.
    const outcomes = await Promise.all(
      Array.from({ length: EDITORS }, async (_, n) => {
        const seen = { ...sheet, lockVersion: Math.floor(n / 10) };
        const actor = n % 2 === 0 ? ward.staff : ward.colleague;
        return { n, code: await heard(saveSheet(actor, { ...on(seen), values: filled(text(n)) }, now)) };
      }),
    );
    const accepted = outcomes.filter(({ code }) => code === null).map(({ n }) => text(n));
    expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set([null, "stale-lock"]));
    expect(accepted.length).toBeGreaterThanOrEqual(1);

    const { row, versions, events } = await everythingOf(sheet.submissionId);
    const texts = await textsOf(sheet.submissionId);
    expect([...texts].sort()).toEqual([...accepted].sort());
    expect(versions.map(({ number }) => number)).toEqual(versions.map((_, index) => index + 1));
    expect(events.filter(({ kind }) => kind === "save")).toHaveLength(accepted.length);
    expect(row.lockVersion).toBe(accepted.length);
    expect(row.headVersionId).toBe(versions.at(-1)?.id);
    expect(await verifyArchive()).toMatchObject({ broken: null });
  });

  it(`given ${EDITORS} people, five at a time, who look again and save again until they get through, then all texts survive`, async () => {
    const ward = await makeWard();
    const sheet = await sheetOf(ward, "1-1-1");
    let late = 0;
    const insist = async (n: number) => {
      const actor = n % 2 === 0 ? ward.staff : ward.colleague;
      for (;;) {
        const { lockVersion } = await db().submission.findUniqueOrThrow({
          where: { id: sheet.submissionId },
          select: { lockVersion: true },
        });
        const code = await heard(saveSheet(actor, { ...on({ ...sheet, lockVersion }), values: filled(text(n)) }, now));
        if (code === null) return;
        expect(code).toBe("stale-lock");
        late += 1;
      }
    };
    let next = 0;
    const desk = async () => {
      while (next < EDITORS) {
        const n = next;
        next += 1;
        await insist(n);
      }
    };
    await Promise.all(Array.from({ length: 5 }, desk));

    const everyone = Array.from({ length: EDITORS }, (_, n) => text(n));
    const { row, versions, events } = await everythingOf(sheet.submissionId);
    expect((await textsOf(sheet.submissionId)).sort()).toEqual(everyone.sort());
    expect(versions).toHaveLength(EDITORS);
    expect(events.filter(({ kind }) => kind === "save")).toHaveLength(EDITORS);
    expect(row).toMatchObject({ lockVersion: EDITORS, headVersionId: versions.at(-1)?.id });
    // Otherwise they did not meet, and this says nothing.
    expect(late).toBeGreaterThan(0);
    expect(await verifyArchive()).toMatchObject({ broken: null });
  }, 90_000);
}
