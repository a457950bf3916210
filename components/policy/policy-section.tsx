import type { ReactNode } from "react";
import { Heading, type Level } from "./heading.tsx";

/** One part of a policy with its heading: statements carry theirs at the left of the text, parts of their own above it. */
export function PolicySection({
  id,
  level,
  heading,
  layout = "part",
  children,
}: {
  id: string;
  level: Level;
  heading: ReactNode;
  layout?: "part" | "statement" | undefined;
  children: ReactNode;
}) {
  if (layout === "statement") {
    return (
      <section
        id={id}
        aria-labelledby={`${id}-heading`}
        className="grid gap-x-10 gap-y-3 border-hairline border-t pt-5 first:border-t-0 md:grid-cols-[11rem_minmax(0,1fr)] md:pt-7"
      >
        <Heading level={level} id={`${id}-heading`} className="text-lg leading-snug">
          {heading}
        </Heading>
        <div className="min-w-0">{children}</div>
      </section>
    );
  }
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="grid min-w-0 gap-6 md:gap-8">
      <Heading level={level} id={`${id}-heading`} className="border-ink border-t-2 pt-5 text-2xl md:pt-6 md:text-3xl">
        {heading}
      </Heading>
      {children}
    </section>
  );
}

/** 【経営課題1】 over its title: one heading of an issue, a strategy, an initiative, a reform item. */
export function CodedHeading({
  level,
  id,
  label,
  title,
  size,
}: {
  level: Level;
  id: string;
  label: string;
  title: ReactNode;
  size: "large" | "medium" | "small";
}) {
  const look = {
    large: { label: "text-lg", title: "text-2xl md:text-3xl" },
    medium: { label: "text-base", title: "text-xl" },
    small: { label: "text-sm", title: "text-lg" },
  }[size];
  return (
    <Heading level={level} id={id} className="grid gap-1 font-bold text-base">
      <span className={`figures text-accent ${look.label}`}>{label}</span>{" "}
      <span className={`title-ja ${look.title}`}>{title}</span>
    </Heading>
  );
}
