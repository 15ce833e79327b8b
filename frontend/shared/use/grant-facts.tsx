import type { GrantFacts } from '@geoarchive/contract/service-parts.ts';
import { askerKinds, purposes, useModes } from '@geoarchive/domain/service/codes.ts';
import { useTranslation } from 'react-i18next';
import type { Fact } from '../detail/Facts.tsx';
import { formatCount } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';

type Shown = Omit<GrantFacts, 'person'> & { used: number };

/** What a grant allows and how far it was used, as names and values. */
export const useGrantFacts = (): ((of: Shown) => Fact[]) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return (of) => [
    {
      label: t('use.person'),
      value: [of.personName, of.unit].filter((part) => part !== undefined).join(' · '),
    },
    { label: t('use.purpose'), value: say(purposes[of.purpose]) },
    { label: t('use.askerKind'), value: say(askerKinds[of.askerKind]) },
    { label: t('use.mode'), value: say(useModes[of.mode]) },
    { label: t('use.term'), value: t('use.fromUntil', { from: day(of.from), until: day(of.until) }) },
    {
      label: t('use.count'),
      value: t('use.usedOf', { used: formatCount(of.used), allowed: formatCount(of.allowed) }),
    },
    { label: t('use.watermark'), value: t(of.watermark ? 'use.withWatermark' : 'use.noWatermark') },
    { label: t('use.conditions'), value: of.conditions },
    { label: t('use.approval'), value: of.approval },
    { label: t('use.endedWhy'), value: of.ended },
  ];
};
