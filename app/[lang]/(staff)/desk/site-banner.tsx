import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner.tsx";
import { siteStatus } from "@/lib/data/site-status.ts";
import { siteStanding } from "@/lib/domain/site-standing.ts";

/** Says whoever coordinates that the compiled public pages are behind, or that nobody looks after them; else nothing. */
export async function SiteBanner() {
  const status = await siteStatus();
  if (!status) return null;
  const { standing, behindSeconds } = siteStanding(status, new Date());
  if (standing === "ready") return null;
  const words = await getTranslations("staff.site");
  const tones = await getTranslations("tones");
  const minutes = Math.ceil(behindSeconds / 60);
  return (
    <Banner tone="warning" toneLabel={tones("warning")} title={words(`${standing}.title`)}>
      <p>{words(`${standing}.text`, { waiting: status.waiting, minutes })}</p>
      {status.failing ? <p className="as-written mt-2">{status.failing}</p> : null}
    </Banner>
  );
}
