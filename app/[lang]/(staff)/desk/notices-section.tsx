import { getTranslations } from "next-intl/server";
import { NoticeItems } from "@/components/notices/notice-items.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { noticesOf, undeliveredTo } from "@/lib/data/notice-lines.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import type { Language } from "@/lib/words/languages.ts";

/** So many notices are shown at once, and so many on demand. */
const FIRST = 3;
const MOST = 50;

/** What the person was told lately, by mail too where mail is set up. Nothing is drawn where there is nothing. */
export async function NoticesSection({ lang, actor }: { lang: Language; actor: Actor }) {
  const words = await getTranslations();
  const lines = await noticesOf(actor, MOST);
  const undelivered = await undeliveredTo(actor);
  const more = lines.slice(FIRST);
  if (lines.length + undelivered === 0) return null;
  return (
    <section aria-labelledby="notices-heading">
      <h2 id="notices-heading" className="mb-5">
        {words("notices.desk.title")} <span className="figures font-normal text-ink-muted text-lg">{lines.length}</span>
      </h2>
      {undelivered > 0 ? (
        <Banner
          tone="warning"
          toneLabel={words("tones.warning")}
          title={words("notices.desk.undelivered", { count: undelivered })}
          className="mb-5"
        />
      ) : null}
      {lines.length > 0 ? <NoticeItems lang={lang} lines={lines.slice(0, FIRST)} /> : null}
      {more.length > 0 ? (
        <Disclosure summary={words("notices.desk.all", { count: more.length })} variant="quiet">
          <NoticeItems lang={lang} lines={more} />
        </Disclosure>
      ) : null}
    </section>
  );
}
