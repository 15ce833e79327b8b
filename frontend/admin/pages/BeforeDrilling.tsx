import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { useDraft } from '@geoarchive/frontend-shared/list/use-draft.ts';
import { Empty, Failed, Loading } from '@geoarchive/frontend-shared/states/states.tsx';
import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ArchiveSelect, useArchive } from '../archives/ArchiveSelect.tsx';
import { Licence } from '../drilling/Licence.tsx';
import { useLicences } from '../drilling/use-licences.ts';

/**
 * Before you drill (钻前查询) by the number of a licence or project. Its area comes from the registers of one's own archive, and is handed to
 * the portal in the address: so what is answered is what is public, and registers stay inside.
 */
const BeforeDrilling = () => {
  const { t } = useTranslation();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const asked = params.get('number') ?? '';
  const { draft, write } = useDraft(asked);
  const { found, pending, error, retry } = useLicences(asked, useArchive());
  const ask = (text: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (text === '') next.delete('number');
      else next.set('number', text);
      return next;
    });
  return (
    <Page
      title={t('drilling.title')}
      lead={t('drilling.lead')}
      back={{ to: '/holes', label: t('nav.holes') }}
    >
      <search className="ga-filters" aria-label={t('drilling.title')}>
        <span className="ga-field">
          <label htmlFor={id}>{t('drilling.number')}</label>
          <Input.Search
            id={id}
            allowClear
            maxLength={50}
            value={draft}
            onChange={({ target }) => write(target.value)}
            style={{ width: 'min(420px, 80vw)' }}
            onSearch={(text) => ask(text.trim())}
          />
        </span>
        <ArchiveSelect />
      </search>
      {error !== undefined && <Failed error={error} onRetry={retry} />}
      {pending && <Loading />}
      {asked !== '' && !pending && error === undefined && found.length === 0 && (
        <Empty title={t('drilling.nothing')} hint={t('drilling.nothingHint')} />
      )}
      {found.map((one) => (
        <Licence key={one.id} of={one} />
      ))}
    </Page>
  );
};
export default BeforeDrilling;
