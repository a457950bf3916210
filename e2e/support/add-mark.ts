import { hashPassword } from "../../lib/auth/password.ts";
import { db } from "../../lib/data/db.ts";
import { amendment, approvedRevision, currentPlan, makeWard, type Ward } from "../../lib/data/testing/ward.ts";
import type { Plan } from "../../lib/domain/policy.ts";

// A ward whose policy carries one mark in every one of its texts, so that a page that mixes two Editions shows two.
let ward: Ward | null = null;

/** Adds it, with a coordinator who can sign in under that address; returns its name in addresses and its policy's id. */
export async function addWardToMark(email: string): Promise<string> {
  ward = await makeWard({ initiatives: 6, round: false });
  const passwordHash = await hashPassword("hoshin-demo-password");
  await db().user.update({ where: { id: ward.coordinator.userId }, data: { email, passwordHash } });
  return `${ward.slug} ${ward.policyId}`;
}

/** Adds an approved Revision that puts this mark into every text of the plan; returns its id. */
export async function addMark(mark: string): Promise<string> {
  if (!ward) throw new Error("there is no ward to mark");
  const plan = marked(await currentPlan(ward.policyId), mark);
  return (await approvedRevision(ward, plan, amendment("印を改める"))).submissionId;
}

/** A plan with that mark in place of every text. */
export function marked(plan: Plan, mark: string): Plan {
  return plan.map((node) => {
    if (node.type === "policy") return { ...node, title: `運営方針${mark}`, plan: { ...node.plan, goal: mark } };
    if (node.type === "notice") return { ...node, text: mark };
    if (!("plan" in node)) return node;
    const text = node.type === "reformItem" ? "outline" : "description";
    return { ...node, title: `項目${node.code}${mark}`, plan: { ...node.plan, [text]: `概要${mark}` } };
  });
}
