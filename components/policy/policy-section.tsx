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
        className="grid gap-x-10 gap-y-3 border-hairline border-t pt-5 first:border-t-0 print:break-inside-avoid md:grid-cols-[11rem_minmax(0,1fr)] md:pt-7"
      >
        <Heading level={level} id={`${id}-heading`} className="text-lg leading-snug">
          {heading}
        </Heading>
        <div className="min-w-0">{children}</div>
      </section>
    );
  }
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="min-w-0 space-y-6 md:space-y-8">
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
  id?: string | undefined;
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
    <Heading
      level={level}
      id={id}
      className="space-y-1 font-bold text-base print:break-inside-avoid print:break-after-avoid"
    >
      <span className={`figures block text-accent ${look.label}`}>{label}</span>{" "}
      <span className={`title-ja block ${look.title}`}>{title}</span>
    </Heading>
  );
}
