import { provinces } from '@geoarchive/domain/regions.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Names of the parties of custody: custodians, archives, and who entrusts. */
export const useCustodians = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes, custodians } = useConfig();
  return useMemo(
    () => ({
      custodian: (code: string): string => {
        const name = [...custodians, ...nodes].find((one) => one.code === code)?.name;
        return name === undefined ? code : say(name);
      },
      authority: (code: string): string => {
        if (code === 'ministry') return t('custody.ministry');
        const name = provinces[code];
        return name === undefined ? code : t('custody.provinceAuthority', { name: say(name) });
      },
      options: custodians.map(({ code, name }) => ({ value: code, label: say(name) })),
      archives: nodes.map(({ code, name }) => ({ value: code, label: say(name) })),
    }),
    [t, say, nodes, custodians],
  );
};
