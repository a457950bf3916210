import { useTranslations } from "next-intl";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { visionOf } from "@/lib/domain/vision.ts";

/** What a policy says of the vision that it is the action plan of; null where it says nothing. */
export function visionNamed({ content: { aims, policy } }: Pick<PublishedPolicy, "content">) {
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  const [name, period] = [text(policy.plan.visionName), text(policy.plan.visionPeriod)];
  return name === null && period === null && aims.length === 0 ? null : { name, period };
}

/** The vision in brief: its name and period, how many of its aims the year serves, and the way to them. */
export function VisionLines({ policy, href }: { policy: Pick<PublishedPolicy, "content">; href: string | null }) {
  const words = useTranslations("formulation.vision");
  const vision = visionNamed(policy);
  if (!vision) return null;
  const { aims, served } = visionOf(policy.content);
  return (
    <div className="grid max-w-prose gap-2">
      {vision.name ? (
        <p lang="ja" className="title-ja font-bold">
          {vision.name}
        </p>
      ) : null}
      {vision.period ? (
        <p>
          <span className="text-ink-muted">{words("period")}</span> <span lang="ja">{vision.period}</span>
        </p>
      ) : null}
      {aims.length > 0 ? <p>{words("count", { aims: aims.length, served })}</p> : null}
      {aims.length > 0 && href ? (
        <p className="print:hidden">
          <a href={href} className="inline-flex min-h-target items-center">
            {words("link")}
          </a>
        </p>
      ) : null}
    </div>
  );
}
