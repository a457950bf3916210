import type { ReactNode } from "react";

export type Level = 2 | 3 | 4 | 5 | 6;

/** The level below; six is the lowest that HTML knows. */
export const below = (level: Level, steps = 1): Level => Math.min(level + steps, 6) as Level;

/** A heading whose level depends on where a policy is drawn; its size is the caller's, because it says what the heading is of. */
export function Heading({
  level,
  id,
  className,
  children,
}: {
  level: Level;
  id?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={className}>
      {children}
    </Tag>
  );
}
