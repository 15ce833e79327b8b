import type { Finding } from '@geoarchive/contract/shared.ts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { StateTag, type Tone } from './StateTag.tsx';

const tones = { error: 'bad', warning: 'attention', info: 'neutral' } as const satisfies Record<
  Finding['severity'],
  Tone
>;
const rank = { error: 0, warning: 1, info: 2 } as const;

/** Findings of a check, the gravest first, each with its place. */
export const Findings = ({ findings }: { findings: readonly Finding[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (findings.length === 0) return <p className="ga-soft">{t('finding.none')}</p>;
  const ordered = [...findings].sort((one, other) => rank[one.severity] - rank[other.severity]);
  return (
    <ul className="ga-hits">
      {ordered.map((finding) => (
        <li key={`${finding.code} ${finding.at ?? ''} ${finding.message.zh}`} className="ga-finding">
          <StateTag tone={tones[finding.severity]}>{t(`finding.${finding.severity}`)}</StateTag>
          <span>
            {say(finding.message)}
            {finding.at !== undefined && (
              <>
                {' '}
                <code className="ga-soft">{finding.at}</code>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};
