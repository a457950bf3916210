"use server";

import {
  changeOrganization,
  createOrganization,
  newOrganization,
  setOrganizationDisabled,
} from "@/lib/data/organizations.ts";
import { changeSection, createSection, setSectionDisabled } from "@/lib/data/sections.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { type Answer, answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { organisationPath } from "@/lib/web/paths.ts";
import { besideField, readForm } from "@/lib/web/typed-fields.ts";

/** Every button of the organisations' pages. */
export async function organisations(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const intent = typed[ENVELOPE.intent] ?? "";
    const key = typed[ENVELOPE.key] ?? "";
    const id = readForm(typed).raw("organizationId");
    const done = (organizationId: string) => ({
      to: organisationPath(languageOf(typed), organizationId, { done: intent, at: key }),
    });
    switch (intent) {
      case "create-organization":
      case "change-organization":
        return describeOrganization(actor, typed, key, done);
      case "disable-organization":
      case "enable-organization":
        await setOrganizationDisabled(actor, { organizationId: id, disabled: intent === "disable-organization", key });
        return done(id);
      case "create-section":
      case "change-section":
        return describeSection(actor, typed, key, done);
      case "disable-section":
      case "enable-section": {
        const sectionId = readForm(typed).raw("sectionId");
        await setSectionDisabled(actor, { sectionId, disabled: intent === "disable-section", key });
        return done(id);
      }
      default:
        throw new Refusal("invalid-draft");
    }
  });
}

async function describeOrganization(
  actor: Actor,
  typed: Typed,
  key: string,
  done: (organizationId: string) => Answer,
): Promise<Answer> {
  const read = readForm(typed);
  const { shape } = newOrganization;
  const given = {
    nameJa: read.text("nameJa", 100),
    nameEn: read.text("nameEn", 100),
    cityNameJa: read.text("cityNameJa", 100),
    cityNameEn: read.text("cityNameEn", 100),
    municipalCode: read.optional("municipalCode", 10)?.normalize("NFKC") ?? null,
    sourceNote: read.optional("sourceNote", 400),
    sourceUrl: read.optional("sourceUrl", 2000),
  };
  if (!shape.municipalCode.safeParse(given.municipalCode).success) read.report("municipalCode", "shape");
  if (!shape.sourceUrl.safeParse(given.sourceUrl).success) read.report("sourceUrl", "shape");
  if (typed[ENVELOPE.intent] === "change-organization") {
    if (read.problems.length > 0) return { problems: read.problems };
    return done((await changeOrganization(actor, { organizationId: read.raw("organizationId"), ...given, key })).id);
  }
  const slug = read.shaped("slug", 41, (text) => shape.slug.safeParse(text).success);
  if (read.problems.length > 0) return { problems: read.problems };
  return besideField("already-exists", { field: read.nameOf("slug"), code: "taken" }, async () =>
    done((await createOrganization(actor, { slug, ...given, key })).id),
  );
}

async function describeSection(
  actor: Actor,
  typed: Typed,
  key: string,
  done: (organizationId: string) => Answer,
): Promise<Answer> {
  const read = readForm(typed);
  const organizationId = read.raw("organizationId");
  const given = { nameJa: read.text("nameJa", 100), nameEn: read.text("nameEn", 100) };
  const typedOrder = read.shaped("order", 4, (text) => /^\d{1,4}$/.test(text.normalize("NFKC")));
  if (read.problems.length > 0) return { problems: read.problems };
  const section = { ...given, order: Number(typedOrder.normalize("NFKC")), key };
  return besideField("already-exists", { field: read.nameOf("nameJa"), code: "taken" }, async () => {
    if (typed[ENVELOPE.intent] === "change-section") {
      await changeSection(actor, { sectionId: read.raw("sectionId"), ...section });
    } else await createSection(actor, { organizationId, ...section });
    return done(organizationId);
  });
}
