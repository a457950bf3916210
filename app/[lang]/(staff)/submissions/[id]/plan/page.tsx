import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NodeChanges } from "@/components/history/node-changes.tsx";
import { EntryView } from "@/components/plan/entry-view.tsx";
import { LastYear } from "@/components/plan/last-year.tsx";
import { PlanOutline } from "@/components/plan/plan-outline.tsx";
import { PlanWorkspace } from "@/components/plan/plan-workspace.tsx";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { lastYearOfItems } from "@/lib/data/last-year.ts";
import { planEditing, rebasing } from "@/lib/data/plan-editing.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { kindsAfter } from "@/lib/domain/formulation.ts";
import { isListEntry, nodeKey } from "@/lib/domain/policy.ts";
import type { PlanEditing } from "@/lib/domain/revision-view.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { deskPath, planPath, submissionPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { StaffPage } from "../../../staff-page.tsx";
import { revise } from "./actions.ts";
import { openEntry } from "./open-entry.ts";
import { openItem } from "./open-item.ts";

type Props = PageProps<"/[lang]/submissions/[id]/plan">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "plan" });
  return { title: words("title") };
}

/** A Revision's plan: the outline of all of it, and one item at a time to be edited. */
export default async function PlanPage({ params, searchParams }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const asked = Object.fromEntries(
    Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const actor = await currentActor();
  const editing = actor && (await editingFor(actor, id));
  const lastYear = actor && (await lastYearOfItems(actor, id));
  const words = await getTranslations();
  const here = (language: Language) => planPath(language, id, { item: asked.item, add: asked.add });
  const open =
    editing && openItem(lang, editing, asked, { nobody: words("plan.noSection"), gone: words("plan.goneItem") });
  const listed = editing && openEntry(editing, asked, { gone: words("plan.goneItem") });
  const current = listed ? (listed.entry.key ?? `add:${listed.entry.type}`) : (open?.current ?? "");
  const titleOfEntry = listed
    ? words(`formulation.editor.${listed.entry.key ? "groups" : "new"}.${listed.entry.type}`)
    : null;
  const title = open ? (titleOfEntry ?? open.title ?? words(open.titleWord)) : "…";
  return (
    <StaffPage lang={lang} path={here} room="desk" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("staff.nav.desk"), href: deskPath(lang) },
              { label: words("phases.PLAN"), href: submissionPath(lang, id) },
              { label: words("plan.title") },
            ]}
          />
        }
        heading={
          <div className="grid gap-6">
            <PageHeading
              size="small"
              eyebrow={
                editing
                  ? `${editing.organization[lang === "ja" ? "nameJa" : "nameEn"]} ${fiscalYearWords(lang, editing.fiscalYear)}`
                  : undefined
              }
              title={words("plan.title")}
              lead={words("plan.lead")}
              actions={<ButtonLink href={submissionPath(lang, id)}>{words("plan.back")}</ButtonLink>}
            />
            {editing?.base?.stale && editing.mayWrite ? (
              <Banner
                tone="warning"
                toneLabel={words("tones.warning")}
                title={words("plan.stale.title", { number: editing.base.number })}
              >
                {words("plan.stale.lead")}{" "}
                <a href={planPath(lang, id, { item: "rebase" })}>{words("plan.stale.link")}</a>
              </Banner>
            ) : null}
          </div>
        }
      >
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[18rem_minmax(0,1fr)]">
          {editing && open ? (
            <>
              <div className="lg:hidden print:hidden">
                <Disclosure summary={words("plan.outline")}>
                  <PlanOutline lang={lang} editing={editing} current={current} />
                </Disclosure>
              </div>
              <div className="max-h-[calc(100dvh-4rem)] overflow-y-auto p-1 max-lg:hidden lg:sticky lg:top-8 lg:self-start print:hidden">
                <PlanOutline lang={lang} editing={editing} current={current} />
              </div>
            </>
          ) : (
            <div className="max-lg:hidden" />
          )}
          <div className="grid min-w-0 content-start gap-10">
            <h2>{!listed && open?.titleIsWritten ? <span lang="ja">{title}</span> : title}</h2>
            <PlanWorkspace
              lang={lang}
              action={revise}
              here={here(lang)}
              writer={actor?.userId ?? null}
              formKey={randomUUID()}
              editing={
                editing && {
                  submissionId: editing.submissionId,
                  formId: editing.formId,
                  lockVersion: editing.lockVersion,
                  seen: editing.seen,
                  mayWrite: editing.mayWrite,
                  mayUndo: editing.mayUndo,
                  described: editing.described,
                  sections: editing.sections,
                }
              }
              open={
                listed
                  ? { kind: "entry", ...listed }
                  : open?.current === "rebase" && actor
                    ? { kind: "rebase", rebasing: await rebasing(actor, id) }
                    : open?.current === "revision" && editing
                      ? {
                          kind: "revision",
                          usual: {
                            kind: kindsAfter(editing.formulated)[0] ?? "AMENDMENT",
                            effectiveOn: tokyoDate(new Date()),
                          },
                          formulated: editing.formulated,
                          released: editing.released,
                        }
                      : open?.item
                        ? { kind: "item", item: open.item, mayChange: open.mayChange, tools: open.tools }
                        : null
              }
              done={asked.done ?? null}
              beside={lastYear && open ? <LastYear lang={lang} lastYear={lastYear} current={current} /> : null}
            >
              {editing && open ? <Beside lang={lang} editing={editing} current={current} /> : null}
            </PlanWorkspace>
          </div>
        </div>
      </PageShell>
    </StaffPage>
  );
}

/** What is read beside the forms: the item where it may not be changed, what is different in it, and all that is. */
async function Beside({ lang, editing, current }: { lang: Language; editing: PlanEditing; current: string }) {
  const words = await getTranslations("plan");
  const formulation = await getTranslations("formulation");
  const { changes, formId, sections, nodes } = editing;
  const node = nodes.find((candidate) => nodeKey(candidate) === current);
  const own = changes.filter(({ key }) => key === current);
  const mayChange = editing.own.includes(current);
  return (
    <>
      {node && !isListEntry(node) && !mayChange ? (
        <section className="grid gap-4" aria-labelledby="reading-heading">
          <p>{words(editing.mayWrite ? "notYours" : "readOnly")}</p>
          <h3 id="reading-heading">{words("reading")}</h3>
          <SheetView lang={lang} fields={fieldsOf(formId, node.type, "PLAN")} values={node.plan} empty="list" />
        </section>
      ) : null}
      {node && isListEntry(node) && !mayChange ? (
        <section className="grid gap-4" aria-labelledby="reading-heading">
          <p>{editing.mayWrite ? formulation("editor.notYours") : words("readOnly")}</p>
          <h3 id="reading-heading">{words("reading")}</h3>
          <EntryView
            lang={lang}
            entry={node}
            items={formulation("page.itemCount", { count: node.type === "opinion" ? node.itemIds.length : 0 })}
          />
        </section>
      ) : null}
      {own.length > 0 ? (
        <section className="grid gap-4" aria-labelledby="own-heading">
          <h3 id="own-heading">{words("changesHere")}</h3>
          <NodeChanges lang={lang} formId={formId} changes={own} sections={sections} level={4} />
        </section>
      ) : null}
      {changes.length > 0 ? (
        <Disclosure
          open={current === "revision" || !nodes.some((one) => nodeKey(one) === current)}
          summary={`${words("changes")} ${changes.length}`}
        >
          <NodeChanges lang={lang} formId={formId} changes={changes} sections={sections} />
        </Disclosure>
      ) : (
        <p className="text-ink-muted">{words("noChanges")}</p>
      )}
    </>
  );
}

function editingFor(actor: Actor, id: string) {
  return orNotFound(planEditing(actor, id));
}
