import type { OwnGrant } from '@geoarchive/contract/delivery.ts';
import { delivery } from '@geoarchive/contract/routes.ts';
import type { GrantFile } from '@geoarchive/contract/service-parts.ts';
import { useTerms } from '@geoarchive/domain/service/codes.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { formatBytes } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { GrantState } from '@geoarchive/frontend-shared/use/GrantState.tsx';
import { useGrantFacts } from '@geoarchive/frontend-shared/use/grant-facts.tsx';
import { LeftFiles } from '@geoarchive/frontend-shared/use/LeftFiles.tsx';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

const lookAgainMs = 15_000;

const FileRow = ({ of, file }: { of: OwnGrant; file: GrantFile }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useWrite(delivery.openGrantFile);
  const download = async () => {
    const { url } = await open.mutateAsync({ params: { id: of.id }, body: { no: file.no } });
    const link = document.createElement('a');
    link.href = url;
    link.rel = 'noopener';
    link.download = file.path.split('/').at(-1) ?? file.path;
    link.click();
  };
  const active = of.state === 'active';
  return (
    <li>
      {open.error !== null && <ProblemAlert error={open.error} />}
      <code>{file.path}</code> <span className="ga-soft">{formatBytes(file.size)}</span>{' '}
      {active && of.mode !== 'on-site' && file.format === 'pdf' && (
        <Button
          size="small"
          type="primary"
          aria-label={t('use.readOf', { path: file.path })}
          onClick={() => void navigate(`/use/grants/${of.id}/files/${file.no}`)}
        >
          {t('use.read')}
        </Button>
      )}{' '}
      {active && of.mode === 'download' && (
        <Button
          size="small"
          loading={open.isPending}
          aria-label={t('use.downloadOf', { path: file.path })}
          onClick={() => void download().catch(() => undefined)}
        >
          {t('action.download')}
        </Button>
      )}
    </li>
  );
};

/** One grant: what it allows, how far it was used, its files. */
const Grant = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const facts = useGrantFacts();
  const query = useRead(delivery.getOwnGrant, { params: { id } }, { refreshMs: lookAgainMs });
  const found = query.data;
  return (
    <Page
      title={found?.number ?? t('use.grant')}
      back={{ to: '/use', label: t('nav.use') }}
      lead={found && <GrantState of={found.state} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            {of.state === 'expired' && (
              <Alert type="warning" showIcon className="ga-notice" title={t('use.isExpired')} />
            )}
            {of.state === 'withdrawn' && (
              <Alert type="warning" showIcon className="ga-notice" title={t('use.isWithdrawn')} />
            )}
            {of.state === 'active' && of.mode === 'on-site' && (
              <Alert type="info" showIcon className="ga-notice" title={t('use.onSiteHint')} />
            )}
            <LeftFiles left={of.left} />
            <Panel title={of.title}>
              <Facts items={facts(of)} />
            </Panel>
            <Panel title={t('use.files')}>
              {of.mode !== 'on-site' && <p className="ga-soft">{t('use.countHint')}</p>}
              <ul className="ga-plain-list">
                {of.files.map((file) => (
                  <FileRow key={file.no} of={of} file={file} />
                ))}
              </ul>
            </Panel>
            <Panel title={t('use.terms')}>
              <p className="ga-prose">{say(useTerms.text)}</p>
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Grant;
