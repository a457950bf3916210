import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventFilterForm } from "@/components/events/event-filter-form.tsx";
import { EventList } from "@/components/events/event-list.tsx";
import { EventPages } from "@/components/events/event-pages.tsx";
import { VerifyForm } from "@/components/events/verify-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { eventChoices, listEvents } from "@/lib/data/event-log.ts";
import { eventFilter } from "@/lib/domain/event-log.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { eventsPath } from "@/lib/web/paths.ts";
import { StaffPage } from "../../(staff)/staff-page.tsx";
import { administrator } from "../administrator.ts";
import { verify } from "./actions.ts";

type Props = PageProps<"/[lang]/events">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "takingBack.events" });
  return { title: words("title") };
}

/** Everything that happened, newest first, and whether the record is as it was written. */
export default async function EventsPage({ params, searchParams }: Props) {
  const lang = pageLanguage((await params).lang);
  const actor = await administrator(lang, eventsPath(lang));
  const words = await getTranslations("takingBack.events");
  const { page: _asked, ...asked } = eventFilter.parse(await searchParams);
  const found = await listEvents(actor, { ...asked, page: _asked });
  const choices = await eventChoices(actor);
  return (
    <StaffPage lang={lang} path={(language) => eventsPath(language, asked)} room="events" actor={actor}>
      <PageShell heading={<PageHeading size="small" title={words("title")} lead={words("lead")} />}>
        <section aria-labelledby="verify-heading" className="grid max-w-[46rem] gap-4">
          <h2 id="verify-heading">{words("verify")}</h2>
          <p>{words("verifyLead")}</p>
          <VerifyForm lang={lang} action={verify} formKey={randomUUID()} writer={actor.userId} />
        </section>
        <section aria-labelledby="list-heading" className="grid min-w-0 gap-6">
          <h2 id="list-heading">
            {words("list")}{" "}
            <span className="figures font-normal text-ink-muted text-lg">{words("count", { count: found.count })}</span>
          </h2>
          <EventFilterForm lang={lang} asked={asked} choices={choices} />
          {found.lines.length > 0 ? <EventList lang={lang} lines={found.lines} /> : <Empty title={words("none")} />}
          <EventPages lang={lang} asked={asked} page={found.page} pages={found.pages} />
        </section>
      </PageShell>
    </StaffPage>
  );
}
