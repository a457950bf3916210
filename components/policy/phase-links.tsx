import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Phase } from "@/lib/domain/forms/form.ts";

/** The ways to what a policy says in each of its phases, to be read whole. */
export function PhaseLinks({
  phases,
  phaseAt,
  children,
}: {
  /** Those that have come. */
  phases: readonly Phase[];
  phaseAt: (phase: Phase) => string;
  /** Other ways beside them: PageLink. */
  children?: ReactNode;
}) {
  const words = useTranslations("public.phase.whole");
  return (
    <ul className="flex flex-wrap gap-x-8 print:hidden">
      {phases.map((phase) => (
        <PageLink key={phase} href={phaseAt(phase)}>
          {words(phase)}
        </PageLink>
      ))}
      {children}
    </ul>
  );
}

/** One of the ways on. */
export function PageLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <a href={href} className="inline-flex min-h-target items-center">
        {children}
      </a>
    </li>
  );
}
