import { readFileSync } from "node:fs";
import { z } from "zod";

const text = z.string().min(1);

const initiative = z.object({
  code: text,
  title: text,
  description: text,
  budget: z.object({ derived: z.object({ amountThousandYen: z.int() }) }),
});
const strategy = z.object({ code: text, title: text, description: text, initiatives: z.array(initiative) });
const issue = z.object({ code: text, title: text, description: text, strategies: z.array(strategy) });

/** The part of the ward's page that becomes the policy. What the page does not say is not there to be read. */
const source = z.object({
  title: text,
  page: z.object({ derived: z.object({ updatedOn: z.iso.date() }) }),
  period: z.object({ derived: z.object({ fiscalYear: z.int() }) }),
  organization: z.object({ wardName: text, cityName: text, derived: z.object({ municipalCode: text }) }),
  introduction: text,
  notices: z.array(
    z.object({
      text,
      derived: z.object({
        kind: z.enum(["MID_YEAR_REVIEW_PUBLISHED", "SELF_EVALUATION_PUBLISHED"]),
        date: z.iso.date().nullable(),
      }),
    }),
  ),
  goal: z.object({ text }),
  mission: z.object({ text }),
  basicPolicy: z.object({ bullets: z.array(text) }),
  issues: z.array(issue),
  reformPlan: z.object({
    planName: text,
    items: z.array(z.object({ title: text, bullets: z.array(text), derived: z.object({ number: z.int() }) })),
  }),
  contact: z.object({
    officeName: text,
    sectionName: text,
    groupName: text,
    phone: text,
    fax: text,
    postalCodeRaw: text,
    address: text,
  }),
  _meta: z.object({ source_url_known: z.url() }),
});

/** The real page of Higashisumiyoshi Ward, FY2020, as data (City of Osaka, CC BY 4.0). */
export function higashisumiyoshi2020(): z.infer<typeof source> {
  return source.parse(JSON.parse(readFileSync(new URL("./higashisumiyoshi-2020.json", import.meta.url), "utf8")));
}
