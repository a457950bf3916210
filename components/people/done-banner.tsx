import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";

const DONE = [
  "create-organization",
  "change-organization",
  "disable-organization",
  "enable-organization",
  "create-section",
  "change-section",
  "disable-section",
  "enable-section",
  "create-person",
  "change-person",
  "make-administrator",
  "unmake-administrator",
  "add-post",
  "end-post",
  "make-link",
  "disable-person",
  "enable-person",
  "change-password",
  "sign-out-elsewhere",
  "name-deputy",
  "end-deputy",
] as const;

/** Says what was just done; nothing where nothing was. */
export function DoneBanner({ done }: { done: string | null }) {
  const words = useTranslations();
  const known = DONE.find((one) => one === done);
  return known ? (
    <Banner tone="success" toneLabel={words("tones.success")} title={words(`people.done.${known}`)} className="mb-8" />
  ) : null;
}
