import { useTranslations } from "next-intl";
import type { Contact } from "@/lib/domain/forms/value.ts";

/** Who answers questions: office, section and group in a line, then telephone, fax and address. Empty lines are left out. */
export function ContactLines({ contact }: { contact: Contact }) {
  const words = useTranslations("contact");
  const office = [contact.officeName, contact.sectionName, contact.groupName].filter(Boolean).join(" ");
  const address = [contact.postalCode, contact.address].filter(Boolean).join(" ");
  const lines = [
    { term: words("phone"), description: contact.phone && <TelephoneLink number={contact.phone} /> },
    { term: words("fax"), description: contact.fax && <span className="figures">{contact.fax}</span> },
    { term: words("address"), description: address && <span lang="ja">{address}</span> },
  ].filter(({ description }) => description);
  return (
    <div className="grid gap-2">
      {office ? (
        <p lang="ja" className="title-ja font-bold text-lg">
          {office}
        </p>
      ) : null}
      <dl className="grid gap-y-1">
        {lines.map(({ term, description }) => (
          <div key={term} className="grid grid-cols-[6rem_minmax(0,1fr)] items-baseline gap-x-3">
            <dt className="text-ink-muted">{term}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function TelephoneLink({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace(/[^\d+]/g, "")}`} className="figures inline-flex min-h-target items-center">
      {number}
    </a>
  );
}
