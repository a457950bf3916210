import type { ComponentProps, ElementType } from "react";

/**
 * The attributes of an HTML element as our components take and pass on: aria-*, data-* and the rest.
 * `style` is left out because the content security policy forbids it; `className` is for layout only (margins, grid
 * placement), never for changing a component's colours.
 */
export type Native<Tag extends ElementType> = Omit<ComponentProps<Tag>, "style" | "className" | "children"> & {
  className?: string | undefined;
};

/** Joins class names, leaving out what is absent; undefined where nothing is left, so that no empty attribute is sent. */
export function classes(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(" ") || undefined;
}

/** Which heading a component draws, so that the page's outline stays whole. */
export type HeadingLevel = 2 | 3 | 4;
