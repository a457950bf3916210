import { classes } from "@/components/ui/native.ts";

export interface OutlineItem {
  href: string;
  label: string;
  level?: 1 | 2 | undefined;
  current?: boolean | undefined;
}

/** The parts of a long page as links; the one that is read is marked by style sheet alone (.page-outline in globals.css). PageShell draws it beside the text, and folded above it on narrow screens. */
export function Outline({ items }: { items: readonly OutlineItem[] }) {
  return (
    <ul className="page-outline border-hairline border-l text-sm leading-snug">
      {items.map((item) => (
        <li key={item.href}>
          <a
            href={item.href}
            aria-current={item.current ? "location" : undefined}
            className={classes(
              "title-ja relative flex min-h-target items-center py-1.5 no-underline hover:text-accent hover:underline",
              item.level === 2 ? "pl-8" : "pl-4",
              item.current
                ? "font-bold text-accent before:absolute before:inset-y-0 before:-left-px before:border-accent before:border-l-4"
                : "text-ink",
            )}
          >
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
