import { GUARDS, type Guard, LIFECYCLE, MOVES } from "../lib/domain/lifecycle.ts";
import { MESSAGES } from "../lib/words/messages.ts";

const WHO: Record<string, string> = {
  sectionStaff: "staff of the section",
  coordinator: "coordinator",
  decider: "decider (manager of the section, or organisation-wide, or their deputy)",
  contributor: "a contributor",
  approver: "its approver",
};

const GUARD_WORDS: Record<Guard, string> = {
  "draft-valid": "every value is one that the form knows",
  "own-items": "staff change a Revision only in their section's items",
  complete: "everything that the form requires is there",
  "round-open": "its round has opened and is not closed (a Revision needs no round)",
  described:
    "a Revision has its kind (with the step, or the Edition that it corrects, as the plan stands), reason and effective date",
  comment: "a comment",
  "version-shown": "the Version shown is the Version submitted",
  "base-current": "a Revision's base is the current Edition",
  "one-revision": "at most one Revision in a release",
  evaluation: "evaluations only",
  "none-open": "no other open submission for the target and phase",
};

/** docs/lifecycle.md: the table, as it decides. */
export function lifecyclePage(): string {
  const { moves, states } = MESSAGES.ja;
  const state = (code: keyof typeof states) => `${code} ${states[code]}`;
  const rows = MOVES.map((move) => {
    const rule: (typeof LIFECYCLE)[typeof move] & { whoForRevision?: readonly string[]; notContributor?: true } =
      LIFECYCLE[move];
    const from = rule.from.length === 0 ? "–" : rule.from.map(state).join(", ");
    const to = rule.to === "same" ? "same" : state(rule.to);
    const who = rule.who.map((kind) => WHO[kind]).join(", ");
    const revision = rule.whoForRevision?.map((kind) => WHO[kind]).join(", ");
    const guards = rule.guards.map((guard: Guard) => `${GUARD_WORDS[guard]} (\`${GUARDS[guard].refusal}\`)`);
    return `| ${move} ${moves[move]} | ${from} → ${to} | ${who}${revision ? `; for a Revision: ${revision}` : ""}${
      rule.notContributor ? ", **no contributor**" : ""
    } | ${guards.join("; ")} |`;
  });
  return `# The lifecycle of a submission

Printed from \`lib/domain/lifecycle.ts\` by \`npm run docs\`; change the table there. A guard's refusal stands behind it.

| move | from → to | who | guard |
|---|---|---|---|
${rows.join("\n")}

A *contributor* wrote a Version, submitted, or did so to an unreleased submission that this one was started from.
Whoever contributed never decides, whatever else they are.

A *deputy* stands in for one manager from a day to a day and decides in that post's place (代決); the manager keeps the
power and looks at it later (後閲). Deputies are named in an order: the next one decides only where every one before is
disabled, gone from the organisation, away (somebody stands in for a post of their own) or a contributor, and hears
\`deputy-waits\` otherwise. A deputy gets nothing else of the post.
`;
}
