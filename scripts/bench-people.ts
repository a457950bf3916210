import { randomUUID } from "node:crypto";
import { hashPassword } from "../lib/auth/password.ts";
import { db } from "../lib/data/db.ts";
import { addMembership } from "../lib/data/memberships.ts";
import { actorOf, createUser } from "../lib/data/people.ts";
import { openRound } from "../lib/data/starts.ts";
import { findSubmission } from "../lib/data/submissions.ts";
import { calendarDate } from "../lib/domain/fiscal-year.ts";
import { fieldsOf } from "../lib/domain/forms/catalogue.ts";
import { BENCH_PASSWORD, type Editor } from "./bench-editing.ts";

/** An editor with a sheet, and a text field of it that nobody else writes, if there are enough. */
export type Person = Pick<Editor, "email" | "userId" | "submissionId" | "field">;

/** Adds editors of the sample ward, two to a sheet: each may write the sheet's section, in a text field of its own. */
export async function addEditors(wanted: number): Promise<Person[]> {
  const { id: administratorId } = await db().user.findFirstOrThrow({ where: { administrator: true } });
  const admin = await actorOf(administratorId);
  if (!admin) throw new Error("no administrator");
  const passwordHash = await hashPassword(BENCH_PASSWORD);
  await openSelfEvaluation();
  const open = await db().submission.findMany({
    where: {
      state: { in: ["DRAFT", "RETURNED"] },
      phase: { not: "PLAN" },
      policy: { organization: { slug: "mihon" } },
    },
    include: { policy: true, issue: true, strategy: true, initiative: true, reformItem: true },
    orderBy: { id: "asc" },
  });
  const places = open.flatMap((row) => {
    const type = row.issue
      ? "issue"
      : row.strategy
        ? "strategy"
        : row.initiative
          ? "initiative"
          : row.reformItem
            ? "reformItem"
            : "policy";
    const texts = fieldsOf(row.policy.formId, type, row.phase).filter((field) => field.kind === "text");
    const item = row.issue ?? row.strategy ?? row.initiative ?? row.reformItem;
    const at = { organizationId: row.policy.organizationId, sectionId: item?.sectionId ?? null };
    return texts.length >= 2 ? [{ ...at, submissionId: row.id, fields: texts.map(({ key }) => key) }] : [];
  });
  // The first two fields of every sheet, then (where there are fewer sheets than pairs) whatever fields are left.
  const most = Math.max(...places.map(({ fields }) => fields.length));
  const rounds = Array.from({ length: Math.ceil(most / 2) }, (_, round) => round * 2);
  const seats = rounds.flatMap((from) =>
    places.flatMap(({ fields, ...place }) => fields.slice(from, from + 2).map((field) => ({ ...place, field }))),
  );
  const people: Person[] = [];
  for (const { organizationId, sectionId, submissionId, field } of seats.slice(0, wanted)) {
    const email = `editor-${people.length + 1}-${randomUUID().slice(0, 8)}@bench.example`;
    const { id: userId } = await createUser(admin, { email, name: `編集者${people.length + 1}`, passwordHash });
    const role = sectionId === null ? ("COORDINATOR" as const) : ("STAFF" as const);
    const dates = { startsOn: "2020-04-01", endsOn: null };
    await addMembership(admin, { userId, organizationId, sectionId, role, postTitle: "試験の職", ...dates });
    people.push({ email, userId, submissionId, field });
  }
  return people;
}

/** Opens the other round of the sample ward's running year too: its mid-year round alone has sheets for 68 editors. */
async function openSelfEvaluation(): Promise<void> {
  const round = await db().round.findFirstOrThrow({
    where: { closedAt: null, phase: "MID_YEAR_REVIEW", policy: { organization: { slug: "mihon" } } },
  });
  const { id } = await db().user.findUniqueOrThrow({ where: { email: "coordinator@mihon.example" } });
  const coordinator = await actorOf(id);
  if (!coordinator) throw new Error("the sample ward has no coordinator");
  const day = (date: Date) => calendarDate.parse(date.toISOString().slice(0, 10));
  const dates = { opensOn: day(round.opensOn), dueOn: day(round.dueOn), plannedReleaseOn: day(round.plannedReleaseOn) };
  await openRound(coordinator, { policyId: round.policyId, phase: "SELF_EVALUATION", ...dates, key: randomUUID() });
}

/** What was accepted and is not there: the last kept text of each editor, each Version, the last text of each field. */
export async function lostOf(editors: readonly Editor[]): Promise<string[]> {
  const lost: string[] = [];
  for (const editor of editors) {
    const actor = await actorOf(editor.userId);
    if (!actor) throw new Error(`${editor.email} is disabled`);
    const { values, buffer } = await findSubmission(actor, editor.submissionId);
    const last = editor.saved.at(-1);
    if (last !== undefined && values[editor.field] !== last) lost.push(`${editor.email}: Version ${last}`);
    if (editor.keptText !== null && buffer?.typed[editor.field] !== editor.keptText) {
      lost.push(`${editor.email}: buffer ${editor.keptText}`);
    }
    const events = await db().event.count({
      where: { subjectId: editor.submissionId, kind: "save", actorId: editor.userId },
    });
    if (events < editor.saved.length) lost.push(`${editor.email}: ${editor.saved.length - events} Versions`);
  }
  return lost;
}
