import type { AuditEntry } from '@geoarchive/contract/audit.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { actionName } from './action-names.ts';

/** An act as people say it, with its name in the trail. */
export const Action = ({ of }: { of: Pick<AuditEntry, 'action'> }) => {
  const { say } = useLanguage();
  const name = actionName(of.action);
  return (
    <>
      {name !== undefined && <>{say(name)} </>}
      <code className="ga-soft">{of.action}</code>
    </>
  );
};

const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What an entry says beside who, when and what, on one line. */
export const detailText = ({ detail }: Pick<AuditEntry, 'detail'>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${valueText(value)}`)
    .join(' · ');
