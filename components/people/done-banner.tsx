import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { TakesFocus } from "@/components/ui/takes-focus.tsx";

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
export function DoneBanner({
  done,
  at,
}: {
  done: string | null;
  /** Which form was sent last: doing the same once more is said anew. */
  at: string;
}) {
  const words = useTranslations();
  const known = DONE.find((one) => one === done);
  return known ? (
    <div className="mb-8">
      <TakesFocus key={at}>
        <Banner tone="success" toneLabel={words("tones.success")} title={words(`people.done.${known}`)} />
      </TakesFocus>
    </div>
  ) : null;
}
