import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

/** The archive that a page is about, from its address, as routes take it: the ministry chooses one, everybody else has their own. */
export const useArchive = (): { node?: string } => {
  const [params] = useSearchParams();
  const node = params.get('node');
  const mayChoose = usePerson()?.roles.includes('MINISTRY_ADMIN') === true;
  return mayChoose && node !== null ? { node } : {};
};

/** Lets the ministry choose the archive; for others there is nothing to choose. */
export const ArchiveSelect = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  const person = usePerson();
  const { node = person?.node } = useArchive();
  const [, setParams] = useSearchParams();
  if (person?.roles.includes('MINISTRY_ADMIN') !== true) return null;
  return (
    <Select
      aria-label={t('publication.node')}
      value={node ?? null}
      popupMatchSelectWidth={false}
      options={nodes.map(({ code, name }) => ({ value: code, label: say(name) }))}
      onChange={(code) =>
        code !== null &&
        setParams(
          (before) => {
            const next = new URLSearchParams(before);
            next.set('node', code);
            return next;
          },
          { replace: true },
        )
      }
    />
  );
};
