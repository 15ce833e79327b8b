import { disclosure } from '@geoarchive/contract/routes.ts';
import { noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Alert, Button, Flex, Input, InputNumber, Progress, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ArchiveSelect, useArchive } from '../archives/ArchiveSelect.tsx';
import { Candidates } from '../disclosure/Candidates.tsx';
import { useProposals } from '../disclosure/use-proposals.ts';

const kinds = ['overdue', 'abnormal'] as const;
type Kind = (typeof kinds)[number];
/** More than this nobody seconds with care. */
const mostAtOnce = 100;

/** Proposes notices about parties with overdue tasks, many at a time; another person publishes them. */
const OfArchive = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const ids = { overdue: useId(), until: useId(), text: useId() };
  const [kind, setKind] = useState<Kind>('overdue');
  const [overdueBy, setOverdueBy] = useState(1);
  const [until, setUntil] = useState('');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const archive = useArchive();
  const query = useRead(disclosure.listCandidates, { query: { kind, overdueBy, ...archive } });
  const { progress, propose, busy } = useProposals();
  const send = async () => {
    await propose(chosen, { kind, overdueBy, text, ...archive, ...(until === '' ? {} : { until }) });
    setChosen([]);
  };
  return (
    <Page
      title={t('disclosure.propose')}
      lead={t('disclosure.proposeLead')}
      back={{ to: '/public-notices', label: t('nav.publicNotices') }}
      actions={<ArchiveSelect />}
    >
      {progress !== undefined && (
        <div className="ga-notice" role="status">
          <Progress
            percent={Math.round((100 * progress.done) / Math.max(1, progress.of))}
            status={progress.failed.length > 0 ? 'exception' : busy ? 'active' : 'success'}
            aria-label={t('disclosure.progress')}
          />
          <p>
            {t('disclosure.proposed', { count: progress.done - progress.failed.length })}{' '}
            {!busy && <Link to="/public-notices">{t('disclosure.toList')}</Link>}
          </p>
          {progress.failed.map(({ organisation, error }) => (
            <div key={organisation}>
              <strong>{organisation}</strong>
              <ProblemAlert error={error} />
            </div>
          ))}
        </div>
      )}
      <Panel title={t('disclosure.facts')}>
        <Segmented<Kind>
          aria-label={t('disclosure.kind')}
          className="ga-notice"
          value={kind}
          onChange={(value) => {
            setKind(value);
            setChosen([]);
          }}
          options={kinds.map((value) => ({ value, label: say(noticeKinds[value].name) }))}
        />
        <div className="ga-fields ga-fields-four">
          <div>
            <label htmlFor={ids.overdue} className="ga-label">
              {t('chases.overdueBy')}
            </label>
            <InputNumber
              id={ids.overdue}
              min={1}
              max={3650}
              precision={0}
              value={overdueBy}
              onChange={(value) => {
                setOverdueBy(value ?? 1);
                setChosen([]);
              }}
            />
          </div>
          <div>
            <label htmlFor={ids.until} className="ga-label">
              {t('disclosure.untilOptional')}
            </label>
            <Input
              id={ids.until}
              type="date"
              value={until}
              onChange={({ target }) => setUntil(target.value)}
            />
          </div>
        </div>
        <label htmlFor={ids.text} className="ga-label">
          {t('disclosure.textOptional')}
        </label>
        <Input.TextArea
          id={ids.text}
          rows={2}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Panel>
      <Panel title={t('chases.parties')}>
        <QueryView query={query}>
          {({ items, more }) =>
            items.length === 0 ? (
              <Empty title={t('chases.noParties')} hint={t('chases.noPartiesHint')} />
            ) : (
              <>
                {more && <Alert type="info" showIcon className="ga-notice" title={t('chases.moreParties')} />}
                <Candidates items={items} chosen={chosen} onChoose={setChosen} />
                <Flex gap={12} align="center" wrap className="ga-form-part">
                  <Button
                    type="primary"
                    disabled={chosen.length === 0 || chosen.length > mostAtOnce}
                    loading={busy}
                    onClick={() => void send()}
                  >
                    {t('disclosure.send', { count: chosen.length })}
                  </Button>
                  <Button
                    onClick={() =>
                      setChosen(
                        items
                          .filter(({ standing }) => standing === undefined)
                          .slice(0, mostAtOnce)
                          .map(({ organisation }) => organisation),
                      )
                    }
                  >
                    {t('chases.chooseAll')}
                  </Button>
                  <span className="ga-soft">{t('disclosure.sendHint')}</span>
                </Flex>
              </>
            )
          }
        </QueryView>
      </Panel>
    </Page>
  );
};
/** What was chosen of one archive is not kept for another. */
const NewPublicNotices = () => <OfArchive key={useArchive().node ?? ''} />;
export default NewPublicNotices;
