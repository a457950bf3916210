import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { TakesFocus } from "@/components/ui/takes-focus.tsx";

const DONE = [
  "request-takedown",
  "confirm",
  "decline",
  "ask-lift",
  "lift",
  "keep-down",
  "request-redaction",
  "redact",
  "decline-redaction",
] as const;

/** Says what was just done; nothing where nothing was. */
export function TakenBackBanner({ done, at }: { done: string | null; at: string }) {
  const words = useTranslations();
  const known = DONE.find((one) => one === done);
  return known ? (
    <div className="mb-8">
      <TakesFocus key={at}>
        <Banner tone="success" toneLabel={words("tones.success")} title={words(`takingBack.done.${known}`)} />
      </TakesFocus>
    </div>
  ) : null;
}
