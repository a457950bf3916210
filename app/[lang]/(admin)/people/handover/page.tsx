import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GapList } from "@/components/people/gap-list.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Button } from "@/components/ui/button.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { handoverOn } from "@/lib/data/handover.ts";
import { fiscalYearOf, fiscalYearSpan, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { GAP_KINDS } from "@/lib/domain/handover.ts";
import { dayOfPost } from "@/lib/domain/people-view.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { handoverPath, organisationPath, signInPath } from "@/lib/web/paths.ts";
import { readTypedDate } from "@/lib/web/typed-date.ts";
import { dateWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../../../(staff)/staff-page.tsx";

type Props = PageProps<"/[lang]/people/handover">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "people.handover" });
  return { title: words("title") };
}

export default async function HandoverPage({ params, searchParams }: Props) {
  const lang = pageLanguage((await params).lang);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, handoverPath(lang)));
  const today = tokyoDate(new Date());
  const { on, invalid } = dayOf(await searchParams, today);
  const all = await handoverOn(actor, on).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not-allowed") notFound();
    throw error;
  });
  const words = await getTranslations("people");
  const staff = await getTranslations("staff");
  const april = fiscalYearSpan(fiscalYearOf(today) + 1).start;
  const [year, month, day] = on.split("-").map((part) => String(Number(part)));
  const name = lang === "ja" ? ("nameJa" as const) : ("nameEn" as const);
  return (
    <StaffPage lang={lang} path={(language) => handoverPath(language, { on })} room="people" actor={actor}>
      <PageShell heading={<PageHeading size="small" title={words("handover.title")} lead={words("handover.lead")} />}>
        <div className="grid gap-4 print:hidden">
          <form method="get" action={handoverPath(lang)} className="flex flex-wrap items-end gap-4">
            <DateField
              name="on"
              label={words("handover.day")}
              parts={{ year: staff("panel.year"), month: staff("panel.month"), day: staff("panel.day") }}
              errors={invalid ? [staff("problems.date", { field: words("handover.day") })] : []}
              defaultValue={{ year, month, day }}
            />
            <Button variant="secondary">{words("handover.show")}</Button>
          </form>
          <p>
            <a href={handoverPath(lang, { on: april })} className="inline-flex min-h-target items-center">
              {words("handover.april", { date: dateWords(lang, april) })}
            </a>
          </p>
        </div>
        {all.map(({ organization, gaps, own }) => (
          <section key={organization.id} aria-labelledby={`o-${organization.id}`} className="grid gap-5">
            <h2 id={`o-${organization.id}`}>
              {actor.administrator ? (
                <a href={organisationPath(lang, organization.id)}>{organization[name]}</a>
              ) : (
                organization[name]
              )}{" "}
              <span className="figures font-normal text-ink-muted text-lg">
                {words("handover.count", { date: dateWords(lang, on), count: gaps.length })}
              </span>
            </h2>
            {gaps.length === 0 ? <p className="text-ink-muted">{words("handover.nothing")}</p> : null}
            {GAP_KINDS.map((kind) => ({ kind, found: gaps.filter((gap) => gap.kind === kind) }))
              .filter(({ found }) => found.length > 0)
              .map(({ kind, found }) => (
                <div key={kind} className="grid gap-3">
                  <h3>
                    {words(`gaps.${kind}.title`)}{" "}
                    <span className="figures font-normal text-base text-ink-muted">{found.length}</span>
                  </h3>
                  <p className="max-w-prose text-ink-soft">{words(`gaps.${kind}.next`)}</p>
                  <GapList lang={lang} gaps={found} links={own} />
                </div>
              ))}
          </section>
        ))}
        {all.length === 0 ? <Empty title={words("handover.none")} /> : null}
      </PageShell>
    </StaffPage>
  );
}

/** The day asked for: `on=2027-04-01`, or three boxes; today where none is given or it does not exist. */
function dayOf(query: Awaited<Props["searchParams"]>, today: string): { on: string; invalid: boolean } {
  const boxes = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const asked = typeof query.on === "string" ? query.on : readTypedDate(Object.fromEntries(boxes), "on");
  if (asked === null) return { on: today, invalid: false };
  const day = dayOfPost.safeParse(asked);
  return day.success ? { on: day.data, invalid: false } : { on: today, invalid: true };
}
