import { useTranslations } from "next-intl";
import type { Aim } from "@/lib/domain/policy.ts";

/** Under an issue's or a strategy's title: which aims of the ward's vision it serves. Nothing where it names none. */
export function AimsNamed({ aims, href }: { aims: readonly Aim[]; href: string | null }) {
  const words = useTranslations("formulation.vision");
  if (aims.length === 0) return null;
  return (
    <div className="grid gap-x-3 text-sm sm:flex sm:flex-wrap print:break-inside-avoid">
      <p className="text-ink-muted">{words("cites")}</p>
      <ul className="flex flex-wrap gap-x-4">
        {aims.map((aim) => (
          <li key={aim.id}>
            {href ? (
              <a href={`${href}#aim-${aim.code}`} className="inline-flex min-h-6 items-center">
                <AimName aim={aim} />
              </a>
            ) : (
              <AimName aim={aim} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function AimName({ aim: { code, title } }: { aim: Aim }) {
  return (
    <span>
      <span className="figures">{code}</span> <span lang="ja">{title}</span>
    </span>
  );
}
