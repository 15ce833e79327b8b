import { organisationBody } from '@geoarchive/contract/organisations.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import { organisationFields } from '@geoarchive/domain/supervision/organisation.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

type Field = (typeof organisationFields)[number];
const isField = (name: string): name is Field => organisationFields.some((one) => one === name);
const namesIn = (text: string) => {
  try {
    return organisationBody.shape.names.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** Where the page of an organisation is. */
export const organisationPath = (code: string): string => `/organisations/${encodeURIComponent(code)}`;

/** How what the register says of an organisation is put in words. */
export const useOrganisationWords = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return useMemo(() => {
    const province = (code: string) => {
      const name = provinces[code];
      return name === undefined ? code : say(name);
    };
    return {
      province,
      fieldName: (field: string) => (isField(field) ? t(`organisations.fields.${field}`) : field),
      /** A field as the API tells it in a difference: names come as JSON. */
      value: (field: string, text: string): string => {
        if (field === 'province' && text !== '') return province(text);
        const names = field === 'names' ? namesIn(text) : undefined;
        const said = names?.map(({ name, from }) => t('organisations.named', { name, from: day(from) }));
        return said === undefined ? text || '—' : said.join('；') || '—';
      },
    };
  }, [t, say, day]);
};
