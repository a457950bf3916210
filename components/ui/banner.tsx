import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { classes, type HeadingLevel, type Native } from "./native.ts";

export type BannerTone = "info" | "success" | "warning" | "error";

const tones: Record<BannerTone, { edge: string; icon: string }> = {
  info: { edge: "border-accent", icon: "text-accent" },
  success: { edge: "border-success", icon: "text-success" },
  warning: { edge: "border-warning-strong", icon: "text-warning-strong" },
  error: { edge: "border-danger", icon: "text-danger" },
};

/**
 * A message about the whole page or a whole section: a move was made, a refusal, a deadline. `toneLabel` names the tone
 * for those who do not see the sign (情報, 成功, 注意, エラー). Announced by itself only when it answers what the reader
 * just did: error = alert, success = status, others silent, unless `announce` says otherwise. For one field, use its errors.
 */
export function Banner({
  tone,
  toneLabel,
  title,
  children,
  actions,
  announce = tone === "error" ? "alert" : tone === "success" ? "status" : "none",
  headingLevel,
  className,
  ...rest
}: Omit<Native<"div">, "title" | "role"> & {
  tone: BannerTone;
  toneLabel: string;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  announce?: "alert" | "status" | "none" | undefined;
  /** Given = the title is a heading of the page's outline. */
  headingLevel?: HeadingLevel | undefined;
}) {
  const Title = headingLevel ? (`h${headingLevel}` as const) : "p";
  return (
    <div
      {...rest}
      role={announce === "none" ? undefined : announce}
      className={classes(
        "flex gap-3 border border-l-8 bg-paper px-4 py-4 text-ink md:gap-4 md:px-6 md:py-5",
        tones[tone].edge,
        className,
      )}
    >
      <Icon name={tone} label={toneLabel} className={classes("mt-[0.1em] size-7", tones[tone].icon)} />
      <div className="min-w-0 flex-1">
        <Title className="title-ja font-bold text-base">{title}</Title>
        {children ? <div className="mt-1 max-w-prose">{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </div>
  );
}
