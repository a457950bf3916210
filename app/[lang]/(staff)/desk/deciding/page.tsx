import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecidingQueue } from "@/components/deciding/deciding-queue.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { decidingQueue } from "@/lib/data/waiting.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { decidingPath, deskPath } from "@/lib/web/paths.ts";
import { StaffPage } from "../../staff-page.tsx";
import { approvePicked } from "./actions.ts";

type Props = PageProps<"/[lang]/desk/deciding">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "deciding.queue" });
  return { title: words("title") };
}

export default async function DecidingPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  const actor = await currentActor();
  const words = await getTranslations();
  const sheets = actor ? await decidingQueue(actor) : [];
  return (
    <StaffPage lang={lang} path={decidingPath} room="desk" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[{ label: words("staff.nav.desk"), href: deskPath(lang) }, { label: words("deciding.queue.title") }]}
          />
        }
        heading={<PageHeading size="small" title={words("deciding.queue.title")} lead={words("deciding.queue.lead")} />}
      >
        <DecidingQueue
          lang={lang}
          action={approvePicked}
          writer={actor?.userId ?? null}
          formKey={randomUUID()}
          sheets={sheets}
          today={tokyoDate(new Date())}
        />
      </PageShell>
    </StaffPage>
  );
}
